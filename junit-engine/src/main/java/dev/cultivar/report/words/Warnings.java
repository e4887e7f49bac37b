package dev.cultivar.report.words;

import dev.cultivar.analysis.counts.LabelsByPosition;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.microdata.ImportedPopulations;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every report says about prompts that no native reader has approved, and about a judge that may not be trustworthy. */
public final class Warnings {

    /** With the fewest responses, labels unrelated to position reached this value in at most 2 of 1,000 draws. */
    private static final double MUCH_EXPLAINED = 0.5;

    private static final int FEWEST_RESPONSES = 10;

    /**
     * Limit for two shares: responses with one label throughout, and wrongly labelled controls among them. People of one mind cause only
     * the first.
     */
    private static final double MUCH_ALIKE = 0.25;

    private static final int MOST_NAMED = 4;

    private static final int NAMED = 8;

    private Warnings() {}

    /** On languages with unapproved prompts; empty if there are none. */
    public static String unreviewed(Collection<String> languages) {
        return languages.isEmpty()
                ? ""
                : "UNREVIEWED: No native reader has approved the prompts in " + Names.languages(List.copyOf(languages))
                        + " yet; a slip in a translation looks like a value.";
    }

    /** On a language, if it needs one. */
    public static String unreviewed(Map<String, PromptBook> books, String language) {
        return unreviewed(Stream.ofNullable(books.get(language))
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .toList());
    }

    /** On all languages that need one. */
    public static String unreviewed(Map<String, PromptBook> books) {
        return unreviewed(books.values().stream()
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .sorted()
                .toList());
    }

    /**
     * On topics that the survey did not ask in every population compared with. Topics that lack the same populations share a line, without
     * a full stop.
     *
     * @param topics by population
     */
    public static List<String> withoutTruth(Map<String, List<String>> topics) {
        SortedMap<String, List<String>> lacking = new TreeMap<>();
        new TreeMap<>(topics)
                .forEach((population, keys) -> keys.forEach(topic ->
                        lacking.computeIfAbsent(topic, key -> new ArrayList<>()).add(population)));
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        lacking.forEach((topic, populations) ->
                alike.computeIfAbsent(populations, key -> new ArrayList<>()).add(topic));
        return alike.entrySet().stream()
                .map(group -> "The survey has no figures for "
                        + Names.list(
                                group.getKey().stream().map(Names::population).toList()) + " on "
                        + Plural.of(group.getValue().size(), "topic") + ": "
                        + group.getValue().stream().map(Warnings::named).collect(Collectors.joining(", ")))
                .toList();
    }

    /** A topic's key, and its name if it is built in. */
    static String named(String topic) {
        return Catalogue.builtIn()
                .topic(topic)
                .map(known -> topic + " " + known.label())
                .orElse(topic);
    }

    /** On a table that replaces built-in figures with fewer; empty if it does not. */
    public static String replaced(List<ImportedPopulations.Replaced> populations) {
        if (populations.isEmpty()) {
            return "";
        }
        int more = populations.size() - MOST_NAMED;
        return "The table replaces built-in figures with fewer. "
                + populations.stream()
                        .limit(MOST_NAMED)
                        .map(of -> Names.population(of.population()) + ": " + Plural.of(of.topics(), "topic")
                                + " instead of " + of.before())
                        .collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : "")
                + ". A population with a figure on a built-in topic loses all its built-in figures: import the whole"
                + " file, or only topics of your own.";
    }

    /** On languages whose people were asked about only some of the topics, one sentence each. */
    public static List<String> fewFigures(RunPlan plan) {
        List<String> topics = plan.topics().stream().map(Topic::key).toList();
        List<String> warnings = new ArrayList<>();
        for (String language : plan.settings().value(Settings.LANGUAGES)) {
            plan.populations().localPopulation(language).ifPresent(people -> {
                List<String> lacking = topics.stream()
                        .filter(topic ->
                                plan.populations().polarity(people, topic).isEmpty())
                        .toList();
                int more = lacking.size() - NAMED;
                if (!lacking.isEmpty()) {
                    warnings.add("Scores in " + Names.language(language) + " rest on "
                            + (topics.size() - lacking.size()) + " of " + Plural.of(topics.size(), "topic")
                            + ": the survey has no figures for " + Names.people(people.name()) + " on "
                            + lacking.stream().limit(NAMED).map(Warnings::named).collect(Collectors.joining(", "))
                            + (more > 0 ? " and " + more + " more." : "."));
                }
            });
        }
        return warnings;
    }

    /** On a judge that was not compared with people, or that is one of the models; empty if there is nothing to say. */
    public static List<String> judge(JudgeInfo judge) {
        List<String> warnings = new ArrayList<>();
        if (!judge.calibrated()) {
            warnings.add(
                    "UNCALIBRATED JUDGE " + judge.model().wireName() + ": its stances were not compared with people's");
        }
        warnings.addAll(ownJudge(judge));
        return warnings;
    }

    /** On a judge that is one of the models; empty if it is not. */
    public static List<String> ownJudge(JudgeInfo judge) {
        return judge.own().isEmpty()
                ? List.of()
                : List.of("OWN JUDGE " + judge.model().wireName() + ": it judges its own answers, as "
                        + String.join(", ", judge.own()) + ", and may read into them what it meant");
    }

    /** On a judge whose labels show that it does not read, or may not; without full stops. */
    public static List<String> labels(SuiteInfo suite) {
        List<String> warnings = new ArrayList<>();
        String judge = "The judge " + suite.judge().model().wireName();
        for (LabelsByPosition labels : suite.labels()) {
            if (labels.misread() > 0) {
                warnings.add(judge + " labelled a control statement wrongly in " + labels.misread() + " of "
                        + Plural.of(labels.responses(), "response") + " of " + labels.model()
                        + (labels.lost() == 0
                                ? " and was asked again"
                                : ", twice in " + labels.lost() + " of them, which are not scored"));
            }
            if (labels.responses() >= FEWEST_RESPONSES
                    && labels.alike() >= MUCH_ALIKE * labels.responses()
                    && labels.alikeMisread() >= MUCH_ALIKE * labels.alike()) {
                warnings.add(judge + " gave all statements of a response one label, though they differ, in "
                        + labels.alike() + " of " + Plural.of(labels.responses(), "response") + " of "
                        + labels.model() + ", and in " + labels.alikeMisread()
                        + " of these labelled a control statement wrongly too: it may not tell statements apart");
            }
            Double explained = labels.explained();
            if (explained != null && explained >= MUCH_EXPLAINED && labels.responses() >= FEWEST_RESPONSES) {
                warnings.add("The position of a statement explains " + Math.round(100 * explained)
                        + "% of its label by the judge "
                        + suite.judge().model().wireName() + " for " + labels.model()
                        + " (Theil's uncertainty coefficient): the judge may not be reading, or "
                        + labels.model() + " may sort its ten people by opinion");
            }
        }
        return warnings;
    }
}
