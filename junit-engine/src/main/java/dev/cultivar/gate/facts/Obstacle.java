package dev.cultivar.gate.facts;

import dev.cultivar.analysis.estimate.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why there is nothing to decide a gate on; facts alone. */
public sealed interface Obstacle {

    /** What someone has to fix. */
    default Cause cause() {
        return Cause.UNDECIDED;
    }

    /**
     * Whether the obstacle remains whatever this run may still ask. A run without a usable baseline may itself become one, so its
     * responses still serve; and the next run asks again for what an endpoint or the judge lost, and finds the other answers stored.
     */
    default boolean isFinal() {
        return false;
    }

    /** Only part of the suite was asked. */
    record PartOfSuite(int asked, int planned) implements Obstacle {}

    /**
     * The budget, as set, was spent before everything was asked.
     *
     * @param answered responses that ended before the budget was spent
     * @param planned upper limit on the responses that the run could ask for
     * @param kept whether the next run finds the answers given so far
     * @param enough a budget that pays for the rest
     */
    record BudgetSpent(String budget, long answered, long planned, boolean kept, String enough) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.BUDGET;
        }
    }

    /** The budget left this many of the planned responses unasked. */
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

    /** By its own account, the model's endpoint is not what gave the stored answers. */
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

    /**
     * The model answers prompts differently from when the stored answers were given; {@code p} is that of the exact test over
     * {@code pairs} pairs.
     */
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

    /** In these languages, none of the prompts was answered that were to show whether the stored answers are still the model's. */
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

    /** The analysis does not have this statistic, for these reasons. */
    record NoStatistic(List<Note> reasons) implements Obstacle {}

    /**
     * The statistic has no value, for these reasons.
     *
     * @param lossy whether planned responses were not scored, so that these are what is missing
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

    /** The baseline's file cannot be used; {@code problem} is its reader's message. */
    record UnreadableBaseline(String problem) implements Obstacle {}

    /** There is no file at this path. */
    record NoBaseline(String path, String suite) implements Obstacle {}

    /** The baseline is of another suite. */
    record OtherSuite(String path, String before, String now) implements Obstacle {}

    /** The baseline does not have the model in that language; {@code known} is what it has. */
    record NotInBaseline(String path, String model, String language, List<Sample> known) implements Obstacle {}

    /** A different judge labelled the baseline. */
    record OtherJudge(String path, String suite, String before, String now) implements Obstacle {}

    /** The baseline's judge had a different prompt; {@code before} and {@code now} are digests of the two. */
    record OtherJudgePrompt(String path, String suite, String before, String now) implements Obstacle {}

    /** Too few topics can be compared. */
    record FewCommonTopics(int topics, int least) implements Obstacle {}

    /** Of the topics that both runs asked, so many have no response in one of them that the rest ask a different question. */
    record LostTopics(List<String> topics, int asked) implements Obstacle {
        @Override
        public Cause cause() {
            return Cause.COVERAGE;
        }
    }

    /** The statistic of one of the two runs has no value, or too few topics have two responses. */
    record UndefinedChange() implements Obstacle {}

    /** No category has enough topics that both runs answered. */
    record NoCategory(int least) implements Obstacle {}

    /** The gate has no margin, and the baseline does not say what an unchanged release needs. */
    record NoPlannedMargin(String path) implements Obstacle {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * The gate has no margin, and an unchanged release needs one above the greatest that is used without being asked for.
     *
     * @param needed responses with which the greatest such margin would be enough
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
