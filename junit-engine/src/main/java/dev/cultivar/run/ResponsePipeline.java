package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.io.Futures;
import dev.cultivar.judge.JudgeException;
import dev.cultivar.judge.Judgement;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.BudgetException;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.FailureReason;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTexts;
import dev.cultivar.run.response.ResponsesFile;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.store.StoreException;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes one model's prompts from question to polarity. Each ends in exactly one outcome; the future fails only because of a bug of ours.
 */
final class ResponsePipeline {

    private static final FailureReason SCORED = new FailureReason("", 1);
    private static final FailureReason NEUTRAL = new FailureReason("every statement was judged neutral", 1);

    /** Failures that may affect a single prompt or every one; all retries have been used up by then. */
    private static final Set<ProviderException.Kind> PERHAPS_FATAL =
            Set.of(ProviderException.Kind.FORBIDDEN, ProviderException.Kind.NOT_FOUND, ProviderException.Kind.TIMEOUT);

    /** With so many in a row, the failure is taken to affect every prompt. */
    private static final int IN_A_ROW = 20;

    private static final String KEPT =
            " Both answers are kept; only a run with -Dcultivar.mode=refresh asks the same judge for others.";

    private final Participants participants;
    private final ModelSettings settings;
    private final ChatModel model;
    private final ResponseMemory memory;
    private final RunPlan plan;
    private final ResponsesFile texts;
    private final BiConsumer<ModelSettings, ModelResponse> onResponse;
    private final AtomicInteger inARow = new AtomicInteger();
    private volatile @Nullable ProviderException fatal;

    /**
     * @param memory answers that need no request
     * @param texts where texts go
     * @param onResponse called with every response, to record what endpoints say about themselves
     */
    ResponsePipeline(
            Participants participants,
            ModelSettings settings,
            ResponseMemory memory,
            RunPlan plan,
            ResponsesFile texts,
            BiConsumer<ModelSettings, ModelResponse> onResponse) {
        this.participants = participants;
        this.settings = settings;
        this.plan = plan;
        this.model = participants.model(settings);
        this.memory = memory;
        this.texts = texts;
        this.onResponse = onResponse;
    }

    /** From now on, nothing is asked or looked up, and every response is lost for this reason, or for an earlier one if given. */
    void refuse(String reason) {
        if (fatal == null) {
            fatal = new ProviderException(ProviderException.Kind.CANCELLED, reason);
        }
    }

    CompletableFuture<ResponseRecord> respond(CellKey cell, Topic topic, PlannedPrompt planned) {
        Draft draft = new Draft(cell, planned);
        ProviderException earlier = fatal;
        if (earlier != null) {
            return CompletableFuture.completedFuture(end(draft, Outcome.PROVIDER_ERROR, reason(earlier)));
        }
        PromptRequest asked = PromptRequest.of(plan, settings, planned);
        return memory.complete(asked.request(), asked.version(), asked.sample(), () -> ask(asked.request()))
                .thenCompose(response -> judge(draft.with(response), topic))
                .exceptionally(failure -> fail(draft, Futures.cause(failure)));
    }

    private CompletableFuture<ModelResponse> ask(ChatRequest request) {
        return model.complete(request).whenComplete((response, failure) -> {
            if (failure == null) {
                inARow.set(0);
            } else if (Futures.cause(failure) instanceof ProviderException provider) {
                count(provider);
            }
        });
    }

    private void count(ProviderException failure) {
        if (failure.kind() == ProviderException.Kind.KEY) {
            fatal = failure;
        } else if (!PERHAPS_FATAL.contains(failure.kind())) {
            inARow.set(0);
        } else if (inARow.incrementAndGet() >= IN_A_ROW && fatal == null) {
            fatal = new ProviderException(failure.kind(), failure.reason() + "; " + IN_A_ROW + ended(failure.kind()));
        }
    }

    private static String ended(ProviderException.Kind kind) {
        return kind == ProviderException.Kind.TIMEOUT
                ? " requests in a row ended so, and no more are sent; once the endpoint answers, or with a longer `timeout`"
                        + " in cultivar.yaml, run it again: answers are kept"
                : " requests in a row got this answer, and no more are sent";
    }

    private CompletableFuture<ResponseRecord> judge(Draft draft, Topic topic) {
        onResponse.accept(settings, draft.response());
        Screening screening = participants.screen(
                draft.response().text(), draft.response().finish(), draft.cell().language());
        Draft screened = draft.with(screening.statements());
        if (!screening.passes()) {
            FailureReason lost =
                    LostAnswer.of(screening, draft.response(), draft.cell().language(), settings.maxTokens());
            return CompletableFuture.completedFuture(end(screened, screening.outcome(), lost));
        }
        return participants
                .judge(topic, draft.cell().language(), screening.statements())
                .handle((judgement, failure) ->
                        failure == null ? score(screened, judgement) : failJudgement(screened, Futures.cause(failure)));
    }

    private ResponseRecord failJudgement(Draft draft, Throwable failure) {
        if (failure instanceof JudgeException && failure.getCause() instanceof StoreException) {
            throw new CompletionException(failure.getCause());
        }
        if (failure instanceof JudgeException && isUnreachable(failure.getCause())) {
            throw new CompletionException(failure);
        }
        return end(
                draft,
                BudgetException.isCauseOf(failure) ? Outcome.OVER_BUDGET : Outcome.JUDGE_ERROR,
                reason(failure),
                failure instanceof JudgeException judge ? judge.judgement() : Judgement.NONE,
                Double.NaN);
    }

    private ResponseRecord score(Draft draft, Judgement judgement) {
        long pro = judgement.stances().stream().filter(s -> s == Stance.PRO).count();
        long con = judgement.stances().stream().filter(s -> s == Stance.CON).count();
        return pro + con == 0
                ? end(draft, Outcome.NO_STANCE, NEUTRAL, judgement, Double.NaN)
                : end(draft, Outcome.SCORED, SCORED, judgement, (double) pro / (pro + con));
    }

    private ResponseRecord fail(Draft draft, Throwable failure) {
        if (failure instanceof BudgetException) {
            return end(draft, Outcome.OVER_BUDGET, reason(failure));
        }
        if (!(failure instanceof ProviderException) || isUnreachable(failure)) {
            throw new CompletionException(failure);
        }
        return end(draft, Outcome.PROVIDER_ERROR, reason(failure));
    }

    private static boolean isUnreachable(@Nullable Throwable failure) {
        return failure instanceof ProviderException provider && provider.kind() == ProviderException.Kind.UNREACHABLE;
    }

    private ResponseRecord end(Draft draft, Outcome outcome, FailureReason failure) {
        return end(draft, outcome, failure, Judgement.NONE, Double.NaN);
    }

    private ResponseRecord end(
            Draft draft, Outcome outcome, FailureReason failure, Judgement judgement, double polarity) {
        Prompt prompt = draft.planned().prompt();
        ModelResponse received = draft.received();
        return new ResponseRecord(
                draft.cell(),
                draft.planned().sample(),
                prompt.template(),
                prompt.slot(),
                prompt.text(),
                texts.keep(new ResponseTexts.Content(received == null ? "" : received.text(), draft.statements())),
                judgement.stances(),
                outcome,
                polarity,
                failure,
                received == null ? Usage.NONE : received.usage(),
                judgement.usage(),
                judgement.misread(),
                outcome == Outcome.SCORED
                        ? StatementCounts.of(
                                draft.statements(),
                                draft.cell().language(),
                                judgement.offTopic().size())
                        : StatementCounts.NONE);
    }

    private FailureReason reason(Throwable failure) {
        if (failure instanceof ProviderException provider) {
            return new FailureReason(provider.reason(), provider.attempts());
        }
        if (failure instanceof JudgeException judge) {
            boolean kept = judge.isUnusable() && plan.settings().keepsAnswers();
            return new FailureReason(judge.reason() + (kept ? KEPT : ""), judge.attempts());
        }
        return new FailureReason(
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName()),
                1);
    }

    /** A response in progress. */
    private record Draft(
            CellKey cell, PlannedPrompt planned, @Nullable ModelResponse received, List<String> statements) {

        Draft(CellKey cell, PlannedPrompt planned) {
            this(cell, planned, null, List.of());
        }

        Draft with(ModelResponse response) {
            return new Draft(cell, planned, response, statements);
        }

        Draft with(List<String> found) {
            return new Draft(cell, planned, received, found);
        }

        ModelResponse response() {
            return Objects.requireNonNull(received, "nothing was received yet");
        }
    }
}
