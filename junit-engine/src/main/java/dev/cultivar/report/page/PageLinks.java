package dev.cultivar.report.page;

import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fragments that link to a gate and to its answers on the page, to be pasted into a review. */
final class PageLinks {

    private final Map<String, String> ids = new HashMap<>();

    PageLinks(List<GateRow> gates) {
        boolean several = gates.stream().map(GateRow::suite).distinct().count() > 1;
        Set<String> taken = new HashSet<>();
        for (GateRow gate : gates) {
            String name = "gate-" + letters((several ? gate.suite() + " " : "") + gate.measures());
            String id = name;
            for (int i = 2; !taken.add(id); i++) {
                id = name + "-" + i;
            }
            ids.put(key(gate), id);
        }
    }

    /** The gate's id, without a number sign; stable from run to run. */
    String id(GateRow gate) {
        return ids.getOrDefault(key(gate), "verdicts");
    }

    private static String key(GateRow gate) {
        return gate.suite() + "\t" + gate.measures();
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Links to the cells that a gate rests on, those with most weight first, and opens the first. */
    static String cells(GateRow gate) {
        boolean byPopulation = !gate.declared().isTowards();
        return "#cells?"
                + Stream.of(
                                parameter("model", gate.model()),
                                parameter("language", gate.language()),
                                parameter("population", byPopulation ? gate.population() : null),
                                parameter("sort", gate.declared().hasInterval() ? "gap" : "coverage"),
                                parameter("open", "first"))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("&"));
    }

    /** Links to the cell that a check looked at, and opens it. */
    static String cell(CheckRow check) {
        return "#cells?"
                + String.join(
                        "&",
                        parameter("model", check.model()),
                        parameter("language", check.language()),
                        parameter("open", check.topic()));
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
