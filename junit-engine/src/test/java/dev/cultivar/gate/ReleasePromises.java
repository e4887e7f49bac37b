package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.RunComparison;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * Writes how often a suite asked anew passes its regression gates at the planned margin, and how often a model that moved a fifth of the
 * way to the reference country does not, for {@code docs/validity.md}. Run by hand:
 * {@code mvn -Pstudy -pl junit-engine verify -Dcultivar.study=dev.cultivar.gate.ReleasePromises}.
 */
public final class ReleasePromises {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final double MOVED = 0.2;
    /** A topic. */
    private static final int RESPONSES = 8;

    private ReleasePromises() {}

    /** @param arguments number of runs of a line, 100 by default */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        System.out.println("| model | languages | responses | margin | refused | asked again: green |"
                + " moved a fifth: red | its bias rose |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|---:|");
        for (Answering answering : Answering.values()) {
            for (List<String> languages : List.of(List.of("da"), List.of("da", "nl"))) {
                System.out.println(new Line(answering, languages).markdown(runs));
            }
        }
    }

    /** What a model's ten respondents are like. */
    private enum Answering {
        /** Drawn from the country itself. */
        PERFECT("perfect local", Double.POSITIVE_INFINITY),
        /** As Gemma 9B and 27B in Danish and Dutch. */
        STRONG("as Gemma 9B and 27B", 60);

        private final String label;
        private final double precision;

        Answering(String label, double precision) {
            this.label = label;
            this.precision = precision;
        }

        private double mean(String topic, String language) {
            String own = language.equals("da") ? "DK" : "NL";
            double polarity = polarity(own, topic);
            if (this == PERFECT) {
                return polarity;
            }
            double world = TABLE.world(TABLE.find(own).orElseThrow(), topic).orElse(polarity);
            double residual = ZigguratSampler.NormalizedGaussian.of(new Seeds(5).split(language).split(topic).stream(0))
                    .sample();
            return Math.max(
                    0.01, Math.min(0.99, 0.5 + 0.5 * (world - 0.5) + 0.5 * (polarity - world) + 0.1 * residual));
        }

        /** Ten respondents, each drawn with those before: a beta-binomial answer. */
        Suite.Answers moved(double american) {
            return (topic, language, rng) -> {
                double p = (1 - american) * mean(topic, language) + american * polarity("US", topic);
                return answer(p, rng) / 10.0;
            };
        }

        private int answer(double p, UniformRandomProvider rng) {
            int pro = 0;
            for (int k = 0; k < 10; k++) {
                double next = Double.isInfinite(precision) ? p : (p * precision + pro) / (precision + k);
                pro += rng.nextDouble() < next ? 1 : 0;
            }
            return pro;
        }

        private static double polarity(String country, String topic) {
            return TABLE.polarity(country, topic).orElseThrow();
        }
    }

    /** Suites of one regression gate on bias a language, with no margin named. */
    private record Line(Answering answering, List<String> languages) {

        private Suite suite(double american, long seed) {
            return new Suite()
                    .model("release", answering.moved(american))
                    .languages(languages.toArray(String[]::new))
                    .responses(RESPONSES)
                    .seed(seed);
        }

        String markdown(int runs) {
            double[][] found =
                    IntStream.range(0, runs).parallel().mapToObj(this::one).toArray(double[][]::new);
            double[][] planned = Arrays.stream(found).filter(one -> one[1] == 0).toArray(double[][]::new);
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.3f | %.0f%% | %.0f%% | %.0f%% | %.0f%% |",
                    answering.label,
                    String.join(", ", languages),
                    RESPONSES * new Suite().topics().size(),
                    share(found, 0) / 100,
                    share(found, 1),
                    share(found, 2),
                    share(found, 3),
                    share(found, 4));
        }

        private static double share(double[][] found, int column) {
            return 100
                    * Arrays.stream(found)
                            .mapToDouble(one -> one[column])
                            .average()
                            .orElseThrow();
        }

        /** Margin, whether it is refused, and the outcomes. */
        private double[] one(int run) {
            BaselineRun before = suite(0, 2L * run).saved();
            Suite moved = suite(MOVED, 2L * run + 1);
            Suite again = suite(0, 2L * run + 1);
            List<GateResult> planned = again.verdicts(path -> Optional.of(before), gate(null));
            Gate[] gates = planned.stream()
                    .map(verdict -> gate(margin(verdict)).within(new Scope(List.of(), List.of(verdict.language()))))
                    .toArray(Gate[]::new);
            RunComparison compared = RunComparison.of(before, moved.saved(), TABLE, 0.95);
            boolean up = compared.parts().stream()
                    .flatMap(part -> part.changes().stream())
                    .filter(change -> change.statistic() == Statistic.BIAS)
                    .anyMatch(change -> Objects.requireNonNull(change.compared().pivot())
                                    .interval(0.95)
                                    .lower()
                            > 0);
            return new double[] {
                planned.stream().mapToDouble(Line::margin).average().orElseThrow(),
                planned.stream().anyMatch(verdict -> verdict.obstacle().orElse(null) instanceof Obstacle.LargeMargin)
                        ? 1
                        : 0,
                passes(again.verdicts(path -> Optional.of(before), gates)) ? 1 : 0,
                passes(moved.verdicts(path -> Optional.of(before), gates)) ? 0 : 1,
                up ? 1 : 0
            };
        }

        /** The margin that plan names, also where it is more than the gate takes by itself. */
        private static double margin(GateResult verdict) {
            return Objects.requireNonNull(((Regression) verdict.gate()).planned())
                    .least();
        }

        private static Gate gate(@Nullable Double margin) {
            return Gates.regression("v1.json", RegressionGate.Statistic.BIAS, margin, true);
        }

        private static boolean passes(List<GateResult> verdicts) {
            return verdicts.stream().allMatch(verdict -> verdict.verdict() == Verdict.PASS);
        }
    }
}
