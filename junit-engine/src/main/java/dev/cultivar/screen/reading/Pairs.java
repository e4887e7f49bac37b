package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists whose items alternate, such as questions and answers, or profiles and views. Together they are one list of people, identified by
 * what the people say.
 *
 * @param views the lists with what people say
 * @param partners lines of the list that alternates with each, where there is one
 */
record Pairs(List<MarkerRun> views, Map<MarkerRun, Set<Integer>> partners) {

    static Pairs of(List<MarkerRun> runs) {
        Set<MarkerRun> dropped = new HashSet<>();
        Map<MarkerRun, Set<Integer>> partners = new HashMap<>();
        for (MarkerRun first : runs) {
            for (MarkerRun second : runs) {
                if (!first.equals(second) && takeTurns(first, second)) {
                    if (mostly(second, Pairs::asks) && !mostly(first, Pairs::asks)) {
                        pair(first, second, dropped, partners);
                    } else if (mostly(first, Pairs::asks) || mostly(first, Pairs::describes)) {
                        pair(second, first, dropped, partners);
                    } else {
                        // A view and its reason, for example, are one statement.
                        dropped.add(second);
                    }
                }
            }
        }
        List<MarkerRun> views = new ArrayList<>(runs);
        views.removeAll(dropped);
        return new Pairs(List.copyOf(views), partners);
    }

    Set<Integer> besides(MarkerRun view) {
        return partners.getOrDefault(view, Set.of());
    }

    private static void pair(
            MarkerRun view, MarkerRun other, Set<MarkerRun> dropped, Map<MarkerRun, Set<Integer>> partners) {
        dropped.add(other);
        partners.computeIfAbsent(view, any -> new HashSet<>()).addAll(other.starts());
    }

    private static boolean takeTurns(MarkerRun first, MarkerRun second) {
        if (first.kind() != second.kind()
                || first.series().equals(second.series())
                || first.size() - second.size() > 1
                || second.size() > first.size()) {
            return false;
        }
        for (int i = 0; i < second.size(); i++) {
            boolean after = first.starts().get(i) < second.starts().get(i);
            boolean before = i + 1 >= first.size()
                    || second.starts().get(i) < first.starts().get(i + 1);
            if (!after || !before) {
                return false;
            }
        }
        return true;
    }

    private static boolean mostly(MarkerRun run, Predicate<String> property) {
        return 2 * run.rests().stream().filter(property).count() > run.size();
    }

    private static boolean asks(String text) {
        return Questions.asks(StatementText.clean(text));
    }

    /** Whether a text is a profile: it contains an age, or is not a sentence. */
    private static boolean describes(String text) {
        String bare = StatementText.clean(text);
        return bare.matches(".*\\b[1-9]\\d\\b.*") || !SentenceEnd.reached(bare);
    }
}
