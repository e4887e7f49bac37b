package dev.cultivar.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.model.Endpoints;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.Budget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** Modules of one build each have a {@link BudgetGuard} of their own, and share nothing but the build's map. */
class BudgetGuardTest {

    private static final ModelResponse ANSWER = new ModelResponse(
            "Fine.",
            Optional.empty(),
            FinishReason.STOP,
            new Usage(4, 1),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            1);

    private final ConcurrentMap<String, Object> build = new ConcurrentHashMap<>();
    private final Deque<CompletableFuture<ModelResponse>> underWay = new ArrayDeque<>();
    private final List<CompletableFuture<ModelResponse>> asked = new ArrayList<>();

    @Test
    void whatOneModuleSpendsTheOthersNoLongerHave() {
        BudgetGuard one = module(5);
        BudgetGuard two = module(5);
        ask(one, 3);
        ask(two, 4);

        assertThat(underWay).hasSize(5);
        endAll();

        assertThat(asked).filteredOn(BudgetGuardTest::refused).hasSize(2);
    }

    @Test
    void aModuleThatWaitsIsWokenByTheCallsOfAnother() {
        BudgetGuard one = module(2);
        BudgetGuard two = module(2);
        ask(one, 2);
        ask(two, 1);
        // The endpoint never took it, so it costs nothing.
        underWay.remove().completeExceptionally(new ProviderException(Kind.SERVER, "overloaded"));

        assertThat(underWay).hasSize(2);
        endAll();
        assertThat(asked).filteredOn(BudgetGuardTest::refused).isEmpty();
    }

    @Test
    void oneThatWaitsDoesNotWaitForEverWhereAnotherSpentTheRest() {
        BudgetGuard one = module(2);
        BudgetGuard two = module(2);
        ask(one, 2);
        ask(two, 1);
        endAll();

        assertThat(refused(asked.get(2))).isTrue();
    }

    @Test
    void aRunThatIsStoppedIsNotChargedForWhatWasNeverSent() {
        BudgetGuard stopped = module(4);
        ask(stopped, 3);
        underWay.remove().completeExceptionally(new ProviderException(Kind.CANCELLED, "the run was cancelled", 1));
        underWay.remove().completeExceptionally(new ProviderException(Kind.CANCELLED, "the run was cancelled", 0));
        underWay.remove().completeExceptionally(new ProviderException(Kind.CANCELLED, "the run was cancelled", 0));

        ask(module(4), 3);

        assertThat(underWay).hasSize(3);
    }

    @Test
    void anAttemptThatMayBePaidForIsChargedBeforeTheNextOne() {
        BudgetGuard purse = module(3);
        ask(purse, 1);

        assertThat(again(purse, Kind.TIMEOUT)).isEmpty();
        assertThat(again(purse, Kind.SERVER))
                .as("it did not answer, and so does not charge")
                .isEmpty();
        assertThat(again(purse, Kind.CONNECTION)).isEmpty();
        assertThat(again(purse, Kind.TIMEOUT)).hasValueSatisfying(refused -> assertThat(refused)
                .isInstanceOf(BudgetException.class)
                .hasMessage("not sent again: 2 of the budget of 3 calls are spent, and the rest may not be"
                        + " enough; raise cultivar.budget (stored answers are not asked for again)"));
        endAll();
        ask(purse, 1);
        assertThat(refused(asked.get(1))).isTrue();
    }

    private static Optional<RuntimeException> again(BudgetGuard purse, Kind ended) {
        return purse.againstRepeating(
                Endpoints.model("m"),
                ChatRequest.of("How are you?", Sampling.DEFAULT),
                new ProviderException(ended, "no answer"));
    }

    @Test
    void budgetsOfOtherBuildsAreTheirOwn() {
        ask(module(2), 2);
        ask(new BudgetGuard(budget(2), SharedBudget.of(new ConcurrentHashMap<>(), "budget", 2)), 2);

        assertThat(underWay).hasSize(4);
    }

    private BudgetGuard module(int calls) {
        return new BudgetGuard(budget(calls), SharedBudget.of(build, "budget", calls));
    }

    private static Budget budget(int calls) {
        return new Budget(calls, Budget.Unit.CALLS, calls + " calls");
    }

    private void ask(BudgetGuard purse, int times) {
        for (int i = 0; i < times; i++) {
            asked.add(purse.spend(
                    Endpoints.model("m"), ChatRequest.of("How are you?", Sampling.DEFAULT), this::underWay));
        }
    }

    private CompletableFuture<ModelResponse> underWay() {
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        underWay.add(call);
        return call;
    }

    private void endAll() {
        while (!underWay.isEmpty()) {
            underWay.remove().complete(ANSWER);
        }
    }

    private static boolean refused(CompletableFuture<ModelResponse> call) {
        return call.isCompletedExceptionally()
                && call.handle((answer, failure) -> failure)
                        .thenApply(failure -> String.valueOf(failure).contains(BudgetException.class.getSimpleName()))
                        .join();
    }
}
