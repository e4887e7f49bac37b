package dev.cultivar.run;

import dev.cultivar.judge.Judgement;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The participants in a run: the models, the screen and the judge. Thread-safe. */
public interface Participants extends AutoCloseable {

    /** The model, ready to be asked. */
    ChatModel model(ModelSettings settings);

    /** The model's responses in earlier runs. */
    default ResponseMemory memory(ModelSettings settings) {
        return ResponseMemory.NONE;
    }

    /** The model's answers that are older than the run; empty if the run uses none, or must not ask for any of them again. */
    default Optional<EarlierAnswers> earlier(ModelSettings settings) {
        return Optional.empty();
    }

    /** The same for the judge's stances. */
    default Optional<EarlierAnswers> earlierJudgements() {
        return Optional.empty();
    }

    /**
     * Called once, before anything is asked.
     *
     * @param cells the cells that will be asked
     */
    default void begin(Set<CellKey> cells) {}

    /** What has been paid and saved so far. */
    default RunAccount account() {
        return RunAccount.NONE;
    }

    /** Requests that were sent again so far. */
    default long retries() {
        return 0;
    }

    /** Requests in flight at the endpoints. */
    default InFlight inFlight() {
        return new InFlight(0, 0);
    }

    /** Called once, when the last response of a run has ended. If it throws, the run fails. */
    default void finished() {}

    /** Screens a response before it goes to the judge. */
    Screening screen(String text, FinishReason finish, String language);

    /**
     * Asks the judge for one stance per statement.
     *
     * @return completes exceptionally if the judge fails
     */
    CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements);

    /** Cancels what is in flight and frees connections. */
    @Override
    void close();
}
