package dev.cultivar.report.page;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which answers a page shows, and how much of each: none, a few of each cell, or all. A few means one of each outcome and then the first
 * ones. The more cells there are, the fewer and shorter the answers, so that the page of any run opens; the page says so.
 */
final class PageAnswers {

    private static final long BUDGET = 9_000_000;
    private static final int OVERHEAD = 200;

    /** Answers per cell and characters per answer, from generous to scant. */
    private static final int[][] SIZES = {
        {3, 4000}, {3, 1500}, {2, 1500}, {2, 800}, {1, 800}, {1, 400}, {1, 250}, {1, 120}
    };

    private final Map<CellKey, List<ResponseRecord>> byCell;
    private final int most;
    private final int length;
    private final String note;

    private PageAnswers(Map<CellKey, List<ResponseRecord>> byCell, int most, int length, String note) {
        this.byCell = byCell;
        this.most = most;
        this.length = length;
        this.note = note;
    }

    static PageAnswers choose(Map<CellKey, List<ResponseRecord>> byCell, AnswersShown which) {
        String rest = "responses.jsonl has every answer in full.";
        if (which == AnswersShown.NONE) {
            return new PageAnswers(
                    byCell,
                    0,
                    0,
                    "Answers are not shown, because cultivar.report.answers is none; they are only in the store.");
        }
        if (which == AnswersShown.ALL) {
            return new PageAnswers(byCell, Integer.MAX_VALUE, Integer.MAX_VALUE, "Every answer is shown.");
        }
        long[] sizes = sizes(byCell);
        for (int i = 0; i < SIZES.length; i++) {
            if (sizes[i] <= BUDGET) {
                int most = SIZES[i][0];
                return new PageAnswers(
                        byCell,
                        most,
                        SIZES[i][1],
                        "At most " + Plural.of(most, "answer")
                                + " of each cell, one of each outcome first, " + SIZES[i][1] + " characters each; "
                                + rest);
            }
        }
        return new PageAnswers(byCell, 0, 0, "There are too many cells to show answers; " + rest);
    }

    /**
     * Approximate number of bytes that the answers would take at each size. Every answer is read only once, because it may come from a
     * file: the answers at a scantier size are the first of those at a more generous one.
     */
    private static long[] sizes(Map<CellKey, List<ResponseRecord>> byCell) {
        long[] sizes = new long[SIZES.length];
        for (List<ResponseRecord> all : byCell.values()) {
            List<ResponseRecord> chosen = chosen(all, SIZES[0][0]);
            for (int i = 0; i < chosen.size(); i++) {
                String answer = chosen.get(i).text();
                long bytes = OVERHEAD;
                int at = 0;
                for (int size = SIZES.length - 1; size >= 0; size--) {
                    for (int end = Math.min(answer.length(), SIZES[size][1]); at < end; at++) {
                        bytes += answer.charAt(at) > 0x7F ? 3 : 1;
                    }
                    sizes[size] += i < SIZES[size][0] ? bytes : 0;
                }
            }
        }
        return sizes;
    }

    String note() {
        return note;
    }

    List<ResponseRecord> of(CellKey cell) {
        return chosen(byCell.getOrDefault(cell, List.of()), most);
    }

    private static List<ResponseRecord> chosen(List<ResponseRecord> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<ResponseRecord> chosen = new ArrayList<>();
        List<ResponseRecord> next = new ArrayList<>();
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (ResponseRecord response : all) {
            List<ResponseRecord> those = seen.add(response.outcome()) ? chosen : next;
            if (those.size() < most) {
                those.add(response);
            }
        }
        chosen.addAll(next.subList(0, Math.min(next.size(), most - chosen.size())));
        return chosen;
    }

    String cut(String text) {
        if (text.length() <= length) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, pair ? length - 1 : length);
    }
}
