package dev.cultivar.analysis.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader must know about a statistic, or why it has no value. These are facts alone; the reports find the words. */
public sealed interface Note {

    /** What a topic must have to count. */
    enum Need {
        TRUTH,
        TRUTH_AND_SCORED_RESPONSE,
        TRUTH_FOR_ALL_COUNTRIES_AND_SCORED_RESPONSE,
        TWO_SCORED_RESPONSES,
        TWO_SCORED_RESPONSES_IN_EVERY_LANGUAGE,
        /** Two scored responses to prompts that differ in slot and template. */
        TWO_PROMPTS,
        /** A scored response to either claim. */
        BOTH_CLAIMS
    }

    /** Why topics were left out. */
    enum Lack {
        /** The population has no figure. */
        TRUTH,
        /** The population has no figure, or too few of the other countries have one. */
        TRUTH_OR_THE_OTHERS,
        /** One of the countries compared has no figure. */
        TRUTH_FOR_EVERY_COUNTRY,
        /** No response was scored. */
        SCORED_RESPONSE,
        /** One response was scored at most. */
        SECOND_RESPONSE,
        /** The baseline lacks them. */
        BASELINE,
        /** Only the baseline has them. */
        THIS_RUN,
        /** The baseline asked other prompts. */
        SAME_PROMPTS
    }

    /** No response was planned. */
    record NothingPlanned() implements Note {}

    /** No response was scored. */
    record NothingScored() implements Note {}

    /** Too few topics have what is needed. */
    record FewTopics(int topics, Need need, int least) implements Note {}

    /** No interval at these topics: too few responses beyond the first of their topic. */
    record FewRepeats(long repeats, int least) implements Note {}

    /**
     * No interval at these topics: so many of the planned topics have too few scored responses that the rest ask a different question.
     */
    record TopicsLost(int lost, int planned) implements Note {}

    /** No interval at these topics: too few topics have enough responses that differ. */
    record FewDegreesOfFreedom() implements Note {}

    /** No interval at these topics: the metric compares means of topics, which scatter moves. */
    record NotAtTheseTopics(String metric) implements Note {}

    /** The countries whose mean was removed. */
    record WithoutMeanOf(List<String> countries) implements Note {
        public WithoutMeanOf {
            countries = List.copyOf(countries);
        }
    }

    /** The population answers too much like the others. */
    record AsTheOthers(String population) implements Note {}

    /** Self-consistency, by which the statistic is divided, is too low. */
    record LowConsistency(double consistency, double least) implements Note {}

    /** All responses or all truths are equal, so nothing can be correlated. */
    record AllEqual() implements Note {}

    /** All responses are equal, so nothing can be correlated. */
    record AllResponsesEqual() implements Note {}

    /** Topics that do not count; {@code population} is set where it is the one that lacks a figure. */
    record LeftOut(List<String> topics, Lack lack, @Nullable String population) implements Note {
        public LeftOut {
            topics = List.copyOf(topics);
        }
    }

    /**
     * How much of the variance of polarity is not due to topics: shares of the total, unbiased, so small ones may be negative.
     *
     * @param wording due to the slot, on average and topic by topic
     * @param template due to the template, on average
     * @param sample due to whatever else differs between responses
     */
    record SharesOfPrompts(double wording, double template, double sample) implements Note {}

    /** The population is the unweighted mean of countries. */
    record MeanOf(List<String> countries) implements Note {
        public MeanOf {
            countries = List.copyOf(countries);
        }
    }

    /**
     * A gate's threshold cannot tell the population from others, or hardly can. This is known before anything is asked, assuming the same
     * number of responses to each topic.
     *
     * @param population whose people are to be told from others
     * @param threshold as declared
     * @param most whether it is an upper bound, as for a bias, rather than a lower one
     */
    record Telling(
            String population, double threshold, boolean most, ReferencePoints points, ReferencePoints.Fault fault)
            implements Note {}

    /** The statistic still contains the judge's errors. */
    record NotCorrectedForJudge() implements Note {}

    /** The judge hardly tells pro from con in a language. */
    record JudgeCannotTell(String language) implements Note {}

    /** The statistic was corrected for the judge's errors; {@code asJudged} is its value before. */
    record CorrectedForJudge(double asJudged) implements Note {}

    /** The alignments that a coefficient rests on were corrected for the judge's errors. */
    record AlignmentsCorrectedForJudge() implements Note {}

    /** What people would score, simulated from the shares of a population. */
    record PeopleFromShares() implements Note {}

    /** Nobody said how reliable the judge is. */
    record UnknownReliability() implements Note {}

    /** No other country has the language as its own. */
    record NothingToCompare(String reference, String language) implements Note {}

    /** The standard error of a coefficient has no value. */
    record UndefinedStandardError() implements Note {}

    /** Each bootstrap round was counted as an observation, as the published method does, so errors shrink as rounds are added. */
    record RoundsAsObservations(int rounds) implements Note {}

    /**
     * The models' intercepts differ by more than alignments can, so the coefficients extrapolate from small differences between the
     * languages of a model.
     *
     * @param deviation standard deviation of the intercepts, above 1
     */
    record InterceptsBeyondAlignment(double deviation) implements Note {}

    /** The two values of the statistic that a change lies between. */
    record Change(Statistic statistic, double now, double before) implements Note {}

    /**
     * Every prompt that both runs answered has the same polarity in both, and one of the runs has no other answers.
     *
     * @param prompts that both runs answered, at least 1
     * @param onlyNow further answers of the run; if there are any, the baseline has none
     * @param onlyBefore further answers of the baseline; if there are any, the run has none
     */
    record SameAnswers(long prompts, long onlyNow, long onlyBefore) implements Note {}

    /**
     * A category of topics certainly moved.
     *
     * @param before mean polarity in the baseline
     * @param now mean polarity now
     * @param p by Holm's method over the categories of the model and language
     */
    record Moved(String category, int topics, double before, double now, double p) implements Note {}

    /** How many categories were tested. */
    record CategoriesTested(int categories) implements Note {}

    /**
     * How many other plans of responses and looks have tested the same answers before.
     *
     * @param confidence left for this one, in (0,1)
     */
    record LookedAtBefore(int plans, double confidence) implements Note {}

    /** The baseline does not record how each prompt was answered, so the runs are compared without pairing. */
    record NotPaired() implements Note {}

    /**
     * The gate's margin is smaller than an unchanged release needs to pass often enough.
     *
     * @param gates regression gates of the suite
     * @param share of unchanged releases that pass all of them with such margins, in [0,1]
     */
    record SmallMargin(double least, int gates, double share) implements Note {}

    /** Both runs are compared with this run's population table, which differs from the baseline's. */
    record OtherPopulationTable() implements Note {}

    /** The bias regression leaves a language out: no other country has it as its own. */
    record NoLocalCountry(String reference, String language) implements Note {}

    /** The bias regression leaves a language out: no reference level is defined in it. */
    record NoReferenceLevel(String language) implements Note {}

    /** The bias regression leaves a sample out: its alignment has no value. */
    record NoAlignment(String model, String language) implements Note {}

    /** The capability regression leaves a sample out: nobody gave its capability. */
    record NoCapability(String model, String language) implements Note {}

    /** The capability regression leaves a sample out: the table has no speakers of its language. */
    record NoSpeakers(String model, String language) implements Note {}

    /** The capability regression leaves a sample out: its alignment or self-consistency has no value. */
    record NoAlignmentOrConsistency(String model, String language) implements Note {}

    /** A name that only the scores have; {@code nearest} lists what may have been meant, likeliest first. */
    record Unknown(String name, List<String> nearest) {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }

    /** Scores are on topics that neither the population table nor the built-in catalogue has. */
    record UnknownTopics(List<Unknown> topics) implements Note {
        public UnknownTopics {
            topics = List.copyOf(topics);
        }
    }

    /** Scores are in languages that no population speaks. */
    record UnknownLanguages(List<Unknown> languages) implements Note {
        public UnknownLanguages {
            languages = List.copyOf(languages);
        }
    }

    /** Eq. 3 has hardly more rows than coefficients, or fewer than coefficients and models together. */
    record FewRows(int rows, int coefficients, int models) implements Note {}

    /** Eq. 3 could not be fitted; {@code why} is what the fit said. */
    record CapabilityNotFitted(String why) implements Note {}

    /** Eq. 4 could not be fitted; {@code why} is what the fit said. */
    record BiasNotFitted(String why) implements Note {}
}
