package dev.cultivar.report.words;

import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.Incomparable;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.BaselineObstacle;
import dev.cultivar.text.Plural;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a run was not compared with a baseline, and what to do, in words. */
public final class IncomparableWords {

    private IncomparableWords() {}

    /**
     * Why nothing was compared.
     *
     * @param sentence ends in a colon where a command follows, else in a full stop
     * @param command what to type, or empty
     */
    public record Advice(String sentence, Optional<String> command) {

        /** In one line. */
        public String line() {
            return command.map(typed -> sentence + " " + typed).orElse(sentence);
        }
    }

    /** Empty where the runs were compared. */
    public static Optional<Advice> of(AgainstBaseline against) {
        return Optional.ofNullable(against.obstacle()).map(obstacle -> of(against.suite(), obstacle));
    }

    /** That a file is missing, and how it is made. */
    public static Advice missing(String suite, String path) {
        return saved(
                "There is no baseline at " + path + "; restore the file, or save a first release with:", suite, path);
    }

    private static Advice of(String suite, BaselineObstacle obstacle) {
        if (obstacle instanceof BaselineObstacle.NoneYet none) {
            return saved(
                    none.missedGates() == 0
                            ? "No baseline: save this run with:"
                            : "No baseline, and this run missed " + Plural.of(none.missedGates(), "gate")
                                    + "; save one whose gates pass with:",
                    suite,
                    none.path());
        }
        if (obstacle instanceof BaselineObstacle.Missing missing) {
            return missing(suite, missing.path());
        }
        if (obstacle instanceof BaselineObstacle.Unreadable unreadable) {
            return new Advice(unreadable.problem(), Optional.empty());
        }
        if (obstacle instanceof BaselineObstacle.NotComparable not) {
            return new Advice(of(not.facts()), Optional.empty());
        }
        throw new IllegalStateException("no words for " + obstacle);
    }

    private static Advice saved(String sentence, String suite, String path) {
        return new Advice(sentence, Optional.of(BaselineFiles.saveCommand(suite, path)));
    }

    /** One line, with a full stop. */
    public static String of(Incomparable facts) {
        if (facts instanceof Incomparable.OtherSuite other) {
            return other("suite", other.before(), other.now());
        }
        if (facts instanceof Incomparable.OtherJudge other) {
            return other("judge", other.before(), other.now());
        }
        if (facts instanceof Incomparable.OtherJudgePrompt other) {
            return other("judge's prompt", other.before(), other.now());
        }
        if (facts instanceof Incomparable.OtherPopulationTable other) {
            return "The run used a different population table from this one (" + other.source()
                    + "); name it with -Dcultivar.populations=FILE.";
        }
        if (facts instanceof Incomparable.OtherCalibration) {
            return "The judge's calibration differs from the baseline's, so it is unclear whether anything"
                    + " rose; save a new"
                    + " baseline without the ratchet.";
        }
        if (facts instanceof Incomparable.NothingInCommon nothing) {
            return Stream.of(
                            Stream.of("The run and the baseline have nothing in common to compare."),
                            nothing.differences().stream().map(ComparisonWords::of),
                            nothing.gaps().stream().flatMap(ComparisonWords::sentences))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining(" "));
        }
        throw new IllegalStateException("no words for " + facts);
    }

    private static String other(String what, String before, String now) {
        return "The baseline's " + what + " is " + before + " and this run's is " + now
                + ", so they cannot be compared; save a new baseline.";
    }
}
