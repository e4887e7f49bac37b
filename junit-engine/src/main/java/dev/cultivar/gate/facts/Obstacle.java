package dev.cultivar.gate.facts;

import dev.cultivar.analysis.estimate.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a gate has nothing to be decided on; facts alone. */
public sealed interface Obstacle {

    /** What someone has to mend. */
    default Cause cause() {
        return Cause.UNDECIDED;
    }

    /**
     * Whether no response that this run could still ask for would lift it, or serve what lifts it. A run without a usable baseline may itself
     * become one, and what an endpoint or the judge lost is asked for again by the next run, which finds the other answers stored.
     */
    default boolean isFinal() {
        return false;
    }

    /** Only part of the suite was asked. */
    record PartOfSuite(int asked, int planned) implements Obstacle {}

    /**
     * The budget, as set, was spent before all was asked.
     *
     * @param answered responses that ended before it was spent
     * @param planned most that the run could ask
     * @param kept whether the next run finds what was answered
     * @param enough a budget that pays for what is left
     */
    record BudgetSpent(String budget, long answered, long planned, boolean kept, String enough) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.BUDGET;
        }
    }

    /** The budget left so many of the planned responses unasked. */
    record BudgetCut(int unasked, long planned) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.BUDGET;
        }
    }

    /** Too many of the planned responses were lost to errors. */
    record Errors(int provider, int judge, long planned) implements Obstacle {
        @Override
        public Cause cause() {
            return provider >= judge ? Cause.PROVIDER : Cause.JUDGE;
        }
    }

    /** The model's endpoint says that it is something else than what gave the stored answers. */
    record OtherBackend(String model, List<String> before, List<String> now) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.PROVIDER;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The model answers prompts otherwise than it did when the stored answers were given; p of the exact test over that many pairs. */
    record OtherAnswers(String model, int pairs, double p) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.PROVIDER;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** None of the prompts that were to show whether the stored answers still are the model's was answered in these languages. */
    record NotAskedAnew(String model, List<String> languages) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.PROVIDER;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The run has no such model and language. */
    record NoSample(String model, String language) implements Obstacle {}

    /** The model is the reference level of Eq. 4 and has no coefficient. */
    record ReferenceLevel(String family, String model) implements Obstacle {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The analysis has no such statistic, for these reasons. */
    record NoStatistic(List<Note> reasons) implements Obstacle {}

    /**
     * The statistic has no value, for these reasons.
     *
     * @param lossy whether planned responses were not scored, so that they are what lacks
     */
    record NoValue(List<Note> reasons, boolean lossy) implements Obstacle {
        @Override
        public Cause cause() {
            return lossy ? Cause.COVERAGE : Cause.UNDECIDED;
        }
    }

    /** The population table has no such population. */
    record UnknownPopulation(String population) implements Obstacle {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The baseline's file cannot be used; {@code problem} is what its reader said. */
    record UnreadableBaseline(String problem) implements Obstacle {}

    /** There is no such file. */
    record NoBaseline(String path, String suite) implements Obstacle {}

    /** The baseline is of another suite. */
    record OtherSuite(String path, String before, String now) implements Obstacle {}

    /** The baseline lacks the model in that language; {@code known} is what it has. */
    record NotInBaseline(String path, String model, String language, List<Sample> known) implements Obstacle {}

    /** Another judge labelled the baseline. */
    record OtherJudge(String path, String suite, String before, String now) implements Obstacle {}

    /** The judge of the baseline was told other words; digests of both prompts. */
    record OtherJudgePrompt(String path, String suite, String before, String now) implements Obstacle {}

    /** So few topics can be compared. */
    record FewCommonTopics(int topics, int least) implements Obstacle {}

    /** So many of the topics that both runs asked have no response in one of them that what is left are other topics. */
    record LostTopics(List<String> topics, int asked) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.COVERAGE;
        }
    }

    /** The statistic of one of the two runs has no value, or too few topics have two responses. */
    record UndefinedChange() implements Obstacle {}

    /** No category has so many topics that both runs answered. */
    record NoCategory(int least) implements Obstacle {}

    /** The gate has no margin, and the baseline does not say what an unchanged release needs. */
    record NoPlannedMargin(String path) implements Obstacle {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * The gate has no margin, and what an unchanged release needs is above what is taken without being asked for.
     *
     * @param needed responses with which it is not
     */
    record LargeMargin(String path, double least, double most, PlannedMargin.@Nullable Needed needed)
            implements Obstacle {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** One model in one language. */
    record Sample(String model, String language) {}
}
