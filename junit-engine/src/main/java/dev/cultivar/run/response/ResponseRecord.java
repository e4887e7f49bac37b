package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.util.List;

/**
 * One response, from prompt to polarity: a line of {@code responses.jsonl}. Texts that a model wrote are in {@code
 * texts}, which may lie on disk, so that a run of any length fits into memory.
 *
 * @param cell where it belongs
 * @param sample position in the language's plan
 * @param template id of the prompt's template
 * @param slot which of the topic's wordings
 * @param prompt what was sent
 * @param texts what came back and what the screen found in it; readable until the run is closed
 * @param stances one a statement where the judge answered, else empty; not believed where {@code outcome} is {@code JUDGE_ERROR}
 * @param outcome how it ended
 * @param polarity pro / (pro + con) in [0,1] (Eq. 2) where {@code outcome} is {@code SCORED}, else NaN
 * @param failure why it was not scored; without a reason where it was
 * @param usage tokens of the model
 * @param judgeUsage tokens of the judge
 * @param misread how often the judge labelled a statement of known side wrongly, at most 2
 * @param counts what its statements are like where it was scored, else {@link StatementCounts#NONE}
 */
public record ResponseRecord(
        CellKey cell,
        int sample,
        String template,
        Slot slot,
        String prompt,
        ResponseTexts texts,
        List<Stance> stances,
        Outcome outcome,
        double polarity,
        FailureReason failure,
        Usage usage,
        Usage judgeUsage,
        int misread,
        StatementCounts counts) {
    public ResponseRecord {
        stances = List.copyOf(stances);
    }

    /** One line on why it was not scored, or empty. */
    public String detail() {
        return failure.text();
    }

    /** What came back, untrusted; empty where nothing did. Reads the texts, perhaps from disk. */
    public String text() {
        return texts.read().text();
    }

    /** What the screen found, untrusted. Reads the texts. */
    public List<String> statements() {
        return texts.read().statements();
    }
}
