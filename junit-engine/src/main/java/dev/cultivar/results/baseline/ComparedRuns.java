package dev.cultivar.results.baseline;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.ComparisonGaps;
import dev.cultivar.history.Difference;
import dev.cultivar.history.RunComparison;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two compared runs: where they come from, how they differ beyond their answers, and what could not be compared.
 *
 * @param before the runs from which the baseline took its samples
 * @param now the run, always one
 * @param judge the judges of both
 * @param answered who answered under the name of each compared model
 * @param gaps the gaps of the models and languages that have any
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
     * @param commit the commit checked out, or null
     * @param dirty whether files were changed since; null if unknown
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
     * @param earlier name of the baseline's model that it is compared with
     * @param before one entry for each of the baseline's runs that differ in this; empty if the file does not say
     * @param now empty if the run's file does not say
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
