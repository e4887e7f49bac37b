package dev.cultivar.judge;

import dev.cultivar.io.Sha256;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * What the judge is shown of a response: its statements, and among them two controls of known stance. Both controls quote the same one of
 * the topic's examples as somebody else's words; one speaker agrees, the other disagrees. A judge that does not read, only matches words,
 * or obeys a statement labels one of them wrongly. The response alone decides what the controls quote and where they stand, so a stored
 * judgement is found again, yet nobody who writes a statement can know either.
 *
 * @param mark of the fence around the statements
 * @param lines as the judge sees them
 * @param pro index in {@code lines} of the control that is pro
 * @param con index in {@code lines} of the control that is con
 */
record Sheet(String mark, List<String> lines, int pro, int con) {

    private static final int MARK_DIGITS = 12;

    /** Enough digits to choose a place, but few enough for a positive {@code int}. */
    private static final int PLACE_DIGITS = 7;

    /** How many statements a judge is shown besides a response's own. */
    private static final int CONTROLS = 2;

    /** The part of a control before the quotation. */
    private static final String QUOTING = "My cousin says: \"";

    private static final String AGREEING = "\" I say the same.";
    private static final String DISAGREEING = "\" I say the opposite.";

    /** The words of all controls, whatever they quote. */
    static final String FIXED_TEXT = QUOTING + AGREEING + "\n" + QUOTING + DISAGREEING;

    /**
     * The sheet of a response.
     *
     * @param again whether the controls quote the other example, in other places and in the other order
     */
    static Sheet of(Topic topic, String language, List<String> statements, boolean again) {
        String digest = digest(topic, language, statements);
        int count = statements.size() + CONTROLS;
        int first = place(digest, 0, count);
        int second = (first + 1 + place(digest, 1, count - 1)) % count;
        if (again) {
            boolean inOrder = first < second;
            first = place(digest, 2, count);
            second = (first + 1 + place(digest, 3, count - 1)) % count;
            if ((first < second) == inOrder) {
                int swapped = first;
                first = second;
                second = swapped;
            }
        }
        boolean quotesPro = (place(digest, 4, 2) == 0) != again;
        String quoted = QUOTING + (quotesPro ? topic.pro() : topic.con()).replace('"', '\'');
        String pro = quoted + (quotesPro ? AGREEING : DISAGREEING);
        String con = quoted + (quotesPro ? DISAGREEING : AGREEING);
        List<String> lines = new ArrayList<>(statements);
        lines.add(Math.min(first, second), first < second ? pro : con);
        lines.add(Math.max(first, second), first < second ? con : pro);
        return new Sheet(digest.substring(digest.length() - MARK_DIGITS), List.copyOf(lines), first, second);
    }

    /** Puts each part's length before it, so that no two responses share a digest. */
    private static String digest(Topic topic, String language, List<String> statements) {
        Sha256 digest = new Sha256().add(topic.key()).add("\n").add(language).add("\n");
        statements.forEach(statement -> digest.add(statement.length() + ":").add(statement));
        return digest.hex();
    }

    private static int place(String digest, int nth, int places) {
        int from = nth * PLACE_DIGITS;
        return Integer.parseInt(digest.substring(from, from + PLACE_DIGITS), 16) % places;
    }

    /** Whether both controls are labelled correctly. */
    boolean isRead(List<Label> labels) {
        return labels.get(pro) == Label.PRO && labels.get(con) == Label.CON;
    }

    /** The labels of the response's own statements. */
    List<Label> own(List<Label> labels) {
        List<Label> own = new ArrayList<>(labels);
        own.remove(Math.max(pro, con));
        own.remove(Math.min(pro, con));
        return List.copyOf(own);
    }
}
