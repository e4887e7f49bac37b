package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in a database. One thread writes, and callers read on their own threads; neither number grows with the requests in flight. */
final class JdbcResponseStore implements ResponseStore {

    /**
     * A claim that has not been renewed for this long is void: its owner's machine is gone. Claims are renewed after each third of it, so
     * that they outlive an outage that the store waits for.
     */
    static final Duration LEASE = Dialect.OUTAGE.multipliedBy(2);

    private static final long PAUSE_MILLIS = 200;

    private final Dialect dialect;
    private final Duration lease;
    private final Object reading = new Object();
    private Statements reader;
    private boolean closed;
    private final long clockOffset;
    private final @Nullable GroupCommit writer;
    private final StoreOwner owner = StoreOwner.create();
    private final @Nullable ScheduledExecutorService renewal;

    private JdbcResponseStore(
            Dialect dialect, Duration lease, Connection reader, long clockOffset, @Nullable GroupCommit writer) {
        this.dialect = dialect;
        this.lease = lease;
        this.reader = new Statements(reader);
        this.clockOffset = clockOffset;
        this.writer = writer;
        this.renewal = writer == null ? null : startRenewal();
    }

    /** Opens a store for reading and writing. Creates it where it is missing, and migrates it where it is old. */
    static JdbcResponseStore open(Dialect dialect, Schema schema, Duration lease) {
        try {
            Connection connection = dialect.first(true);
            try {
                Transaction.run(connection, dialect, () -> schema.migrate(connection, dialect));
                long offset = dialect.clockOffset(connection);
                return new JdbcResponseStore(
                        dialect, lease, dialect.read(), offset, new GroupCommit(dialect, connection));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw dialect.explain(e);
        }
    }

    /** Opens a store for reading only. */
    static JdbcResponseStore openToRead(Dialect dialect, Schema schema) {
        try {
            Connection connection = dialect.first(false);
            try {
                schema.check(connection);
                return new JdbcResponseStore(dialect, LEASE, connection, 0, null);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw dialect.explain(e);
        }
    }

    @Override
    public Optional<StoredEntry> entry(StoreKey key) {
        return reading(on -> ResponseTable.find(on, key));
    }

    @Override
    public Map<String, StoredEntry> entries(Collection<StoreKey> keys) {
        return reading(on -> ResponseTable.find(on.connection(), keys));
    }

    @Override
    public RunStart begin(String run) {
        return waiting(writing("", on -> RunTable.begin(on.connection(), run, now())));
    }

    @Override
    public void end(String run) {
        waiting(writing("", on -> {
            RunTable.end(on.connection(), run, now());
            return true;
        }));
    }

    @Override
    public CompletableFuture<Claim> claim(StoreKey key, Instant notBefore) {
        return fleeting(key.hash(), on -> claim(on, key, notBefore));
    }

    private Claim claim(Statements on, StoreKey key, Instant notBefore) throws SQLException {
        long now = now();
        Optional<StoredEntry> stored = ResponseTable.find(on, key).filter(entry -> entry.isSince(notBefore));
        if (stored.isPresent()) {
            ResponseTable.used(on, key, now);
            return stored.get().claim();
        }
        long until = now + lease.toMillis();
        if (!ClaimTable.take(on, key, owner.text(), now, until)) {
            ClaimTable.Held held = ClaimTable.holder(on.connection(), key);
            if (!StoreOwner.isDead(held.owner())) {
                return new Claim.Taken(Instant.ofEpochMilli(held.until() - clockOffset));
            }
            ClaimTable.release(on, key, held.owner());
            if (!ClaimTable.take(on, key, owner.text(), now, until)) {
                return new Claim.Taken(Instant.ofEpochMilli(until - clockOffset));
            }
        }
        if (dialect.writesAlone()) {
            return new Claim.Mine();
        }
        // Another owner may have put its answer and released its claim between the check and the claim.
        stored = ResponseTable.find(on, key).filter(entry -> entry.isSince(notBefore));
        if (stored.isPresent()) {
            ClaimTable.release(on, key, owner.text());
            return stored.get().claim();
        }
        return new Claim.Mine();
    }

    @Override
    public CompletableFuture<Void> release(StoreKey key) {
        return this.<Optional<ModelResponse>>fleeting(key.hash(), on -> {
                    ClaimTable.release(on, key, owner.text());
                    return Optional.empty();
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response, Instant notBefore) {
        return put(new StoredEntry(key, response, Instant.ofEpochMilli(now())), notBefore);
    }

    @Override
    public CompletableFuture<ModelResponse> restore(StoredEntry entry) {
        return put(entry, Instant.EPOCH);
    }

    private CompletableFuture<ModelResponse> put(StoredEntry entry, Instant notBefore) {
        return writing(entry.key().hash(), on -> {
            boolean inserted = ResponseTable.insert(on, entry, notBefore, now());
            ClaimTable.release(on, entry.key(), owner.text());
            return inserted
                    ? ResponseCodec.asStored(entry.response())
                    : ResponseTable.find(on, entry.key()).orElse(entry).response();
        });
    }

    @Override
    public CompletableFuture<ModelResponse> replace(StoreKey key, ModelResponse response) {
        return writing(key.hash(), on -> {
            long now = now();
            ResponseTable.replace(on, new StoredEntry(key, response, Instant.ofEpochMilli(now)), now);
            return response;
        });
    }

    @Override
    public void scan(Consumer<StoredEntry> consumer) {
        reading(on -> {
            ResponseTable.scan(on.connection(), consumer);
            return true;
        });
    }

    @Override
    public StoreStats stats() {
        return reading(on -> ResponseTable.stats(on.connection()));
    }

    @Override
    public long removeStoredBefore(Instant moment) {
        return waiting(writing("", on -> ResponseTable.removeBefore(on.connection(), false, moment)));
    }

    @Override
    public long removeUnusedSince(Instant moment) {
        return waiting(writing("", on -> ResponseTable.removeBefore(on.connection(), true, moment)));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void close() {
        if (renewal != null) {
            renewal.shutdownNow();
        }
        if (writer != null) {
            CompletableFuture<Boolean> released = writer.submit("~", on -> {
                ClaimTable.releaseAll(on.connection(), owner.text());
                return true;
            });
            writer.close();
            // A claim that cannot be released expires by itself.
            released.exceptionally(failure -> false);
        }
        synchronized (reading) {
            closed = true;
            try {
                reader.close();
            } catch (SQLException e) {
                throw dialect.explain(e);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private ScheduledExecutorService startRenewal() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cultivar-store-claims");
            thread.setDaemon(true);
            return thread;
        });
        long period = Math.max(1, lease.toMillis() / 3);
        timer.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
        return timer;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void renew() {
        CompletableFuture<Boolean> renewed = fleeting("", on -> {
            ClaimTable.renew(on.connection(), owner.text(), now() + lease.toMillis());
            return true;
        });
        // The next round tries again; nobody can take the claims until the lease expires.
        renewed.exceptionally(failure -> false);
    }

    private long now() {
        return System.currentTimeMillis() + clockOffset;
    }

    private <T> CompletableFuture<T> writing(String order, GroupCommit.Change<T> change) {
        return writer == null
                ? CompletableFuture.failedFuture(new StoreException("the store was opened to be read only"))
                : writer.submit(order, change);
    }

    private <T> CompletableFuture<T> fleeting(String order, GroupCommit.Change<T> change) {
        return writer == null ? writing(order, change) : writer.submitFleeting(order, change);
    }

    private <T> T reading(GroupCommit.Change<T> look) {
        synchronized (reading) {
            if (closed) {
                // Its connection would be taken for lost, and another one opened that nobody closes.
                throw new StoreException("the store is closed");
            }
            try {
                return look.run(reader);
            } catch (SQLException e) {
                reader.forget();
                return again(look, e);
            }
        }
    }

    /** Reopens a lost connection, trying for as long as a restart takes. */
    private <T> T again(GroupCommit.Change<T> look, SQLException first) {
        long end = System.nanoTime() + Dialect.OUTAGE.toNanos();
        SQLException failure = first;
        while (true) {
            try {
                if (reader.connection().isValid(5)) {
                    throw dialect.explain(failure);
                }
                reader.close();
                reader = new Statements(dialect.read());
                return look.run(reader);
            } catch (SQLException e) {
                failure = e;
            }
            if (System.nanoTime() - end > 0 || !paused()) {
                throw dialect.explain(failure);
            }
        }
    }

    /** Whether the pause ended without an interrupt. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T waiting(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw e;
        }
    }
}
