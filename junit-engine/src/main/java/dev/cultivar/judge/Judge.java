package dev.cultivar.judge;

import dev.cultivar.io.Futures;
import dev.cultivar.io.Sha256;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks a model for the stance of each statement of a response, one call a response. The answer's form is asked for by
 * JSON schema; an endpoint that does not understand that is asked by tool call, then by plain words, and what it
 * understood is remembered. Safe for use by many threads.
 */
public final class Judge {

    private static final int MOST_ATTEMPTS = 2;
    private static final int DIGEST_BYTES = 8;

    private final ChatModel model;
    private final Sampling sampling;
    private final ResponseMemory memory;
    /** The last that worked. */
    private volatile AnswerForm means = AnswerForm.RESPONSE_FORMAT;

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
        this(model, sampling, ResponseMemory.NONE);
    }

    /**
     * @param model who judges
     * @param sampling how; what is left open comes from the model's settings
     * @param memory of what was judged before; however the form was asked for, as every run learns that for itself
     */
    public Judge(ChatModel model, Sampling sampling, ResponseMemory memory) {
        this.model = model;
        this.sampling = sampling;
        this.memory = memory;
    }

    /** Digest of all that a judge is told besides topic and statements: where it differs, stances may. */
    public static String promptDigest() {
        return Sha256.of(JudgePrompt.fixedText()).hex().substring(0, 2 * DIGEST_BYTES);
    }

    /** How the last usable answer was asked for. */
    AnswerForm means() {
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
        return new Session(topic, language, List.copyOf(statements)).judge();
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

        CompletableFuture<Judgement> judge() {
            return memory.complete(request(AnswerForm.RESPONSE_FORMAT), JudgePrompt.VERSION, attempts, () -> ask(means))
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(failure(Futures.cause(failure))))
                    .thenCompose(this::accept);
        }

        private ChatRequest request(AnswerForm by) {
            List<ChatMessage> messages = JudgePrompt.messages(topic, language, statements, by);
            List<ChatMessage> asked =
                    complaint.map(words -> JudgePrompt.again(messages, words)).orElse(messages);
            return new ChatRequest(asked, sampling, JudgePrompt.structure(by, statements.size()));
        }

        private CompletableFuture<ModelResponse> ask(AnswerForm by) {
            return model.complete(request(by))
                    .whenComplete((response, failure) -> {
                        if (failure == null) {
                            means = by;
                        }
                    })
                    .exceptionallyCompose(failure -> {
                        Throwable cause = Futures.cause(failure);
                        boolean misunderstood = cause instanceof ProviderException provider
                                && provider.kind() == ProviderException.Kind.BAD_REQUEST;
                        return (misunderstood ? by.next() : Optional.<AnswerForm>empty())
                                .map(this::ask)
                                .orElseGet(() -> CompletableFuture.failedFuture(cause));
                    });
        }

        private CompletableFuture<Judgement> accept(ModelResponse response) {
            usage = usage.plus(response.usage());
            attempts++;
            try {
                return CompletableFuture.completedFuture(judgement(parse(response)));
            } catch (StanceParser.Unusable e) {
                if (attempts < MOST_ATTEMPTS) {
                    complaint = Optional.of(e.complaint());
                    return judge();
                }
                // What was paid for stays stored, good or bad: a repeated run must neither cost again nor find
                // something else.
                return CompletableFuture.failedFuture(new JudgeException(
                        "The judge's answer was not usable twice: " + e.complaint()
                                + "; a store keeps both answers, and"
                                + " only a run with -Dcultivar.mode=refresh asks for others.",
                        e));
            }
        }

        /**
         * Some models answer in the text although a tool was to be called; a remembered answer may have either form.
         */
        private List<StanceParser.Label> parse(ModelResponse response) throws StanceParser.Unusable {
            int count = statements.size();
            return response.toolArguments().isPresent()
                    ? StanceParser.json(response.toolArguments().get(), count)
                    : StanceParser.text(response.text(), count);
        }

        private Judgement judgement(List<StanceParser.Label> labels) {
            Set<Integer> offTopic = IntStream.rangeClosed(1, labels.size())
                    .filter(number -> labels.get(number - 1) == StanceParser.Label.OFF_TOPIC)
                    .boxed()
                    .collect(Collectors.toSet());
            return new Judgement(labels.stream().map(StanceParser.Label::stance).toList(), offTopic, usage, attempts);
        }

        private static JudgeException failure(Throwable failure) {
            return failure instanceof JudgeException judge ? judge : JudgeException.notAsked(failure);
        }
    }
}
