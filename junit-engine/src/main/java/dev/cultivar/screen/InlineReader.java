package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;

/** Reads a numbered list that stands within one line or paragraph: {@code 1. … 2. … 3. …}. */
final class InlineReader {

    private static final String DELIMITERS = ".):、．）：";

    private InlineReader() {}

    static Reading read(String answer) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> contents = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < answer.length(); i++) {
            if (i > 0 && (Character.isLetterOrDigit(answer.charAt(i - 1)) || answer.charAt(i - 1) == '.')) {
                continue;
            }
            Digits digits = Digits.at(answer, i);
            if (digits != null && digits.value() == next && isDelimited(answer, digits.end())) {
                starts.add(i);
                contents.add(digits.end() + 1);
                next++;
            }
        }
        if (starts.size() < 2) {
            return new Reading("", List.of(), false, false);
        }
        List<String> statements = new ArrayList<>();
        for (int s = 0; s < starts.size(); s++) {
            int end = s + 1 < starts.size() ? starts.get(s + 1) : answer.length();
            String statement = StatementText.clean(answer.substring(contents.get(s), end));
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        return new Reading(answer.substring(0, starts.get(0)), statements, false, false);
    }

    private static boolean isDelimited(String answer, int at) {
        return at + 1 < answer.length()
                && DELIMITERS.indexOf(answer.charAt(at)) >= 0
                && !Character.isDigit(answer.charAt(at + 1));
    }
}
