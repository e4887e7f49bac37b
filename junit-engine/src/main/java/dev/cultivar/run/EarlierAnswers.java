package dev.cultivar.run;

import dev.cultivar.model.ResponseMemory;
import dev.cultivar.provider.ModelResponse;
import java.util.Collection;
import java.util.Map;

/** Answers of a model, or of the judge, that were there before a run, and the way to ask for some of them anew. Safe for use by many threads. */
interface EarlierAnswers {

    /** Those that the run would take unasked, though they are older than itself. */
    Map<PromptRequest, ModelResponse> to(Collection<PromptRequest> requests);

    /** Asks whatever is stored, within the budget, and keeps the answers apart; where a run goes on, it remembers what it asked so before. */
    ResponseMemory anew();
}
