package dev.cultivar.run.cost;

import dev.cultivar.io.Futures;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests within a budget. Each request reserves its maximum cost before it is sent, and settles its actual cost afterwards. A
 * request for which too little is left waits for others to settle, and fails when none is in flight. Thread-safe; no thread blocks.
 */
public final class BudgetGuard {

    /** Failures after which the endpoint may still have answered, and so may charge. */
    private static final Set<ProviderException.Kind> PERHAPS_CHARGED = Set.of(
            ProviderException.Kind.TIMEOUT,
            ProviderException.Kind.CONNECTION,
            ProviderException.Kind.PROTOCOL,
            ProviderException.Kind.CANCELLED);

    private final Budget budget;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final SharedBudget shared;
    private final Runnable wake = this::decide;

    /** Guards of the same budget in one build share their spending. */
    public BudgetGuard(Budget budget) {
        this(budget, SharedBudget.of(budget.text(), budget.amount()));
    }

    BudgetGuard(Budget budget, SharedBudget shared) {
        this.budget = budget;
        this.shared = shared;
    }

    private record Waiting(double most, CompletableFuture<Boolean> admitted) {}

    /**
     * Sends a request if it can be paid for.
     *
     * @return completes as {@code call} does, or exceptionally with a {@link BudgetException} if nothing was sent
     */
    public CompletableFuture<ModelResponse> spend(
            ModelSettings model, ChatRequest request, Supplier<CompletableFuture<ModelResponse>> call) {
        double most = cost(model, WorstCaseCost.of(model, request));
        return admit(most).thenCompose(admitted -> {
            if (!admitted) {
                return CompletableFuture.failedFuture(new BudgetException("not sent: " + spent()));
            }
            return start(call)
                    .whenComplete((response, failure) -> settle(most, charged(model, most, response, failure)));
        });
    }

    /**
     * Charges an attempt of a request under way before the next one, which the request's reservation covers. The endpoint may have
     * answered although no answer arrived.
     *
     * @param failure how the attempt ended
     * @return why the request may not be sent again; empty if it may
     */
    public Optional<RuntimeException> againstRepeating(
            ModelSettings model, ChatRequest request, ProviderException failure) {
        double charged = charged(model, cost(model, WorstCaseCost.of(model, request)), null, failure);
        boolean affordable;
        synchronized (shared.lock()) {
            affordable = charged == 0 || shared.charge(charged);
        }
        return affordable ? Optional.empty() : Optional.of(new BudgetException("not sent again: " + spent()));
    }

    private static CompletableFuture<ModelResponse> start(Supplier<CompletableFuture<ModelResponse>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Boolean> admit(double most) {
        CompletableFuture<Boolean> admitted = new CompletableFuture<>();
        synchronized (shared.lock()) {
            waiting.add(new Waiting(most, admitted));
        }
        decide();
        return admitted;
    }

    private void settle(double most, double charged) {
        synchronized (shared.lock()) {
            shared.settle(most, charged);
        }
        decide();
        shared.wakeOthers(wake);
    }

    /** Admits waiting requests in the order of their arrival, so that a large one is not passed over for ever. */
    private void decide() {
        List<Waiting> in = new ArrayList<>();
        List<Waiting> out = new ArrayList<>();
        synchronized (shared.lock()) {
            Waiting next = waiting.peek();
            while (next != null && shared.reserve(next.most())) {
                in.add(waiting.remove());
                next = waiting.peek();
            }
            if (next != null) {
                shared.stopUnlessInFlight();
            }
            if (shared.stopped()) {
                out.addAll(waiting);
                waiting.clear();
            }
            shared.setWaiting(wake, !waiting.isEmpty());
        }
        in.forEach(each -> each.admitted().complete(true));
        out.forEach(each -> each.admitted().complete(false));
        if (!out.isEmpty()) {
            shared.wakeOthers(wake);
        }
    }

    /** What to charge; an endpoint that does not report its usage may have used the maximum. */
    private double charged(
            ModelSettings model, double most, @Nullable ModelResponse response, @Nullable Throwable failure) {
        if (response != null && failure == null) {
            return response.usage().total() == 0 && budget.unit() != Budget.Unit.CALLS
                    ? most
                    : cost(model, response.usage());
        }
        Throwable cause = failure == null ? null : Futures.cause(failure);
        boolean perhaps = !(cause instanceof ProviderException provider)
                || (provider.attempts() > 0 && PERHAPS_CHARGED.contains(provider.kind()));
        return perhaps ? most : 0;
    }

    private double cost(ModelSettings model, Usage usage) {
        return switch (budget.unit()) {
            case CALLS -> 1;
            case TOKENS -> usage.total();
            case MONEY -> CostLedger.money(model, usage).orElse(0);
        };
    }

    private String spent() {
        double sum;
        synchronized (shared.lock()) {
            sum = shared.spent();
        }
        return amount(sum) + " of the budget of " + budget.text()
                + " are spent, and the rest may not be enough;"
                + " raise cultivar.budget (stored answers are not asked for again)";
    }

    private String amount(double value) {
        return String.format(Locale.ROOT, budget.unit() == Budget.Unit.MONEY ? "%.4f" : "%.0f", value);
    }
}
