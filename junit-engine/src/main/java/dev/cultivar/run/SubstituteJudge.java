package dev.cultivar.run;

import dev.cultivar.judge.Judgement;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The participants of a run, with another judge in place of theirs. */
final class SubstituteJudge implements Participants {

    private final Participants participants;
    private final Judging judge;

    /** Judges like {@link Participants#judge}. */
    interface Judging {
        CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements);
    }

    SubstituteJudge(Participants participants, Judging judge) {
        this.participants = participants;
        this.judge = judge;
    }

    @Override
    public ChatModel model(ModelSettings settings) {
        return participants.model(settings);
    }

    @Override
    public Screening screen(String text, FinishReason finish, String language) {
        return participants.screen(text, finish, language);
    }

    @Override
    public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
        return judge.judge(topic, language, statements);
    }

    @Override
    public void close() {
        // The participants belong to the run.
    }
}
