package dev.cultivar.judge;

import dev.cultivar.io.Futures;
import dev.cultivar.io.Sha256;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Thoughts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks a model for the stance of each statement of a response, with one call per response. It first asks for the answer's form by JSON
 * schema, then by tool call, then in plain words, and remembers which one the endpoint accepts. Two controls of known stance are mixed in
 * with the statements. A judge that labels one of them wrongly is asked once more, with other controls in other places; if it fails again,
 * its labels are not used. Safe for use by many threads.
 */
public final class Judge {

    /** Limit for each kind of failure: unusable answers, and answers that show that the judge did not read. */
    private static final int MOST_FAILURES = 2;

    private static final int DIGEST_BYTES = 8;

    private final FormFallback model;
    private final Sampling sampling;
    private final ResponseMemory memory;

    /** @param model the judge; its settings say how it samples */
    public Judge(ChatModel model) {
        this(model, Sampling.DEFAULT);
    }

    /**
     * @param model the judge
     * @param sampling how the judge samples; what it leaves open comes from the model's settings
     */
    public Judge(ChatModel model, Sampling sampling) {
        this(model, sampling, ResponseMemory.NONE);
    }

    /**
     * @param model the judge
     * @param sampling how the judge samples; what it leaves open comes from the model's settings
     * @param memory earlier judgements, regardless of the form they were asked in, as every run learns the form for itself
     */
    public Judge(ChatModel model, Sampling sampling, ResponseMemory memory) {
        this.model = new FormFallback(model);
        this.sampling = sampling;
        this.memory = memory;
    }

    /** Digest of everything that a judge is told besides topic and statements. Where it differs, stances may differ too. */
    public static String promptDigest() {
        return Sha256.of(JudgePrompt.fixedText()).hex().substring(0, 2 * DIGEST_BYTES);
    }

    /** The form in which the last usable answer was asked for. */
    AnswerForm means() {
        return model.form();
    }

    /**
     * The stances of one response.
     *
     * @param topic what the statements are about
     * @param language ISO 639-1 code of the statements
     * @param statements at least one; untrusted
     * @return as many stances as there are statements; completes exceptionally with a {@link JudgeException} where the judge's endpoint
     *     fails for good, or where its answer was unusable twice or showed twice that it did not read
     */
    public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
        if (statements.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new JudgeException("There is no statement to judge.", Judgement.NONE));
        }
        return new Session(topic, language, List.copyOf(statements)).judge();
    }

    /** The judging of one response. */
    private final class Session {

        private final Topic topic;
        private final String language;
        private final List<String> statements;
        private Sheet sheet;
        private Usage usage = Usage.NONE;
        private int attempts;
        private int unusable;
        private int misread;
        private Optional<String> complaint = Optional.empty();

        Session(Topic topic, String language, List<String> statements) {
            this.topic = topic;
            this.language = language;
            this.statements = statements;
            this.sheet = Sheet.of(topic, language, statements, false);
        }

        CompletableFuture<Judgement> judge() {
            ChatRequest best = request(AnswerForm.RESPONSE_FORMAT);
            return memory.complete(
                            best,
                            JudgePrompt.VERSION,
                            attempts,
                            () -> model.ask(form -> form == AnswerForm.RESPONSE_FORMAT ? best : request(form)))
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(failure(Futures.cause(failure))))
                    .thenCompose(this::accept);
        }

        private ChatRequest request(AnswerForm by) {
            List<ChatMessage> messages = JudgePrompt.messages(topic, language, sheet, by);
            List<ChatMessage> asked =
                    complaint.map(words -> JudgePrompt.again(messages, words)).orElse(messages);
            return new ChatRequest(
                    asked, sampling, JudgePrompt.structure(by, sheet.lines().size()));
        }

        // Every paid answer stays stored, good or bad: a repeated run must neither cost again nor give other results.
        private CompletableFuture<Judgement> accept(ModelResponse response) {
            usage = usage.plus(response.usage());
            attempts++;
            List<Label> labels;
            try {
                labels = StanceParser.read(
                        response.toolArguments().orElse(response.text()),
                        sheet.lines().size());
            } catch (StanceParser.Unusable e) {
                unusable++;
                complaint = Optional.of(e.complaint());
                return unusable < MOST_FAILURES
                        ? judge()
                        : CompletableFuture.failedFuture(
                                response.toolArguments().isEmpty()
                                                && Thoughts.tookAll(
                                                        response.text(),
                                                        response.usage().output(),
                                                        response.finish() == FinishReason.LENGTH)
                                        ? JudgeException.silent(
                                                e, response.usage().output(), judgement(List.of()))
                                        : JudgeException.unusable(e, judgement(List.of())));
            }
            if (sheet.isRead(labels)) {
                return CompletableFuture.completedFuture(judgement(sheet.own(labels)));
            }
            misread++;
            if (misread == MOST_FAILURES) {
                return CompletableFuture.failedFuture(JudgeException.misread(judgement(sheet.own(labels))));
            }
            // The judge is not told what it got wrong: that would reveal where the controls are.
            complaint = Optional.empty();
            sheet = Sheet.of(topic, language, statements, true);
            return judge();
        }

        private Judgement judgement(List<Label> labels) {
            Set<Integer> offTopic = IntStream.rangeClosed(1, labels.size())
                    .filter(number -> labels.get(number - 1) == Label.OFF_TOPIC)
                    .boxed()
                    .collect(Collectors.toSet());
            return new Judgement(labels.stream().map(Label::stance).toList(), offTopic, usage, attempts, misread);
        }

        private static JudgeException failure(Throwable failure) {
            return failure instanceof JudgeException judge ? judge : JudgeException.notAsked(failure);
        }
    }
}
