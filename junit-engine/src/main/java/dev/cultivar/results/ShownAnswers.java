package dev.cultivar.results;

import dev.cultivar.api.Outcome;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers as reports show them: plain text. Unless all were asked for, they are few and shortened, and the report says so. */
public final class ShownAnswers {

    private static final int SAMPLE = 3;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_OF_A_STATEMENT = 300;

    private ShownAnswers() {}

    /** Whether neither reports nor the files next to them may contain a model's answers. */
    public static boolean withheld(RunSettings settings) {
        return settings.value(Settings.ANSWERS) == AnswersShown.NONE;
    }

    /** The same for a suite, from its results. */
    public static boolean withheld(SuiteInfo suite) {
        return suite.had(Settings.ANSWERS, AnswersShown.NONE);
    }

    /**
     * The answers of a cell to show, in the run's order: all of them, or a few, including one that was not scored, if any.
     *
     * @param most number of answers in a sample
     */
    public static List<ResponseRecord> of(List<ResponseRecord> responses, AnswersShown which, int most) {
        if (which == AnswersShown.NONE) {
            return List.of();
        }
        if (which == AnswersShown.ALL || responses.size() <= most) {
            return responses;
        }
        boolean lost = responses.stream().anyMatch(response -> response.outcome() != Outcome.SCORED);
        int scored = lost ? Math.max(1, most - 1) : most;
        List<ResponseRecord> shown = new ArrayList<>();
        for (ResponseRecord response : responses) {
            boolean isScored = response.outcome() == Outcome.SCORED;
            if (isScored ? scored > 0 : lost) {
                shown.add(response);
                scored -= isScored ? 1 : 0;
                lost = lost && isScored;
            }
        }
        return shown;
    }

    /** The same, with as many answers as a sample has if space allows. */
    public static List<ResponseRecord> of(List<ResponseRecord> responses, AnswersShown which) {
        return of(responses, which, SAMPLE);
    }

    /**
     * One answer, with the stance of each statement. In a sample, the statements, if any, replace the raw text, because they are what was
     * scored.
     */
    public static String text(ResponseRecord response, AnswersShown which) {
        StringBuilder text = new StringBuilder();
        text.append("== ")
                .append(response.sample())
                .append(' ')
                .append(response.outcome())
                .append(Double.isNaN(response.polarity()) ? "" : " polarity " + Decimals.score(response.polarity()))
                .append(response.detail().isEmpty() ? "" : " (" + PlainText.line(response.detail(), 200) + ")")
                .append("\n-- prompt\n")
                .append(cut(response.prompt()))
                .append('\n');
        List<String> statements = response.statements();
        if (statements.isEmpty() || which == AnswersShown.ALL) {
            text.append("-- answer\n").append(cut(response.text())).append('\n');
        }
        if (!statements.isEmpty()) {
            text.append("-- statements and stances\n");
        }
        for (int i = 0; i < statements.size(); i++) {
            String stance =
                    i < response.stances().size() ? response.stances().get(i).name() : "-";
            text.append(String.format(Locale.ROOT, "%3d. %-8s", i + 1, stance))
                    .append(PlainText.line(statements.get(i), MOST_OF_A_STATEMENT))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static String cut(String raw) {
        String text = PlainText.text(raw);
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS))
                + "\n(cut; the whole is in responses.jsonl)";
    }
}
