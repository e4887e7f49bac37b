package dev.cultivar.results;

import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.Locale;

/** Answers as reports show them: plain text, few and cut unless all were asked for, never without a word about it. */
public final class ShownAnswers {

    private static final int SAMPLE = 3;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_OF_A_STATEMENT = 300;
    private static final int MOST_IN_ALL = 200_000;

    private ShownAnswers() {}

    /** Whether no report and no file beside them may hold what a model said. */
    public static boolean withheld(RunSettings settings) {
        return settings.value(Settings.ANSWERS) == AnswersShown.NONE;
    }

    /** The same, of what results say of a suite. */
    public static boolean withheld(SuiteInfo suite) {
        SettingInfo setting = suite.settings().get(Settings.ANSWERS.shortName());
        return setting != null && AnswersShown.NONE.label().equals(setting.value());
    }

    /** Empty where there is none to show. */
    public static String text(List<ResponseRecord> responses, AnswersShown which) {
        if (which == AnswersShown.NONE || responses.isEmpty()) {
            return "";
        }
        int wanted = which == AnswersShown.ALL ? responses.size() : Math.min(SAMPLE, responses.size());
        StringBuilder text = new StringBuilder();
        int shown = 0;
        while (shown < wanted && text.length() < MOST_IN_ALL) {
            append(text, responses.get(shown++));
        }
        if (shown < responses.size()) {
            text.append("(").append(responses.size() - shown).append(" further answers are in responses.jsonl)\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, ResponseRecord response) {
        text.append("== ")
                .append(response.sample())
                .append(' ')
                .append(response.outcome())
                .append(Double.isNaN(response.polarity()) ? "" : " polarity " + Decimals.score(response.polarity()))
                .append(response.detail().isEmpty() ? "" : " (" + PlainText.line(response.detail(), 200) + ")")
                .append("\n-- prompt\n")
                .append(cut(response.prompt()))
                .append("\n-- answer\n")
                .append(cut(response.text()))
                .append('\n');
        statements(text, response);
        text.append('\n');
    }

    /** As the judge saw them, each with the stance that it got. */
    private static void statements(StringBuilder text, ResponseRecord response) {
        if (response.statements().isEmpty()) {
            return;
        }
        text.append("-- stances\n");
        for (int i = 0; i < response.statements().size(); i++) {
            String stance =
                    i < response.stances().size() ? response.stances().get(i).name() : "-";
            text.append(String.format(Locale.ROOT, "%3d. %-8s", i + 1, stance))
                    .append(PlainText.line(response.statements().get(i), MOST_OF_A_STATEMENT))
                    .append('\n');
        }
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
