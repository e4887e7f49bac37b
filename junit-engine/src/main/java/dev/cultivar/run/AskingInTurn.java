package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the prompts of cells, one cell after another. A stream that flattens them would hold all prompts of a cell at once. */
final class AskingInTurn implements Iterator<Supplier<CompletableFuture<?>>> {

    private final Iterator<CellProgress> cells;
    private final Predicate<PlannedPrompt> which;
    private final BiFunction<CellProgress, PlannedPrompt, CompletableFuture<?>> ask;
    private Iterator<PlannedPrompt> prompts = Collections.emptyIterator();
    private @Nullable Supplier<CompletableFuture<?>> next;
    private @Nullable CellProgress cell;

    /**
     * @param which selects the prompts to ask now
     */
    AskingInTurn(
            List<CellProgress> cells,
            Predicate<PlannedPrompt> which,
            BiFunction<CellProgress, PlannedPrompt, CompletableFuture<?>> ask) {
        this.cells = cells.iterator();
        this.which = which;
        this.ask = ask;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (prompts.hasNext() || cells.hasNext())) {
            if (cell == null || !prompts.hasNext()) {
                cell = cells.next();
                prompts = cell.prompts().iterator();
            } else {
                next = asking(cell, prompts.next());
            }
        }
        return next != null;
    }

    private @Nullable Supplier<CompletableFuture<?>> asking(CellProgress of, PlannedPrompt planned) {
        return which.test(planned) ? () -> ask.apply(of, planned) : null;
    }

    @Override
    public Supplier<CompletableFuture<?>> next() {
        Supplier<CompletableFuture<?>> given = hasNext() ? next : null;
        if (given == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return given;
    }
}
