package dev.cultivar.report.page;

import dev.cultivar.analysis.KindFigure;
import dev.cultivar.analysis.counts.LabelsByPosition;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.KindTable;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.PromptTable;
import dev.cultivar.report.words.ReferenceWords;
import dev.cultivar.report.words.StatementWords;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.provenance.AccountInfo;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.Estimand;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of a page: outcomes, tokens, statistics, settings. */
final class PageTables {

    private static final int MOST_ROWS = 400;

    private PageTables() {}

    /** A table whose first {@code words} columns are text and whose others are numbers. */
    static void table(Html html, String caption, List<String> heads, int words, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", caption)
                .open("table")
                .element("caption", caption)
                .open("thead")
                .open("tr");
        for (int i = 0; i < heads.size(); i++) {
            html.element("th", heads.get(i), "scope", "col", "class", i < words ? "word" : "number");
        }
        html.close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            html.line().open("tr");
            for (int i = 0; i < row.size(); i++) {
                if (i == 0) {
                    html.open("th", "scope", "row").foreign(row.get(i)).close("th");
                } else if (i < words) {
                    html.open("td").foreign(row.get(i)).close("td");
                } else {
                    html.element("td", Numbers.set(row.get(i)), "class", "number");
                }
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    static void outcomes(Html html, List<CellRow> cells) {
        TreeSet<String> kinds = new TreeSet<>();
        Map<List<String>, SortedMap<String, Integer>> counts = new LinkedHashMap<>();
        Map<List<String>, Integer> planned = new LinkedHashMap<>();
        Map<List<String>, StatementCounts> statements = new LinkedHashMap<>();
        for (CellRow cell : cells) {
            List<String> key = List.of(cell.model(), cell.language());
            planned.merge(key, cell.planned(), Integer::sum);
            statements.merge(key, cell.statements(), StatementCounts::plus);
            SortedMap<String, Integer> own = counts.computeIfAbsent(key, any -> new TreeMap<>());
            cell.outcomes().forEach((kind, count) -> own.merge(kind, count, Integer::sum));
            kinds.addAll(cell.outcomes().keySet());
        }
        kinds.remove("SCORED");
        List<String> heads = new ArrayList<>(List.of("Model", "Language", "Planned", "Scored", "Coverage"));
        kinds.forEach(kind -> heads.add(kind.toLowerCase(Locale.ROOT).replace('_', ' ')));
        heads.addAll(List.of("Different of ten", "Questions", "Groups", "Off topic"));
        List<List<String>> rows = new ArrayList<>();
        planned.forEach((key, all) -> {
            SortedMap<String, Integer> own = counts.getOrDefault(key, new TreeMap<>());
            int scored = own.getOrDefault("SCORED", 0);
            List<String> row = new ArrayList<>(List.of(key.get(0), Names.language(key.get(1))));
            row.add(Integer.toString(all));
            row.add(Integer.toString(scored));
            // Rounded down: 79.96% must not read as 80.
            row.add(all == 0 ? "\u2013" : 1000L * scored / all / 10.0 + "%");
            kinds.forEach(kind -> row.add(Integer.toString(own.getOrDefault(kind, 0))));
            StatementCounts said = statements.getOrDefault(key, StatementCounts.NONE);
            row.addAll(List.of(
                    StatementWords.different(said),
                    Integer.toString(said.questions()),
                    Integer.toString(said.groups()),
                    Integer.toString(said.offTopic())));
            rows.add(row);
        });
        table(html, "How responses ended, and what the scored ones contain, by model and language", heads, 2, rows);
    }

    static void kinds(Html html, List<KindFigure> kinds) {
        if (!kinds.isEmpty()) {
            table(
                    html,
                    KindTable.CAPTION,
                    KindTable.HEADS,
                    KindTable.WORDS,
                    kinds.stream().limit(MOST_ROWS).map(KindTable::cells).toList());
        }
    }

    /** How far answers shift with slot and template. */
    static void prompts(Html html, List<CellRow> cells) {
        PromptTable.of(cells)
                .forEach(table -> table(
                        html,
                        table.caption(),
                        table.heads(),
                        PromptTable.WORDS,
                        table.cells().stream().limit(MOST_ROWS).toList()));
    }

    /** How the judge labelled each model's statements, by their position. */
    static void labels(Html html, List<LabelsByPosition> models) {
        int places = models.stream()
                .mapToInt(labels -> labels.positions().size())
                .max()
                .orElse(0);
        if (places == 0) {
            return;
        }
        List<String> heads = new ArrayList<>(List.of("Model", "Label"));
        IntStream.rangeClosed(1, places).forEach(place -> heads.add(Integer.toString(place)));
        List<List<String>> rows = new ArrayList<>();
        for (LabelsByPosition labels : models) {
            rows.add(row(labels, "pro", places, LabelsByPosition.Labels::pro));
            rows.add(row(labels, "con", places, LabelsByPosition.Labels::con));
            rows.add(row(labels, "neutral", places, LabelsByPosition.Labels::neutral));
        }
        table(html, "The judge's labels by position of the statement", heads, 2, rows);
    }

    private static List<String> row(
            LabelsByPosition labels, String label, int places, ToIntFunction<LabelsByPosition.Labels> count) {
        List<String> row = new ArrayList<>(List.of(labels.model(), label));
        labels.positions().forEach(place -> row.add(Integer.toString(count.applyAsInt(place))));
        row.addAll(Collections.nCopies(places - labels.positions().size(), ""));
        return row;
    }

    static void tokens(Html html, SortedMap<String, Usage> spent) {
        List<List<String>> rows = new ArrayList<>();
        spent.forEach((model, usage) ->
                rows.add(List.of(model, Long.toString(usage.input()), Long.toString(usage.output()))));
        table(html, "Tokens by model, the judge's own included", List.of("Model", "In", "Out"), 1, rows);
    }

    /** What the run paid, and what it would have paid without its store; in money if the models have prices. */
    static void cost(Html html, AccountInfo account) {
        if (account.models().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        account.models()
                .forEach((model, line) -> rows.add(List.of(
                        model,
                        Long.toString(line.asked()),
                        Long.toString(line.paid().input()),
                        Long.toString(line.paid().output()),
                        money(line.money()),
                        Long.toString(line.recalled()),
                        Long.toString(line.saved().total()),
                        money(line.savedMoney()))));
        table(
                html,
                "What this run paid, and what its store saved; money in the currency of the prices",
                List.of("Model", "Calls", "Tokens in", "Tokens out", "Money", "From the store", "Saved", "Money saved"),
                1,
                rows);
        AccountText.total(account).ifPresent(total -> html.element("p", total + "."));
    }

    private static String money(@Nullable Double money) {
        return money == null ? "\u2013" : String.format(Locale.ROOT, "%.4f", money);
    }

    /** The numbers behind a figure, folded away. */
    static void statistic(Html html, String statistic, List<ResultRow> all) {
        List<ResultRow> rows = all.stream().filter(row -> shows(statistic, row)).toList();
        if (rows.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "The numbers");
        List<List<String>> shown = new ArrayList<>();
        boolean beside = rows.stream().anyMatch(row -> row.references() != null);
        for (ResultRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            List<String> cells = new ArrayList<>(List.of(
                    who(row),
                    orDash(row.language() == null ? null : Names.language(row.language())),
                    orDash(row.population() == null ? null : Names.population(row.population())),
                    row.isOf(Statistic.NOISE_CORRECTED) ? row.statistic() : row.metric(),
                    PlainText.line(NoteWords.of(row), 160),
                    row.estimate() == null ? "\u2013" : Decimals.score(row.estimate()),
                    StatisticsTable.interval(row, Estimand.THESE_TOPICS),
                    StatisticsTable.interval(row, Estimand.ALL_TOPICS)));
            cells.addAll(beside ? ReferenceWords.cells(row.references()) : List.of());
            cells.addAll(List.of(
                    row.p() == null ? "" : Numbers.p(row.p()), Integer.toString(row.topics()), Long.toString(row.n())));
            shown.add(cells);
        }
        List<String> heads = new ArrayList<>(
                List.of("Model", "Language", "Population", "Metric", "Note", "Score", "These topics", "All topics"));
        heads.addAll(beside ? ReferenceWords.HEADS : List.of());
        heads.addAll(List.of("p", "Topics", "n"));
        table(html, statistic + " by model, language and population", heads, 5, shown);
        if (rows.size() > MOST_ROWS) {
            html.element("p", (rows.size() - MOST_ROWS) + " further rows are in results.csv.");
        }
        html.close("details");
    }

    /** The sources, one line each. */
    static void sources(Html html, List<String> sources) {
        html.open("ul");
        sources.forEach(source -> html.open("li").foreign(source).text(".").close("li"));
        html.close("ul");
    }

    /** People are shown along with the models whose self-consistency is compared with theirs. */
    private static boolean shows(String table, ResultRow row) {
        return row.statistic().equals(table)
                || (table.equals(Statistic.CONSISTENCY.label()) && row.isOf(Statistic.HUMAN))
                || (table.equals(Statistic.ALIGNMENT.label()) && row.isOf(Statistic.NOISE_CORRECTED));
    }

    private static String who(ResultRow row) {
        if (row.isOf(Statistic.HUMAN)) {
            return "people";
        }
        return row.model() == null ? orDash(row.family()) : row.model();
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "\u2013" : text;
    }

    static void settings(Html html, SortedMap<String, SettingInfo> settings) {
        List<List<String>> rows = new ArrayList<>();
        settings.forEach((key, setting) -> rows.add(List.of(
                key,
                setting.value() instanceof List<?> list
                        ? String.join(", ", list.stream().map(String::valueOf).toList())
                        : String.valueOf(setting.value()),
                setting.origin())));
        table(html, "Settings in force, and where each comes from", List.of("Setting", "Value", "Origin"), 3, rows);
    }

    static void facts(Html html, Map<String, String> facts) {
        List<List<String>> rows = new ArrayList<>();
        facts.forEach((name, value) -> rows.add(List.of(name, value)));
        table(html, "What was run", List.of("Fact", "Value"), 2, rows);
    }
}
