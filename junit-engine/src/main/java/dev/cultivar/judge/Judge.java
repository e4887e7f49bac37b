package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.model.ChatModel;
import dev.cultivar.model.ChatRequest;
import dev.cultivar.model.Completion;
import dev.cultivar.model.Message;
import dev.cultivar.model.ProviderException;
import dev.cultivar.model.Sampling;
import dev.cultivar.model.Usage;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks a model for the stance of each statement of a response, one call a response. The answer's form is asked for by
 * JSON schema; an endpoint that does not understand that is asked by tool call, then by plain words, and what it
 * understood is remembered. Safe for use by many threads.
 */
public final class Judge {

    private static final int MOST_ATTEMPTS = 2;

    private final ChatModel model;
    private final Sampling sampling;
    /** The last that worked. */
    private volatile Means means = Means.RESPONSE_FORMAT;

    /**
     * @param model who judges; its settings say how it samples
     */
    public Judge(ChatModel model) {
        this(model, Sampling.DEFAULT);
    }

    /**
     * @param model who judges
     * @param sampling how; what is left open comes from the model's settings
     */
    public Judge(ChatModel model, Sampling sampling) {
        this.model = model;
        this.sampling = sampling;
    }

    /** How the last usable answer was asked for. */
    Means means() {
        return means;
    }

    /**
     * The stances of one response.
     *
     * @param topic what the statements are about
     * @param language ISO 639-1 code of the statements
     * @param statements at least one; untrusted
     * @return as many stances as there are statements; completes exceptionally with a {@link JudgeException} where the
     *     judge's endpoint fails for good, or its answer was not usable twice
     */
    public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
        if (statements.isEmpty()) {
            return CompletableFuture.failedFuture(new JudgeException("There is no statement to judge."));
        }
        return new Session(topic, language, List.copyOf(statements)).ask(means);
    }

    /** One response before the judge. */
    private final class Session {

        private final Topic topic;
        private final String language;
        private final List<String> statements;
        private Usage usage = Usage.NONE;
        private int attempts;
        private Optional<String> complaint = Optional.empty();

        Session(Topic topic, String language, List<String> statements) {
            this.topic = topic;
            this.language = language;
            this.statements = statements;
        }

        CompletableFuture<Judgement> ask(Means by) {
            List<Message> messages = JudgePrompt.messages(topic, language, statements, by);
            List<Message> asked =
                    complaint.map(words -> JudgePrompt.again(messages, words)).orElse(messages);
            ChatRequest request = new ChatRequest(asked, sampling, by.structure(statements.size()));
            return model.complete(request)
                    .thenCompose(completion -> heard(by, completion))
                    .exceptionallyCompose(failure -> failed(by, unwrap(failure)));
        }

        private CompletableFuture<Judgement> heard(Means by, Completion completion) {
            usage = usage.plus(completion.usage());
            attempts++;
            try {
                List<Stance> stances = parse(by, completion);
                means = by;
                return CompletableFuture.completedFuture(new Judgement(stances, usage, attempts));
            } catch (StanceParser.Unusable e) {
                if (attempts < MOST_ATTEMPTS) {
                    complaint = Optional.of(e.complaint());
                    return ask(by);
                }
                return CompletableFuture.failedFuture(
                        new JudgeException("The judge's answer was not usable twice: " + e.complaint() + ".", e));
            }
        }

        private List<Stance> parse(Means by, Completion completion) throws StanceParser.Unusable {
            int count = statements.size();
            return switch (by) {
                case TEXT -> StanceParser.text(completion.text(), count);
                case RESPONSE_FORMAT -> StanceParser.json(completion.text(), count);
                // Some models answer in the text although a tool was to be called.
                case TOOL_CALL -> StanceParser.json(completion.toolArguments().orElse(completion.text()), count);
            };
        }

        private CompletableFuture<Judgement> failed(Means by, Throwable failure) {
            if (failure instanceof JudgeException) {
                return CompletableFuture.failedFuture(failure);
            }
            boolean misunderstood = failure instanceof ProviderException provider
                    && provider.kind() == ProviderException.Kind.BAD_REQUEST;
            Optional<Means> next = misunderstood ? by.next() : Optional.empty();
            if (next.isPresent()) {
                return ask(next.get());
            }
            return CompletableFuture.failedFuture(
                    new JudgeException("The judge could not be asked. " + failure.getMessage(), failure));
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
