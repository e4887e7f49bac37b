package dev.cultivar.report.words;

import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.Difference;
import dev.cultivar.history.Incomparable;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.BaselineObstacle;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a run was not compared with a baseline, and what to do, in words. */
public final class IncomparableWords {

    private IncomparableWords() {}

    /**
     * Why nothing was compared.
     *
     * @param sentence ends in a colon if a command follows, otherwise in a full stop
     * @param command the command to type, or empty
     */
    public record Advice(String sentence, Optional<String> command) {

        /** The advice in one line. */
        public String line() {
            return command.map(typed -> sentence + " " + typed).orElse(sentence);
        }
    }

    /** Why nothing was compared; empty if the runs were compared. */
    public static Optional<Advice> of(AgainstBaseline against) {
        return Optional.ofNullable(against.obstacle()).map(obstacle -> of(against.suite(), obstacle));
    }

    /** Says that a file is missing, and how to create it. */
    public static Advice missing(String suite, String path) {
        return saved(
                "There is no baseline at " + path + "; restore the file, or save a first release with:", suite, path);
    }

    private static Advice of(String suite, BaselineObstacle obstacle) {
        if (obstacle instanceof BaselineObstacle.NoneYet none) {
            return saved(
                    none.missedGates() == 0
                            ? "No baseline: save this run with:"
                            : "No baseline, and " + Plural.of(none.missedGates(), "gate")
                                    + " of this run did not pass; once all pass, save a run with:",
                    suite,
                    none.path());
        }
        if (obstacle instanceof BaselineObstacle.Unnamed unnamed) {
            return new Advice(
                    "Nothing was compared, because no gate of this suite names a baseline. Saved runs of this suite: "
                            + String.join(", ", unnamed.paths()) + ". Name one in @RegressionGate.",
                    Optional.empty());
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
            return nothing.gaps().isEmpty() ? otherNames(nothing.differences()) : otherTopics(nothing);
        }
        throw new IllegalStateException("no words for " + facts);
    }

    /** Says that no model of the baseline that is compared with has any of the languages that this run asked in. */
    private static String otherNames(List<Difference> differences) {
        SortedMap<String, List<String>> now = new TreeMap<>();
        SortedMap<String, List<String>> before = new TreeMap<>();
        differences.forEach(difference -> {
            if (difference instanceof Difference.NotInBaseline not) {
                now.computeIfAbsent(not.model(), key -> new ArrayList<>()).add(not.language());
            } else if (difference instanceof Difference.OnlyInBaseline only) {
                before.computeIfAbsent(only.model(), key -> new ArrayList<>()).add(only.language());
            }
        });
        return "The run has " + samples(now) + ", but the baseline has only " + samples(before)
                + ", so there is nothing to compare. " + advice(now.keySet(), before.keySet()) + ".";
    }

    private static String otherTopics(Incomparable.NothingInCommon nothing) {
        return Stream.concat(
                        Stream.of("The run and the baseline have no topic with the same prompts in common."),
                        Stream.concat(
                                nothing.differences().stream().map(ComparisonWords::of),
                                nothing.gaps().stream().flatMap(ComparisonWords::sentences)))
                .collect(Collectors.joining(" "));
    }

    /** For example {@code danish in Danish, gpt-4o in Danish and Dutch}. */
    static String samples(SortedMap<String, List<String>> languages) {
        return languages.entrySet().stream()
                .map(model -> model.getKey() + " in " + Names.languages(model.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * What to do if a baseline lacks models or languages, in sentences; the last one without a full stop.
     *
     * @param sought what the baseline lacks
     * @param known models that the baseline has
     */
    static String advice(Set<String> sought, Set<String> known) {
        if (known.containsAll(sought)) {
            return "Save a baseline in all languages of the suite";
        }
        String name = known.size() == 1 ? known.iterator().next() : "NAME";
        return "A new release of a model keeps its name in cultivar.yaml. To compare models of different names, add"
                + " 'baseline: " + name + "' to the model in cultivar.yaml, or set baselineModel = \"" + name
                + "\" in the gate. A new model needs a baseline of its own";
    }

    private static String other(String what, String before, String now) {
        return "The baseline's " + what + " is " + before + " and this run's is " + now
                + ", so they cannot be compared; save a new baseline.";
    }
}
