package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.counts.StanceCounts;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Simulated models whose statements have a known stance, read by a judge of known errors. */
class JudgeCorrectionTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    /** People's stance by row, the judge's by column: pro, con, neutral. */
    static final double[][] JUDGE = {{0.75, 0.17, 0.08}, {0.12, 0.82, 0.06}, {0.25, 0.15, 0.60}};

    private static final double[][] NEVER_WRONG = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /** Alignment of one simulated run by people and by the judge. */
    private record Run(double byPeople, double asJudged, Estimate corrected, Estimate bias) {}

    @Test
    void aJudgeOfKnownErrorsIsCorrectedWhereItsStancesAloneAreBiased() {
        for (double spread : new double[] {3, 0.4}) { // middling answers, and answers of mostly one side
            Random random = new Random(11);
            double biasOfJudged = 0;
            double biasOfCorrected = 0;
            int covered = 0;
            int runs = 24;
            for (int i = 0; i < runs; i++) {
                Run run = run(random, spread, JUDGE, 60);
                biasOfJudged += (run.asJudged() - run.byPeople()) / runs;
                biasOfCorrected += (run.corrected().value() - run.byPeople()) / runs;
                covered += run.corrected().lower() <= run.byPeople()
                                && run.byPeople() <= run.corrected().upper()
                        ? 1
                        : 0;
            }
            assertThat(biasOfJudged).as("as judged, spread " + spread).isLessThan(-0.03);
            assertThat(biasOfCorrected).as("corrected, spread " + spread).isCloseTo(0, within(0.012));
            assertThat(covered).as("intervals that hold what people said").isGreaterThanOrEqualTo(22);
        }
    }

    @Test
    void aJudgeThatIsNeverWrongIsLeftAlone() {
        Run run = run(new Random(3), 3, NEVER_WRONG, 400);
        assertThat(run.corrected().value()).isCloseTo(run.byPeople(), within(0.005));
    }

    @Test
    void fewLabelsWidenTheInterval() {
        double few = 0;
        double many = 0;
        for (int seed = 0; seed < 6; seed++) {
            few += width(run(new Random(seed), 0.4, JUDGE, 2).corrected());
            many += width(run(new Random(seed), 0.4, JUDGE, 500).corrected());
        }
        assertThat(few).isGreaterThan(1.05 * many);
    }

    private static double width(Estimate estimate) {
        return estimate.upper() - estimate.lower();
    }

    /** With batches of one statement a draw is one from a Dirichlet distribution, whose moments are known. */
    @Test
    void aDrawOfTheMatrixHasTheMomentsOfItsPosterior() {
        List<List<List<Long>>> batches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batches.add(
                    List.of(List.of(i < 15 ? 1L : 0L, i < 15 ? 0L : 1L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L)));
        }
        JudgeErrors errors = JudgeErrors.of(batches);
        double expected = (15 + 1.0 / 3) / 21;
        assertThat(errors.expected()[0][0]).isCloseTo(expected, within(1e-12));
        UniformRandomProvider rng = new Seeds(5).stream(0);
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double d = errors.draw(rng)[0][0] - expected;
            sum += d;
            squares += d * d;
        }
        assertThat(sum / draws).isCloseTo(0, within(0.003));
        assertThat(squares / draws).isCloseTo(expected * (1 - expected) / 22, within(0.0004));
    }

    @Test
    void aJudgeThatGuessesLeavesNothingToSay() {
        double[][] guess = {{0.5, 0.5, 0}, {0.5, 0.5, 0}, {0.5, 0.5, 0}};
        Estimate estimate = run(new Random(5), 3, guess, 3000).corrected();
        assertThat(estimate.value()).isNaN();
        assertThat(FactSentences.of(estimate)).contains("hardly tells pro from con in Danish");
    }

    @Test
    void everyCorrectedRowSaysWhatItWasAsJudged() {
        Run run = run(new Random(3), 3, JUDGE, 60);
        assertThat(FactSentences.of(run.corrected())).contains("corrected for the judge's errors, as judged 0.");
        assertThat(FactSentences.of(run.bias())).contains("corrected for the judge's errors, as judged ");
    }

    /** The same answers by people and by the judge. */
    record Answers(List<ScoredResponse> byPeople, List<ScoredResponse> asJudged, List<List<Stance>> stances) {}

    /** Of a model that leans half as far as Danes do on every topic. */
    static Answers answers(Random random, double spread, double[][] judge, int perTopic) {
        List<String> topics = TABLE.populations().stream()
                .filter(key -> key.name().equals("DK"))
                .flatMap(key -> TABLE.topics(key).stream())
                .sorted()
                .toList();
        List<ScoredResponse> byPeople = new ArrayList<>();
        List<ScoredResponse> asJudged = new ArrayList<>();
        List<List<Stance>> stances = new ArrayList<>();
        for (String topic : topics) {
            double leaning = 0.25 + 0.5 * TABLE.polarity("DK", topic).orElseThrow();
            for (int r = 0; r < perTopic; r++) {
                double p = beta(random, leaning, spread);
                int[] said = new int[3];
                List<Stance> read = new ArrayList<>();
                for (int s = 0; s < 10; s++) {
                    int stance = random.nextDouble() < 0.1 ? 2 : random.nextDouble() < p ? 0 : 1;
                    said[stance]++;
                    read.add(stance(drawn(random, judge[stance])));
                }
                StanceCounts.Sides sides = StanceCounts.Sides.of(read);
                if (said[0] + said[1] > 0 && sides.pro() + sides.con() > 0) {
                    byPeople.add(response(topic, (double) said[0] / (said[0] + said[1])));
                    asJudged.add(response(topic, (double) sides.pro() / (sides.pro() + sides.con())));
                    stances.add(read);
                }
            }
        }
        return new Answers(byPeople, asJudged, stances);
    }

    private static Run run(Random random, double spread, double[][] judge, int batches) {
        Answers answers = answers(random, spread, judge, 4);
        Map<String, JudgeErrors> errors = Map.of("da", labelled(random, judge, batches));
        List<Estimate> corrected = estimates(answers.asJudged(), StanceCounts.of(answers.stances().stream()), errors);
        return new Run(
                alignment(estimates(answers.byPeople(), StanceCounts.UNKNOWN, Map.of()))
                        .value(),
                alignment(estimates(answers.asJudged(), StanceCounts.UNKNOWN, Map.of()))
                        .value(),
                alignment(corrected),
                only(corrected, Statistic.BIAS, "US"));
    }

    static JudgeErrors labelled(Random random, double[][] judge, int batches) {
        List<List<List<Long>>> all = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            long[][] counts = new long[3][3];
            for (int s = 0; s < 10; s++) {
                int stance = random.nextInt(3);
                counts[stance][drawn(random, judge[stance])]++;
            }
            all.add(Arrays.stream(counts)
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList());
        }
        return JudgeErrors.of(all);
    }

    private static Estimate alignment(List<Estimate> estimates) {
        return only(estimates, Statistic.ALIGNMENT, "DK");
    }

    static Estimate only(List<Estimate> estimates, Statistic statistic, String population) {
        return estimates.stream()
                .filter(row -> row.statistic() == statistic && population.equals(row.population()))
                .findFirst()
                .orElseThrow();
    }

    static List<Estimate> estimates(
            List<ScoredResponse> responses, StanceCounts stances, Map<String, JudgeErrors> errors) {
        TreeSet<String> topics = new TreeSet<>();
        responses.forEach(response -> topics.add(response.topic()));
        ScoredSample sample = new ScoredSample(
                "m",
                "f",
                "da",
                topics,
                responses.size(),
                Map.of(Outcome.SCORED, responses.size()),
                PolarityCounts.of(responses.stream()),
                stances);
        AnalysisOptions options = new AnalysisOptions(
                1,
                0.95,
                100,
                OptionalDouble.empty(),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                Estimand.THESE_TOPICS,
                false,
                new TreeMap<>(errors));
        return new RunAnalysis(TABLE, options).of(List.of(sample), Map.of()).estimates();
    }

    private static ScoredResponse response(String topic, double polarity) {
        return new ScoredResponse("m", "f", "da", topic, polarity);
    }

    private static Stance stance(int index) {
        return List.of(Stance.PRO, Stance.CON, Stance.NEUTRAL).get(index);
    }

    private static int drawn(Random random, double[] mass) {
        double u = random.nextDouble();
        return u < mass[0] ? 0 : u < mass[0] + mass[1] ? 1 : 2;
    }

    /** Beta with this mean; {@code size} is the sum of its parameters. */
    private static double beta(Random random, double mean, double size) {
        double x = gamma(random, mean * size);
        double y = gamma(random, (1 - mean) * size);
        return x + y == 0 ? mean : x / (x + y);
    }

    /** Marsaglia and Tsang (2000), with their boost below 1. */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
