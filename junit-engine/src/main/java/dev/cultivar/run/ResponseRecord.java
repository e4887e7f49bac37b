package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.model.Usage;
import java.util.List;

/**
 * One response, from prompt to polarity: a line of {@code responses.jsonl}.
 *
 * @param cell where it belongs
 * @param sample position in the language's plan
 * @param template id of the prompt's template
 * @param wording index of the topic's wording
 * @param prompt what was sent
 * @param answer what came back, untrusted; empty where nothing did
 * @param statements what the screen found, untrusted
 * @param stances one a statement where the judge answered, else empty
 * @param outcome how it ended
 * @param polarity pro / (pro + con) in [0,1] (Eq. 2) where {@code outcome} is {@code SCORED}, else NaN
 * @param detail one line on why it was not scored, or empty
 * @param usage tokens of the model
 * @param judgeUsage tokens of the judge
 */
public record ResponseRecord(
        CellKey cell,
        int sample,
        String template,
        int wording,
        String prompt,
        String answer,
        List<String> statements,
        List<Stance> stances,
        Outcome outcome,
        double polarity,
        String detail,
        Usage usage,
        Usage judgeUsage) {
    public ResponseRecord {
        statements = List.copyOf(statements);
        stances = List.copyOf(stances);
    }
}
