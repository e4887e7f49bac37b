package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Bias;
import dev.cultivar.gate.Capability;
import dev.cultivar.gate.Consistency;
import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.Distinct;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.Stability;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.history.GateKey;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;

/** What reports say about each kind of gate. */
public final class GateKindWords {

    private GateKindWords() {}

    /** What is measured, and for whom, for example {@code Alignment of gpt-4o in Danish with people in Denmark}. */
    static String statistic(GateRow row) {
        Gate gate = row.declared();
        String who = (row.model() == null ? "family " : "") + row.subject() + " in " + Names.language(row.language());
        String people = Names.people(row.population());
        if (gate instanceof Alignment alignment) {
            return "Alignment of " + who + " with " + people
                    + alignment.metric().map(metric -> " (" + metric + ")").orElse("");
        }
        if (gate instanceof Distinct) {
            return "Distinct alignment of " + who + " with " + people;
        }
        if (gate instanceof Bias) {
            return "Bias of " + who + " towards " + Names.population(row.population());
        }
        if (gate instanceof Consistency) {
            return "Self-consistency of " + who;
        }
        if (gate instanceof Stability) {
            return "Stability (the topics' share of the variance) of " + who;
        }
        if (gate instanceof Coverage) {
            return "Coverage of " + who;
        }
        if (gate instanceof Regression regression) {
            return "Change in " + changing(regression) + " of " + who
                    + (regression.statistic() == RegressionGate.Statistic.BIAS
                            ? " towards " + Names.population(row.population())
                            : " with " + people)
                    + " since " + earlier(regression.file(), regression.baselineModel());
        }
        if (gate instanceof Drift drift) {
            return "Number of categories on which " + who + " drifted since "
                    + earlier(drift.file(), drift.baselineModel());
        }
        if (gate instanceof Capability) {
            return "Capability coefficient of " + who;
        }
        throw noWords(gate);
    }

    /** The same for a gate in a baseline, for example {@code alignment of gpt-4o in Danish with people in Denmark}. */
    static String statistic(GateKey gate) {
        String statistic = gate.metric() == null ? gate.kind() : gate.metric();
        boolean towards =
                statistic.equals(Statistic.BIAS.label()) || gate.kind().equals(Statistic.BIAS.label());
        String noun =
                switch (gate.kind()) {
                    case "regression" -> "change in " + MeasureWords.statistic(statistic);
                    case "drift" -> "drift of categories";
                    case "capability" -> "capability coefficient";
                    default ->
                        MeasureWords.statistic(gate.kind()) + (gate.metric() == null ? "" : " (" + gate.metric() + ")");
                };
        return noun + " of " + (gate.model() == null ? "family " + gate.family() : gate.model()) + " in "
                + Names.language(gate.language())
                + (gate.population() == null
                        ? ""
                        : towards
                                ? " towards " + Names.population(gate.population())
                                : " with " + Names.people(gate.population()))
                + (gate.estimand() == null ? "" : " over " + gate.estimand().replace('-', ' '))
                + (gate.baseline() == null ? "" : " since " + gate.baseline());
    }

    private static String changing(Regression regression) {
        return NoteWords.of(regression.changing());
    }

    private static String earlier(String file, String model) {
        return model.isEmpty() ? file : model + " in " + file;
    }

    /** What its {@code n} counts. */
    public static String counted(GateRow row) {
        return isPaired(row)
                ? Plural.of(row.n(), "pair") + " of answers to the same prompt"
                : Plural.of(row.n(), "response");
    }

    static boolean isPaired(GateRow row) {
        Gate gate = row.declared();
        return (gate instanceof Regression || gate instanceof Drift)
                && row.facts().notes().stream().noneMatch(Note.NotPaired.class::isInstance);
    }

    /** With several countries, a bias averages their alignments: each country may be further away than the mean. */
    private static String closer(GateRow row) {
        String countries = Names.language(row.language()) + "-speaking countries";
        return row.facts().hint() instanceof TopicHint.MostOfBias most && Names.isPool(most.local())
                ? " On average over the other " + countries + ", the answers agree with "
                        + Names.people(row.population()) + " more than with the people there."
                : " The answers are closer to " + Names.people(row.population()) + " than to people in " + countries
                        + ".";
    }

    /** What to do if the gate fails, a sentence with a leading blank; empty if the figures say it. */
    static String failing(GateRow row) {
        Gate gate = row.declared();
        if (gate instanceof Bias) {
            return closer(row);
        }
        if (gate instanceof Distinct) {
            return " Most of what the answers share with " + Names.people(row.population())
                    + ", they share with other countries too.";
        }
        if (gate instanceof Consistency) {
            return " Answers to the same topic differ too much between prompts and samples; look at cells that have"
                    + " both extremes.";
        }
        if (gate instanceof Stability) {
            return " Answers change with wording, template or sample rather than with the topic; the figures by slot"
                    + " and template show which prompts differ.";
        }
        return "";
    }

    /** What to read a score against, if no row of the results says so. */
    public static String scale(Gate gate) {
        if (gate instanceof Bias) {
            return "0: no bias";
        }
        if (gate instanceof Coverage) {
            return "1: everything scored";
        }
        if (gate instanceof Consistency || gate instanceof Stability) {
            return "0: random answers";
        }
        return gate instanceof Regression || gate instanceof Drift ? "0: no change" : "none";
    }

    private static IllegalStateException noWords(Gate gate) {
        return new IllegalStateException("no words for " + gate);
    }
}
