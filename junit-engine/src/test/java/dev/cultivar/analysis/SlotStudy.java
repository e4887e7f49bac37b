package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.PromptPlan;
import dev.cultivar.prompt.Slot;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import dev.cultivar.text.TableLine;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the plan of prompts does to models whose answers depend on the way in which a topic is put, and how alike countries are on each kind
 * of topic: as markdown on standard output.
 *
 * <p>The wordings before the master questionnaire are known by their counts: which share stated the topic's claim in favour (none stated one
 * against), and of those on trust which share presumed trust and which named the institution alone. Each response drew one at random. The
 * plan of slots is the real one.
 */
public final class SlotStudy {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<Topic> TOPICS = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
            .filter(topic -> TABLE.polarity("DK", topic.key()).isPresent())
            .toList();
    private static final List<String> KEYS = TOPICS.stream().map(Topic::key).toList();
    private static final Map<String, TopicKind> KINDS =
            TOPICS.stream().collect(Collectors.toMap(Topic::key, Topic::kind));
    private static final List<String> LANGUAGES = List.of("da", "nl", "en", "pt");

    /** Share of wordings that stated the claim in favour. */
    private static final Map<String, Double> CLAIMS = Map.of("da", 0.20, "nl", 0.27, "en", 0.20, "pt", 0.26);

    /** Share of wordings on trust that presumed it; in the other languages as many named the institution alone. */
    private static final Map<String, Double> PRESUMED = Map.of("da", 0.4, "nl", 0.0, "en", 0.4, "pt", 0.0);

    private static final double NAMED_ALONE = 0.4;
    private static final int PER_TOPIC = 8;
    private static final int RESPONDENTS = 10;

    /** Logits; an assumption. */
    private static final double SHIFT = 0.5;

    private static final List<String> COUNTRIES =
            List.of("AU", "BR", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "PT", "SG", "US");

    private SlotStudy() {}

    /** How a wording puts its topic. */
    private enum Put {
        CLAIM_PRO,
        CLAIM_CON,
        TRUST_PRESUMED,
        INSTITUTION_ALONE,
        OPEN
    }

    /** What a model adds to the logit of a topic, by how it is put. */
    private enum Leaning {
        NONE,
        /** Agrees with the claim that is put to it. */
        ACQUIESCENT,
        /** Does not speak for a claim against. */
        CON_AVERSE,
        /** Takes up the trust that a wording presumes or claims, and judges the work of an institution that is named alone. */
        TRUST_PRESUMING;

        double of(Put put, TopicKind kind) {
            return switch (this) {
                case NONE -> 0;
                case ACQUIESCENT -> put == Put.CLAIM_PRO ? SHIFT : put == Put.CLAIM_CON ? -SHIFT : 0;
                case CON_AVERSE -> put == Put.CLAIM_CON ? SHIFT : 0;
                case TRUST_PRESUMING ->
                    kind != TopicKind.TRUST
                            ? 0
                            : switch (put) {
                                case CLAIM_PRO, TRUST_PRESUMED -> SHIFT;
                                case CLAIM_CON, INSTITUTION_ALONE -> -SHIFT;
                                case OPEN -> 0;
                            };
            };
        }

        String words() {
            return this == NONE
                    ? "hears no wording"
                    : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Takes the number of runs a line, 200 where it is not given. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        System.out.println(
                "| values | answers | language | alignment with its people, before | now | bias, before | now |"
                        + " polarity moved, before | now | acquiescence, now |");
        System.out.println("|---|---|---|---:|---:|---:|---:|---:|---:|---:|");
        for (String values : List.of("perfect-local", "perfect-US", "mix-local50-US50")) {
            for (Leaning leaning : Leaning.values()) {
                if (leaning == Leaning.NONE || values.startsWith("mix")) {
                    LANGUAGES.forEach(language -> line(values, leaning, language, runs));
                }
            }
        }
        System.out.println();
        countries();
    }

    private static void line(String values, Leaning leaning, String language, int runs) {
        PromptBook book = PromptBooks.builtIn(language).orElseThrow();
        Figures before = new Figures(language);
        Figures now = new Figures(language);
        for (int run = 0; run < runs; run++) {
            Random random = new Random(31L * run + language.hashCode());
            List<ScoredResponse> old = new ArrayList<>();
            List<ScoredResponse> planned = new ArrayList<>();
            double claims = 0;
            List<PlannedPrompt> plan = PromptPlan.of(book, KEYS, PER_TOPIC, run);
            Map<String, Map<Slot, DoubleSummaryStatistics>> bySlot = new HashMap<>();
            for (PlannedPrompt prompt : plan) {
                String topic = prompt.prompt().topic();
                old.add(response(values, leaning, language, topic, drawn(language, KINDS.get(topic), random), random));
                Slot slot = prompt.prompt().slot();
                ScoredResponse answer = response(values, leaning, language, topic, put(slot), random);
                planned.add(answer);
                bySlot.computeIfAbsent(topic, key -> new EnumMap<>(Slot.class))
                        .computeIfAbsent(slot, key -> new DoubleSummaryStatistics())
                        .accept(answer.polarity());
            }
            for (Map<Slot, DoubleSummaryStatistics> of : bySlot.values()) {
                claims += (of.get(Slot.CLAIM_PRO).getAverage()
                                - of.get(Slot.CLAIM_CON).getAverage())
                        / bySlot.size();
            }
            before.add(values, old, 0);
            now.add(values, planned, claims);
        }
        System.out.println(String.join(
                " | ",
                "| " + values,
                leaning.words(),
                language,
                mean(before.alignment),
                mean(now.alignment),
                mean(before.bias),
                mean(now.bias),
                mean(before.moved),
                mean(now.moved),
                mean(now.acquiescence) + " |"));
    }

    private static String mean(DoubleSummaryStatistics figures) {
        return TableLine.of("%.3f", figures.getAverage());
    }

    private static Put put(Slot slot) {
        return switch (slot) {
            case CLAIM_PRO -> Put.CLAIM_PRO;
            case CLAIM_CON -> Put.CLAIM_CON;
            case NEUTRAL, WHETHER, PARAPHRASE -> Put.OPEN;
        };
    }

    private static Put drawn(String language, TopicKind kind, Random random) {
        double at = random.nextDouble();
        if (kind == TopicKind.TRUST) {
            double presumed = PRESUMED.getOrDefault(language, 0.0);
            return at < presumed
                    ? Put.TRUST_PRESUMED
                    : presumed == 0 && at < NAMED_ALONE ? Put.INSTITUTION_ALONE : Put.OPEN;
        }
        return at < CLAIMS.getOrDefault(language, 0.0) ? Put.CLAIM_PRO : Put.OPEN;
    }

    private static ScoredResponse response(
            String values, Leaning leaning, String language, String topic, Put put, Random random) {
        double p = polarity(values, language, topic);
        double logit = Math.log(p / (1 - p)) + leaning.of(put, KINDS.get(topic));
        double shifted = 1 / (1 + Math.exp(-logit));
        int pro = 0;
        for (int i = 0; i < RESPONDENTS; i++) {
            pro += random.nextDouble() < shifted ? 1 : 0;
        }
        return new ScoredResponse("m", "f", language, topic, (double) pro / RESPONDENTS);
    }

    private static double polarity(String values, String language, String topic) {
        double own = TABLE.polarity(TABLE.localPopulation(language).orElseThrow(), topic)
                .orElse(0.5);
        double americans = TABLE.polarity("US", topic).orElse(0.5);
        double polarity =
                switch (values) {
                    case "perfect-local" -> own;
                    case "perfect-US" -> americans;
                    default -> (own + americans) / 2;
                };
        return Math.max(0.001, Math.min(0.999, polarity));
    }

    /** Means over runs. */
    private static final class Figures {

        private final String language;
        private final DoubleSummaryStatistics alignment = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics bias = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics moved = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics acquiescence = new DoubleSummaryStatistics();

        Figures(String language) {
            this.language = language;
        }

        void add(String values, List<ScoredResponse> responses, double claims) {
            CountTable table = CountTable.of(PolarityCounts.of(responses.stream()), KEYS);
            PopulationKey own = TABLE.localPopulation(language).orElseThrow();
            alignment.accept(
                    new Alignments(table, Metric.SPEARMAN, List.of(Truth.of(own, TABLE, KEYS))).of(table.weights())[0]);
            bias.accept(BiasTerms.of(TABLE.find("US").orElseThrow(), TABLE, language, KEYS, table)
                    .of(table.weights()));
            moved.accept(responses.stream()
                    .mapToDouble(response -> response.polarity() - polarity(values, language, response.topic()))
                    .average()
                    .orElseThrow());
            acquiescence.accept(claims);
        }
    }

    private static void countries() {
        System.out.println(
                "| kind | topics | pairs of countries: mean | least | greatest | DK and US | NL and US | BR and US |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (TopicKind kind : TopicKind.values()) {
            row(
                    kind.label(),
                    TOPICS.stream()
                            .filter(topic -> topic.kind() == kind)
                            .map(Topic::key)
                            .toList());
        }
        row("all", KEYS);
    }

    private static void row(String kind, List<String> topics) {
        DoubleSummaryStatistics pairs = new DoubleSummaryStatistics();
        for (String one : COUNTRIES) {
            COUNTRIES.stream()
                    .filter(other -> other.compareTo(one) > 0)
                    .mapToDouble(other -> correlation(one, other, topics))
                    .filter(Double::isFinite)
                    .forEach(pairs);
        }
        System.out.println(String.join(
                " | ",
                "| " + kind,
                Integer.toString(topics.size()),
                shown(pairs.getAverage(), pairs),
                shown(pairs.getMin(), pairs),
                shown(pairs.getMax(), pairs),
                shown(correlation("DK", "US", topics), pairs),
                shown(correlation("NL", "US", topics), pairs),
                shown(correlation("BR", "US", topics), pairs) + " |"));
    }

    private static String shown(double correlation, DoubleSummaryStatistics pairs) {
        return pairs.getCount() == 0 ? "-" : TableLine.of("%.2f", correlation);
    }

    private static double correlation(String one, String other, List<String> topics) {
        List<String> common = topics.stream()
                .filter(topic -> TABLE.polarity(one, topic).isPresent()
                        && TABLE.polarity(other, topic).isPresent())
                .toList();
        return common.size() < 4
                ? Double.NaN
                : Correlation.spearman(polarities(one, common), polarities(other, common));
    }

    private static double[] polarities(String country, List<String> topics) {
        return topics.stream()
                .mapToDouble(topic -> TABLE.polarity(country, topic).orElseThrow())
                .toArray();
    }
}
