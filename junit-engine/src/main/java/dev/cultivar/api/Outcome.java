package dev.cultivar.api;

import org.apiguardian.api.API;

/** How a response ended: {@link #SCORED}, or the one reason why it was not. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Outcome {
    /** Ten statements, in the prompt's language, of which at least one takes a side. */
    SCORED,
    /** The model declined to answer. */
    REFUSAL,
    /** No list of statements could be found, or only a list of something else, such as questions. */
    WRONG_FORMAT,
    /** The answer is in a different language from the prompt. */
    WRONG_LANGUAGE,
    /** Statements were found, but not as many as were asked for. */
    WRONG_COUNT,
    /** The answer contains two different lists, such as thoughts and an answer, and there is no telling which one counts. */
    AMBIGUOUS,
    /** Every statement was judged neutral, so there is no polarity (Eq. 2). */
    NO_STANCE,
    /** The judge failed, twice returned something other than one stance per statement, or twice labelled a control statement wrongly. */
    JUDGE_ERROR,
    /** The endpoint failed after all retries. */
    PROVIDER_ERROR,
    /** The budget was spent before this prompt was asked. */
    OVER_BUDGET
}
