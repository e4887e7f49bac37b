package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.util.List;

/**
 * One response, from prompt to polarity: a line of {@code responses.jsonl}. Texts that a model wrote are in {@code texts}, which may be on
 * disk, so that a run of any length fits into memory.
 *
 * @param cell the cell it belongs to
 * @param sample position in the language's plan
 * @param template id of the prompt's template
 * @param slot slot of the topic's wording
 * @param prompt the prompt that was sent
 * @param texts the response and what the screen found in it; readable until the run is closed
 * @param stances one per statement if the judge answered, otherwise empty; not trusted if {@code outcome} is {@code JUDGE_ERROR}
 * @param outcome how it ended
 * @param polarity pro / (pro + con) in [0,1] (Eq. 2) if {@code outcome} is {@code SCORED}, otherwise NaN
 * @param failure why it was not scored; without a reason if it was
 * @param usage the model's tokens
 * @param judgeUsage the judge's tokens
 * @param misread how often the judge labelled a statement of known side wrongly, at most 2
 * @param counts what its statements are like if it was scored, otherwise {@link StatementCounts#NONE}
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

    /** One line that says why it was not scored; empty if it was. */
    public String detail() {
        return failure.text();
    }

    /** The response, untrusted; empty if there was none. Reads the texts, perhaps from disk. */
    public String text() {
        return texts.read().text();
    }

    /** The statements that the screen found, untrusted. Reads the texts. */
    public List<String> statements() {
        return texts.read().statements();
    }
}
