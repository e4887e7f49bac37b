package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.io.Futures;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does that outlasts its process. */
abstract class DatabaseStoreContract extends ResponseStoreContract {

    /** Changes the database behind the store's back. */
    abstract void sql(String statement) throws SQLException;

    @Test
    void whoPutsAnAnswerIsGivenWhatReadersWillBeGiven() {
        try (ResponseStore store = open()) {
            List<ModelResponse> answers = List.of(
                    answer("a", new Usage(7, 11, 3), Duration.ofNanos(12_345_678), 2),
                    answer("b", new Usage(7, 11, -1), Duration.ZERO, 0),
                    answer("half \ud83d a pair", new Usage(7, -11), Duration.ofMillis(1), 1));
            for (int i = 0; i < answers.size(); i++) {
                ModelResponse put = store.put(Answers.key(i), answers.get(i)).join();
                assertThat(store.find(Answers.key(i))).contains(put);
            }
        }
    }

    private static ModelResponse answer(String text, Usage usage, Duration latency, int attempts) {
        return new ModelResponse(
                text,
                Optional.of(""),
                FinishReason.LENGTH,
                usage,
                Optional.empty(),
                Optional.of("fp"),
                latency,
                attempts,
                new TreeSet<>(List.of("seed", "top-p")));
    }

    @Test
    void whoeverReadsAfterTheEndOpensNoOtherConnection() {
        ResponseStore store = open();
        store.close();

        assertThatThrownBy(() -> store.find(Answers.key(1)))
                .isInstanceOf(StoreException.class)
                .hasMessage("the store is closed");
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAndOneThatEndedDoesNot() throws Exception {
        Instant first;
        try (ResponseStore store = open()) {
            first = store.begin("a").at();
        }
        TimeUnit.MILLISECONDS.sleep(5);
        try (ResponseStore store = open()) {
            assertThat(store.begin("b").at()).isAfter(first);
            assertThat(store.begin("a").at()).isEqualTo(first);
            store.put(Answers.key(1), Answers.answer("its own")).join();
            assertThat(store.begin("a")).isEqualTo(new RunStart(first, false));
            store.end("a");
            TimeUnit.MILLISECONDS.sleep(5);
            RunStart next = store.begin("a");
            assertThat(next.at()).isAfter(first);
            assertThat(next.othersBefore()).isTrue();
        }
    }

    @Test
    void whatWasBrokenOffTheDayBeforeIsNoPartOfThisRun() throws Exception {
        try (ResponseStore store = open()) {
            Instant now = store.begin("a").at();
            long aDay = RunTable.RESUMED_WITHIN.toMillis();
            sql("UPDATE cultivar_run SET began = began - " + (aDay - 60_000));
            assertThat(store.begin("a").at()).isBefore(now);
            sql("UPDATE cultivar_run SET began = began - 120000");
            assertThat(store.begin("a").at()).isAfterOrEqualTo(now);
        }
    }

    @Test
    void aStoreGoesOnAfterItsStatementsFailed() throws Exception {
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("before")).join();
            sql("ALTER TABLE cultivar_response RENAME TO away");
            assertThatThrownBy(() ->
                            store.put(Answers.key(2), Answers.answer("lost")).join())
                    .hasCauseInstanceOf(StoreException.class);
            sql("ALTER TABLE away RENAME TO cultivar_response");
            store.put(Answers.key(3), Answers.answer("after")).join();
            assertThat(store.find(Answers.key(1))).contains(Answers.answer("before"));
            assertThat(store.find(Answers.key(3))).contains(Answers.answer("after"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer = replace(answer, 'before', 'beyond')",
                "answer = 'no JSON'",
                "stored = stored + 86400000",
                "model = 'another'",
                "kind = 'JUDGEMENT'",
                "digest = ''",
                "digest = (SELECT digest FROM cultivar_response WHERE hash = '%2$s')",
                "answer = (SELECT answer FROM cultivar_response WHERE hash = '%2$s'),"
                        + " digest = (SELECT digest FROM cultivar_response WHERE hash = '%2$s')",
            })
    void anAnswerThatWasChangedBehindItsBackIsRefused(String change) throws Exception {
        StoreKey changed = Answers.key(1);
        StoreKey other = Answers.key(2);
        try (ResponseStore store = open()) {
            store.put(changed, Answers.answer("before")).join();
            store.put(other, Answers.answer("another")).join();
            sql(String.format(
                    "UPDATE cultivar_response SET " + change + " WHERE hash = '%1$s'", changed.hash(), other.hash()));

            assertRefused(() -> store.scan(entry -> {}));
            if (!change.startsWith("model") && !change.startsWith("kind")) {
                // whose answer it is, a run that asks for it knows itself
                assertRefused(() -> store.find(changed));
                assertRefused(() -> store.entries(List.of(other, changed)));
                assertRefused(() -> store.claim(changed).join());
                assertRefused(() -> store.put(changed, Answers.answer("before")).join());
            }
            assertThat(store.find(other)).contains(Answers.answer("another"));

            store.replace(changed, Answers.answer("asked again")).join();
            assertThat(store.find(changed)).contains(Answers.answer("asked again"));
            store.scan(entry -> {});
        }
    }

    @Test
    void anAnswerThatIsStillToComeByThisMachinesClockIsRefused() throws Exception {
        try (ResponseStore store = open()) {
            StoredEntry soon = new StoredEntry(
                    Answers.key(1), Answers.answer("a"), Instant.now().plus(Duration.ofMinutes(30)));
            StoredEntry tomorrow = new StoredEntry(
                    Answers.key(2), Answers.answer("b"), Instant.now().plus(Duration.ofDays(1)));
            store.restore(soon).join();
            assertThat(store.find(soon.key())).contains(soon.response());

            assertThatThrownBy(() -> store.restore(tomorrow).join()).hasMessageContaining("in the future");
            assertThat(store.find(tomorrow.key())).isEmpty();

            StoreKey key = tomorrow.key();
            long stored = tomorrow.stored().toEpochMilli();
            String answer = ResponseCodec.encode(tomorrow.response());
            sql("INSERT INTO cultivar_response (hash, kind, model, answer, stored, used, digest) VALUES ('" + key.hash()
                    + "', '" + key.kind() + "', '" + key.model() + "', '" + answer + "', " + stored + ", 0, '"
                    + RowDigest.of(key.hash(), key.kind().name(), key.model(), stored, answer) + "')");
            assertThatThrownBy(() -> store.claim(key).join()).hasMessageContaining("in the future");
            assertThatThrownBy(() -> store.find(key))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("set the clock right");
        }
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).satisfies(failure -> assertThat(Futures.cause(failure))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has changed since it was stored")
                .hasMessageContaining("-Dcultivar.mode=refresh")
                .hasMessageNotContaining("\n"));
    }
}
