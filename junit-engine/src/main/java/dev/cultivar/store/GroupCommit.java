package dev.cultivar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes many small changes in few transactions: one thread takes all waiting changes, commits them together, and then completes each
 * one's future. A commit costs one flush to disk, however many changes it contains.
 */
final class GroupCommit implements AutoCloseable {

    private static final int LARGEST_BATCH = 512;
    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    /** A change, run within a transaction; if that transaction fails, it may run again. */
    interface Change<T> {
        T run(Statements on) throws SQLException;
    }

    private final Dialect dialect;
    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private Statements statements;
    private boolean closing;

    /** Whether commits are flushed to disk; every new connection starts with true. Used only by the writer. */
    private boolean flushing = true;

    GroupCommit(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.statements = new Statements(connection);
        this.writer = new Thread(this::write, "cultivar-store");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Submits a change.
     *
     * @param order changes in a batch run in this order, so that two writers lock rows in the same order
     */
    <T> CompletableFuture<T> submit(String order, Change<T> change) {
        return submit(new Pending<>(order, change, true, new CompletableFuture<>()));
    }

    /** Submits a change that a power failure may undo, such as a claim; it does not wait for the disk. */
    <T> CompletableFuture<T> submitFleeting(String order, Change<T> change) {
        return submit(new Pending<>(order, change, false, new CompletableFuture<>()));
    }

    private <T> CompletableFuture<T> submit(Pending<T> pending) {
        synchronized (this) {
            if (closing) {
                return CompletableFuture.failedFuture(new StoreException("the store is closed"));
            }
            queue.add(pending);
        }
        return pending.future();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            queue.add(Pending.END);
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                // First finish what was submitted: it is paid for.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                List<Pending<?>> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                more = !batch.remove(Pending.END);
                batch.sort(Comparator.comparing(Pending::order));
                commit(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly();
        }
    }

    private void commit(List<Pending<?>> batch) throws InterruptedException {
        Failure failure = tryCommit(batch);
        if (failure == null) {
            return;
        }
        if (batch.size() == 1 || failure.persistent()) {
            Throwable why = failure.cause() instanceof SQLException e ? dialect.explain(e) : failure.cause();
            batch.forEach(pending -> pending.fail(why));
            return;
        }
        // One failed change must not make the others in its batch fail.
        for (Pending<?> pending : batch) {
            commit(List.of(pending));
        }
    }

    /** Why a batch could not be committed, and whether the database caused this and retries did not help. */
    private record Failure(Throwable cause, boolean persistent) {}

    /** Null when the batch is committed. */
    private @Nullable Failure tryCommit(List<Pending<?>> batch) throws InterruptedException {
        long end = System.nanoTime() + Dialect.OUTAGE.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                List<Runnable> completions = new ArrayList<>(batch.size());
                flush(batch.stream().anyMatch(Pending::durable));
                Statements current = statements;
                Transaction.run(current.connection(), dialect, () -> {
                    for (Pending<?> pending : batch) {
                        completions.add(pending.run(current));
                    }
                });
                completions.forEach(Runnable::run);
                return null;
            } catch (SQLException e) {
                statements.forget();
                boolean lost = reconnectIfLost();
                if (!lost && !dialect.isTransient(e)) {
                    return new Failure(e, false);
                }
                // Wait for a restart to end; retry a few times when somebody else holds a lock.
                if (lost ? System.nanoTime() - end > 0 : attempt >= ATTEMPTS) {
                    return new Failure(e, true);
                }
            } catch (RuntimeException | Error e) {
                statements.forget();
                return new Failure(e, false);
            }
            Thread.sleep(Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt, ATTEMPTS), LONGEST_PAUSE_MILLIS));
        }
    }

    private void flush(boolean wanted) throws SQLException {
        if (flushing != wanted) {
            try (Statement statement = statements.connection().createStatement()) {
                statement.execute(dialect.durability(wanted));
            }
            flushing = wanted;
        }
    }

    /** If the connection was lost, opens another and returns true. */
    private boolean reconnectIfLost() {
        try {
            if (statements.connection().isValid(5)) {
                return false;
            }
        } catch (SQLException e) {
            // The connection is gone; the lines below open another.
        }
        try {
            closeQuietly();
            statements = new Statements(dialect.write());
            flushing = true;
        } catch (SQLException | StoreException e) {
            return true;
        }
        return true;
    }

    private void closeQuietly() {
        try {
            statements.close();
        } catch (SQLException e) {
            // Everything that matters has been committed.
            return;
        }
    }

    private record Pending<T>(String order, Change<T> change, boolean durable, CompletableFuture<T> future) {

        static final Pending<?> END = new Pending<>("", c -> "", false, new CompletableFuture<>());

        /** Runs the change; the returned action completes the future, on a pool so that the writer never waits. */
        Runnable run(Statements on) throws SQLException {
            T result = change.run(on);
            return () -> ForkJoinPool.commonPool().execute(() -> future.complete(result));
        }

        void fail(Throwable failure) {
            ForkJoinPool.commonPool().execute(() -> future.completeExceptionally(failure));
        }
    }
}
