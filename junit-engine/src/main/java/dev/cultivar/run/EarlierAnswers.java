package dev.cultivar.run;

import dev.cultivar.model.ResponseMemory;
import dev.cultivar.provider.ModelResponse;
import java.util.Collection;
import java.util.Map;

/** Answers of a model or the judge from before a run, and a way to ask for some of them again. Thread-safe. */
interface EarlierAnswers {

    /** The answers that the run would use without asking, although they are older than the run. */
    Map<PromptRequest, ModelResponse> to(Collection<PromptRequest> requests);

    /**
     * Asks even if an answer is stored, within the budget, and keeps the new answers apart. A resumed run remembers what it has already
     * asked this way.
     */
    ResponseMemory anew();
}
