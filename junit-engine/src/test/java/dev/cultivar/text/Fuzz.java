package dev.cultivar.text;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Feeds something with texts that are bent, cut, joined and sprinkled with what terminals, XML and JSON obey. A failure names its input.
 */
public abstract class Fuzz {

    private static final int FEW = 1_500;
    private static final Duration LONG = Duration.ofSeconds(40);

    private static final List<String> SCRAPS = List.of(
            "\u001B[2J",
            "\u001B]0;title\u0007",
            "\u001B]8;;https://example.org\u001B\\",
            "\u001B",
            "\u009B31m",
            "\u009D",
            "\u0085",
            "\u2028",
            "\u202E",
            "\u2066",
            "\u200D",
            "\uFEFF",
            "\uDB40\uDC41",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "\u0000",
            "\u007F",
            "\r",
            "\n",
            "\t",
            "]]>",
            "<!--",
            "&amp;",
            "\"",
            "'",
            "{",
            "}",
            "[",
            ",",
            ";",
            ":",
            "- ",
            "#",
            "1.",
            "-1",
            "1e999",
            "99999999999999999999",
            "NaN",
            "null",
            "pro",
            "con");

    /** Whole inputs that are read as a user means them. */
    protected abstract List<String> corpus() throws Exception;

    /** Fails where something is not as it should be. */
    protected abstract void look(String input) throws Exception;

    @Test
    void aFewBentTexts() throws Exception {
        Random random = new Random(16);
        List<String> corpus = corpus();
        for (int i = 0; i < FEW; i++) {
            tried(bent(random, corpus));
        }
    }

    @Test
    @Tag("slow")
    void asManyBentTextsAsTimeAllows() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> corpus = corpus();
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() - end < 0) {
            tried(bent(random, corpus));
        }
    }

    private void tried(String input) {
        try {
            look(input);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError("on " + PlainText.visible(input), e);
        }
    }

    private static String bent(Random random, List<String> corpus) {
        StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
        for (int left = random.nextInt(12); left > 0; left--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(6)) {
                case 0, 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                case 4 -> text.insert(at, corpus.get(random.nextInt(corpus.size())));
                default -> text.append(text, at, Math.min(text.length(), at + random.nextInt(60)));
            }
        }
        return text.toString();
    }

    /** Whether a terminal, a reader or an XML parser takes it as it is. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\t'
                        || !(Character.isISOControl(c) || turns(c) || c == 0x2028 || c == 0x2029));
    }

    private static boolean turns(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
