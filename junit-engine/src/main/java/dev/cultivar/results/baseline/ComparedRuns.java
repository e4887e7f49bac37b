package dev.cultivar.results.baseline;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.ComparisonGaps;
import dev.cultivar.history.Difference;
import dev.cultivar.history.RunComparison;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two compared runs: where they come from, how they differ beyond their answers, and what could not be told.
 *
 * @param before runs that the baseline took its samples from
 * @param now the run, one
 * @param judge of both
 * @param answered who answered under the name of each compared model
 * @param gaps of the models and languages that have some
 */
public record ComparedRuns(
        List<Origin> before,
        List<Origin> now,
        BaselineRun.Judge judge,
        List<Answered> answered,
        List<Difference> differences,
        List<ComparisonGaps> gaps) {

    public ComparedRuns {
        before = List.copyOf(before);
        now = List.copyOf(now);
        answered = List.copyOf(answered);
        differences = List.copyOf(differences);
        gaps = List.copyOf(gaps);
    }

    /**
     * What a run ran on.
     *
     * @param created date and time, ISO 8601, UTC
     * @param cultivar version of Cultivar
     * @param commit that was checked out, or null
     * @param dirty whether files were changed since; null for unknown
     * @param responses planned per model and language
     * @param populations SHA-256 of the population table
     */
    public record Origin(
            String created,
            String cultivar,
            @Nullable String commit,
            @Nullable Boolean dirty,
            long seed,
            int responses,
            String populations) {

        static Origin of(BaselineRun.Origin run) {
            return new Origin(
                    run.created(),
                    run.provenance().cultivar(),
                    run.provenance().commit(),
                    run.provenance().dirty(),
                    run.seed(),
                    run.responses(),
                    run.populations());
        }
    }

    /**
     * Who answered under a model's name.
     *
     * @param earlier name of the model that it is compared with
     * @param before one for each of the baseline's runs that differ in it; empty where the file does not say
     * @param now empty where the run's file does not say
     */
    public record Answered(
            String model, String earlier, List<BaselineRun.Backend> before, List<BaselineRun.Backend> now) {

        public Answered {
            before = List.copyOf(before);
            now = List.copyOf(now);
        }

        static List<Answered> of(RunComparison comparison) {
            return comparison.parts().stream()
                    .map(part -> new Answered(
                            part.model(),
                            part.earlier(),
                            backends(comparison.before(), part.earlier()),
                            backends(comparison.now(), part.model())))
                    .distinct()
                    .toList();
        }

        private static List<BaselineRun.Backend> backends(BaselineRun run, String model) {
            return run.samples().stream()
                    .filter(sample -> sample.model().equals(model))
                    .map(sample -> run.origin(sample).provenance().backends())
                    .flatMap(backends -> Stream.ofNullable(backends == null ? null : backends.get(model)))
                    .distinct()
                    .toList();
        }
    }

    public static ComparedRuns of(RunComparison comparison) {
        return new ComparedRuns(
                comparison.before().runs().stream().map(Origin::of).toList(),
                comparison.now().runs().stream().map(Origin::of).toList(),
                comparison.now().judge(),
                Answered.of(comparison),
                comparison.differences(),
                comparison.parts().stream()
                        .map(RunComparison.Part::gaps)
                        .filter(gaps -> !gaps.topics().isEmpty() || gaps.limit() != null)
                        .toList());
    }
}
