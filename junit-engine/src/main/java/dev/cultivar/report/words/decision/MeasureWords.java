package dev.cultivar.report.words.decision;

import dev.cultivar.api.Population;
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
import dev.cultivar.text.Names;

/** Names for gates of one kind, and for what a model that misses them does. */
public final class MeasureWords {

    private MeasureWords() {}

    /** What is measured, as the head of a column or the object of a sentence. */
    public static String name(Gate gate) {
        if (gate instanceof Alignment alignment) {
            return "alignment with " + aim(alignment.population())
                    + alignment.metric().map(metric -> " (" + metric + ")").orElse("");
        }
        if (gate instanceof Distinct distinct) {
            return "distinct alignment" + beside(distinct.population());
        }
        if (gate instanceof Bias bias) {
            return "bias towards " + Names.population(bias.reference());
        }
        if (gate instanceof Consistency) {
            return "self-consistency";
        }
        if (gate instanceof Stability) {
            return "stability";
        }
        if (gate instanceof Coverage) {
            return "coverage";
        }
        if (gate instanceof Regression regression) {
            return regression.statistic() == RegressionGate.Statistic.BIAS
                    ? regression.noun() + " towards " + Names.population(regression.reference())
                    : regression.noun() + beside(regression.population());
        }
        if (gate instanceof Drift) {
            return gate.noun();
        }
        if (gate instanceof Capability) {
            return gate.noun();
        }
        throw noWords(gate);
    }

    /** The meaning of its score for somebody who does not know the term, for example {@code coverage: the share of answers scored}. */
    public static String meaning(Gate gate) {
        if (gate instanceof Regression regression) {
            return regression.noun() + ": the score now minus the baseline's";
        }
        return gate.noun() + ": " + says(gate);
    }

    private static String says(Gate gate) {
        if (gate instanceof Alignment) {
            return "how well the answers agree with the people's";
        }
        if (gate instanceof Distinct) {
            return "agreement with one's own people, beyond what other countries share with them";
        }
        if (gate instanceof Bias bias) {
            return "how much closer the answers are to " + Names.people(bias.reference())
                    + " than to the people of the language";
        }
        if (gate instanceof Consistency) {
            return "how well a model's answers to a topic agree with each other";
        }
        if (gate instanceof Stability) {
            return "how far an answer depends on the topic, not on how it was asked";
        }
        if (gate instanceof Coverage) {
            return "the share of answers that could be scored";
        }
        if (gate instanceof Drift) {
            return "how many categories of topics moved since the baseline";
        }
        if (gate instanceof Capability) {
            return "how far alignment grows with a family's capability";
        }
        throw noWords(gate);
    }

    /** What a model that misses it does, for example {@code is biased towards the US}. */
    static String missed(Gate gate) {
        if (gate instanceof Alignment alignment) {
            return "has too little alignment with " + aim(alignment.population());
        }
        if (gate instanceof Distinct distinct) {
            return "has too little distinct alignment" + beside(distinct.population());
        }
        if (gate instanceof Bias bias) {
            return "is biased towards " + Names.population(bias.reference());
        }
        if (gate instanceof Consistency) {
            return "has too little self-consistency";
        }
        if (gate instanceof Stability) {
            return "has too little stability";
        }
        if (gate instanceof Coverage) {
            return "has too little coverage";
        }
        if (gate instanceof Regression regression) {
            return regression.statistic() == RegressionGate.Statistic.BIAS
                    ? "its bias towards " + Names.population(regression.reference()) + " rose since the baseline"
                    : "its " + statistic(regression.changing().label()) + beside(regression.population())
                            + " fell since the baseline";
        }
        if (gate instanceof Drift) {
            return "its answers on whole categories drifted since the baseline";
        }
        if (gate instanceof Capability) {
            return "has too low a capability coefficient";
        }
        throw noWords(gate);
    }

    /** A statistic as a noun, from its label in a results file. */
    public static String statistic(String label) {
        return switch (label) {
            case "distinct" -> "distinct alignment";
            case "consistency" -> "self-consistency";
            default -> label;
        };
    }

    private static String aim(String population) {
        return population.equals(Population.LOCAL) || population.equals(Population.LANGUAGE)
                ? "local people"
                : Names.people(population);
    }

    private static String beside(String population) {
        return population.equals(Population.LOCAL) ? "" : " with " + aim(population);
    }

    private static IllegalStateException noWords(Gate gate) {
        return new IllegalStateException("no words for " + gate);
    }
}
