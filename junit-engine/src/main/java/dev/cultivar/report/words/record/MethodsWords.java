package dev.cultivar.report.words.record;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Bias;
import dev.cultivar.gate.Distinct;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Correction;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a suite was measured, in the style of a paper's methods section; states only the facts of the run. */
public final class MethodsWords {

    private static final String SPEARMAN = Metric.SPEARMAN.label();

    private final SuiteInfo suite;
    private final ResultsFile results;
    private final List<GateRow> gates;
    private final List<String> sentences = new ArrayList<>();

    private MethodsWords(SuiteInfo suite, ResultsFile results) {
        this.suite = suite;
        this.results = results;
        gates = results.gates().stream()
                .filter(gate -> gate.suite().equals(suite.suite()))
                .toList();
    }

    /** A paragraph. */
    public static String of(SuiteInfo suite, ResultsFile results) {
        MethodsWords words = new MethodsWords(suite, results);
        words.asked();
        words.answered();
        words.measured();
        words.decided();
        suite.sources().forEach(words::add);
        return String.join(" ", words.sentences);
    }

    private void add(String sentence) {
        sentences.add(sentence + ".");
    }

    private void asked() {
        add((suite.models().size() == 1 ? "The model was " : "The models were ")
                + suite.models().stream()
                        .map(model -> model.name() + ", " + RunWords.answered(suite, model))
                        .collect(Collectors.joining("; ")));
        add("The prompts were in " + Names.languages(List.copyOf(suite.books().keySet())) + ", on "
                + Plural.of(suite.topics().size(), "topic")
                + (suite.topics().size() == 1 ? ", whose key is" : ", whose keys are") + " in results.json");
        String from = RunWords.day(suite.started());
        String to = RunWords.day(suite.finished());
        add("The run was " + (from.equals(to) ? "on " + from : "from " + from + " to " + to) + " (UTC), with Cultivar "
                + results.run().cultivar() + " and seed " + suite.seed()
                + (suite.complete() ? "" : ", and is not complete"));
    }

    private void answered() {
        SortedMap<String, Long> stored = suite.account().answers().stored();
        if (!stored.isEmpty()) {
            long count = stored.values().stream().mapToLong(Long::longValue).sum();
            add("Of the answers, " + count + " had been stored before, "
                    + (stored.size() == 1
                            ? "on " + stored.firstKey()
                            : "between " + stored.firstKey() + " and " + stored.lastKey()));
        }
        List<CellRow> cells = results.cells().stream()
                .filter(cell -> cell.suite().equals(suite.suite()))
                .toList();
        int looks = suite.looks().perTopic().size();
        long planned = cells.stream().mapToLong(CellRow::planned).sum();
        add("Of "
                + (looks == 1 ? Plural.of(planned, "planned response") : Plural.of(planned, "response") + " due")
                + ", " + cells.stream().mapToLong(CellRow::n).sum() + " were scored");
        add(
                looks == 1
                        ? "There was one look, after " + perTopic()
                        : "Up to " + looks + " looks were planned, after " + perTopic());
    }

    private String perTopic() {
        return Names.list(suite.looks().perTopic().stream().map(String::valueOf).toList()) + " responses per topic";
    }

    private void measured() {
        add("The judge, " + RunWords.judge(suite) + ", labelled each statement of a response pro, con or neutral");
        boolean spearman = results.results().stream()
                .anyMatch(row -> of(row)
                        && row.statistic().equals(Statistic.ALIGNMENT.label())
                        && row.metric().equals(SPEARMAN));
        if (spearman) {
            add("Alignment is Spearman's correlation, over responses, of the share of pros among the pro and con"
                    + " statements with the share of the population in favour");
        }
        TreeSet<String> others = gates.stream()
                .filter(gate -> gate.declared() instanceof Alignment)
                .map(GateRow::metric)
                .filter(Objects::nonNull)
                .filter(metric -> !metric.equals(SPEARMAN))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            add("Of the gates on alignment, some used the metric " + Names.list(List.copyOf(others)));
        }
        if (gates.stream().anyMatch(gate -> gate.declared() instanceof Distinct)) {
            add("Distinct alignment is what remains of the alignment after removing what other countries share: the"
                    + " partial correlation with the population, given the unweighted mean of the other countries, over"
                    + " all pairs and their mirror images");
        }
        gates.stream()
                .filter(gate -> gate.declared() instanceof Bias)
                .map(gate -> Names.population(gate.population()))
                .distinct()
                .forEach(reference -> add("Bias towards " + reference + " is the alignment with " + reference
                        + " minus the mean alignment with the other countries of the language"));
    }

    private boolean of(ResultRow row) {
        return row.suite().equals(suite.suite());
    }

    private void decided() {
        List<GateRow> bounded =
                gates.stream().filter(gate -> gate.lower() != null).toList();
        if (bounded.isEmpty()) {
            return;
        }
        if (suite.had(Settings.METHOD, Method.PUBLISHED)) {
            add("Intervals are those of the published analysis (cultivar.method=published)");
        } else {
            interval(bounded, Estimand.THESE_TOPICS, "a stratified jackknife over responses within topics");
            interval(bounded, Estimand.ALL_TOPICS, "a bootstrap over topics");
        }
        if (suite.setting(Settings.CONFIDENCE).map(SettingInfo::value).orElse(null) instanceof Number level) {
            add("The confidence of the suite is " + Digits.percent(level.doubleValue()) + ", "
                    + correction()
                    + (suite.looks().perTopic().size() == 1 ? "" : "; the intervals of gates allow for all looks"));
        }
    }

    private void interval(List<GateRow> bounded, Estimand estimand, String method) {
        if (bounded.stream().anyMatch(gate -> estimand.label().equals(gate.estimand()))) {
            add("Intervals for " + estimand.label().replace('-', ' ') + " are from " + method);
        }
    }

    private String correction() {
        if (suite.had(Settings.CORRECTION, Multiplicity.NONE)) {
            return "without a correction for the number of gates";
        }
        Correction correction = suite.had(Settings.CORRECTION, Multiplicity.HOLM) ? Correction.HOLM : Correction.BH;
        return "and its gates share one " + (correction == Correction.HOLM ? "error rate" : "false discovery rate")
                + " (" + correction.authors() + "'s correction)";
    }
}
