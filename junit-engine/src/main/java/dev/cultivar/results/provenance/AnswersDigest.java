package dev.cultivar.results.provenance;

import dev.cultivar.io.Sha256;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import java.util.Comparator;

/**
 * One digest of what a run decided on: every prompt with its answer, how the answer was read, and its labels. A replay of the same answers
 * has the same digest as the run that asked for them, whichever store they come from.
 */
public final class AnswersDigest {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::model)
            .thenComparing(CellKey::language)
            .thenComparing(CellKey::topic);

    private AnswersDigest() {}

    /** SHA-256 as 64 hexadecimal digits; reads every text of the run. */
    public static String of(RunRecord run) {
        Sha256 digest = new Sha256();
        run.byCell().keySet().stream()
                .sorted(ORDER)
                .flatMap(cell -> run.responses(cell).stream())
                .forEachOrdered(response -> add(digest, response));
        return digest.hex();
    }

    private static void add(Sha256 digest, ResponseRecord response) {
        CellKey cell = response.cell();
        digest.add(String.join(
                        "\u0000",
                        cell.model(),
                        cell.language(),
                        cell.topic(),
                        Integer.toString(response.sample()),
                        response.prompt(),
                        response.text(),
                        response.outcome().name(),
                        response.stances().toString())
                + "\u0001");
    }
}
