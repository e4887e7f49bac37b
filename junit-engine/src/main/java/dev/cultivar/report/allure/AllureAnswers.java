package dev.cultivar.report.allure;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.report.words.CauseWords;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * Answers of a model in a language, topic by topic, streamed from where the run keeps them. A sample has several answers on the first
 * topics and one on each further topic while there is room, which keeps reports small enough to send around.
 */
final class AllureAnswers implements AtomicFile.Content {

    /** Maximum number of characters in all samples of a suite together. */
    private static final int MOST = 150_000;

    /** Room for a sample in characters, however many samples there are. */
    private static final int LEAST = 6_000;

    private static final int HEAVY_TOPICS = 3;
    private static final int FEW = 2;

    private final AnswersShown which;
    private final AllureTopics topics;
    private final Function<CellKey, List<ResponseRecord>> responses;
    private final int room;

    /**
     * @param samples number of samples that share the room
     */
    AllureAnswers(
            RunSettings settings, AllureTopics topics, Function<CellKey, List<ResponseRecord>> responses, int samples) {
        this.which = settings.value(Settings.ANSWERS);
        this.topics = topics;
        this.responses = responses;
        this.room = Math.max(LEAST, MOST / samples);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        int written = 0;
        int topic = 0;
        int answers = 0;
        int all = 0;
        for (CellRecord cell : topics.cells()) {
            List<ResponseRecord> own = responses.apply(cell.key());
            all += own.size();
            if (which == AnswersShown.SAMPLE && written >= room) {
                continue;
            }
            List<ResponseRecord> shown =
                    topic++ < HEAVY_TOPICS ? ShownAnswers.of(own, which, FEW) : ShownAnswers.of(own, which, 1);
            written += write(out, head(cell, own.size()));
            // Does not count towards the room: only a few topics have it, and the answers are what people read.
            write(out, again(cell));
            for (ResponseRecord response : shown) {
                written += write(out, ShownAnswers.text(response, which));
                answers++;
            }
        }
        if (answers < all) {
            write(out, "(" + Plural.of(all - answers, "further answer") + " in responses.jsonl)\n");
        }
    }

    private String head(CellRecord cell, int responses) {
        return "==== " + PlainText.line(cell.key().topic() + " " + topics.label(cell)) + ", "
                + Plural.of(responses, "answer") + "\n";
    }

    private String again(CellRecord cell) {
        RunPlan plan = topics.plan();
        return "again: " + AgainCommand.ofCell(plan.suite(), plan.settings(), cell.key()) + "\n" + CauseWords.ONE_CELL
                + "\n\n";
    }

    private static int write(OutputStream out, String text) throws IOException {
        out.write(ResultsJson.bytes(text));
        return text.length();
    }
}
