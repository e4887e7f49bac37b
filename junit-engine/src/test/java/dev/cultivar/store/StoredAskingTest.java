package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.settings.StoreMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredAskingTest {

    private final AtomicInteger asked = new AtomicInteger();

    private Supplier<CompletableFuture<ModelResponse>> answering(String text) {
        return () -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Answers.answer(text));
        };
    }

    @Test
    void aSecondRunAsksNothing() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            StoredAsking first = Answers.asking(store, StoreMode.LIVE);
            assertThat(get(first.complete(Answers.key(1), answering("a"))).text())
                    .isEqualTo("a");
            StoredAsking second = Answers.asking(store, StoreMode.LIVE);
            assertThat(get(second.complete(Answers.key(1), answering("b"))).text())
                    .isEqualTo("a");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void whatIsFoundHasItsDateAndWhatIsAskedIsOfNow() throws Exception {
        Instant stored = Instant.parse("2020-01-01T00:00:00Z");
        Instant before = Instant.now();
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.restore(new StoredEntry(Answers.key(1), Answers.answer("a"), stored))
                    .join();
            for (StoreMode mode : List.of(StoreMode.LIVE, StoreMode.REPLAY)) {
                assertThat(Answers.asking(store, mode).complete(Answers.key(1), answering("b")))
                        .isCompletedWithValue(new Answer(Answers.answer("a"), stored));
            }
            assertThat(Answers.asking(store, StoreMode.LIVE)
                            .complete(Answers.key(2), answering("b"))
                            .join()
                            .stored())
                    .isBetween(before, Instant.now());
        }
    }

    @Test
    void whatIsTooOldIsAskedForAgainAndRefusedWhereNobodyIsAsked() throws Exception {
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.restore(new StoredEntry(Answers.key(1), Answers.answer("old"), old))
                    .join();
            StoredAsking replay = new StoredAsking(store, StoreMode.REPLAY, () -> old.plusMillis(1));
            assertThatThrownBy(() -> get(replay.complete(Answers.key(1), answering("new"))))
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cultivar.store.maxAge")
                    .hasMessageContaining("2020-01-01");
            assertThat(asked).hasValue(0);
            assertThat(get(new StoredAsking(store, StoreMode.REPLAY, () -> old)
                                    .complete(Answers.key(1), answering("new")))
                            .text())
                    .isEqualTo("old");

            StoredAsking live = new StoredAsking(store, StoreMode.LIVE, () -> old.plusMillis(1));
            assertThat(get(live.complete(Answers.key(1), answering("new"))).text())
                    .isEqualTo("new");
            assertThat(get(live.complete(Answers.key(1), answering("newer"))).text())
                    .isEqualTo("new");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void equalRequestsInFlightAreAskedOnce() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            StoredAsking asking = Answers.asking(store, StoreMode.LIVE);
            CompletableFuture<ModelResponse> reply = new CompletableFuture<>();
            CompletableFuture<Answer> one = asking.complete(Answers.key(1), () -> reply);
            CompletableFuture<Answer> two = asking.complete(Answers.key(1), answering("b"));
            reply.complete(Answers.answer("a"));
            assertThat(get(one).text()).isEqualTo("a");
            assertThat(get(two).text()).isEqualTo("a");
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void replayNeverAsks() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
            StoredAsking asking = Answers.asking(store, StoreMode.REPLAY);
            assertThat(get(asking.complete(Answers.key(1), answering("b"))).text())
                    .isEqualTo("a");
            assertThatThrownBy(() -> get(asking.complete(Answers.key(2), answering("b"))))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("model-2")
                    .hasMessageContaining("cultivar.mode=record");
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void refreshAsksAgainAndReplaces() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.put(Answers.key(1), Answers.answer("old")).join();
            StoredAsking asking = Answers.asking(store, StoreMode.REFRESH);
            assertThat(get(asking.complete(Answers.key(1), answering("new"))).text())
                    .isEqualTo("new");
            assertThat(store.find(Answers.key(1))).map(ModelResponse::text).contains("new");
        }
    }

    @Test
    void recordingRemembersWhatTheRunUsed() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
            store.put(Answers.key(3), Answers.answer("unused")).join();
            StoredAsking asking = Answers.asking(store, StoreMode.RECORD);
            get(asking.complete(Answers.key(1), answering("b")));
            get(asking.complete(Answers.key(2), answering("b")));
            assertThat(asking.recorded())
                    .containsExactlyInAnyOrder(
                            Answers.key(1).hash(), Answers.key(2).hash());
        }
    }

    @Test
    void aFailureIsNotStoredAndCanBeTriedAgain() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            StoredAsking asking = Answers.asking(store, StoreMode.LIVE);
            ProviderException failure = new ProviderException(ProviderException.Kind.SERVER, "overloaded");
            assertThatThrownBy(
                            () -> get(asking.complete(Answers.key(1), () -> CompletableFuture.failedFuture(failure))))
                    .hasCause(failure);
            assertThatThrownBy(() -> get(asking.complete(Answers.key(1), () -> {
                        throw failure;
                    })))
                    .hasCause(failure);
            assertThat(get(asking.complete(Answers.key(1), answering("a"))).text())
                    .isEqualTo("a");
        }
    }

    @Test
    void cancellingCancelsTheCallInFlightAndFreesTheClaim() throws Exception {
        try (ResponseStore store = ResponseStores.inMemory()) {
            StoredAsking asking = Answers.asking(store, StoreMode.LIVE);
            CompletableFuture<ModelResponse> call = new CompletableFuture<>();
            asking.complete(Answers.key(1), () -> call).cancel(true);
            assertThat(call).isCancelled();
            assertThat(get(asking.complete(Answers.key(1), answering("a"))).text())
                    .isEqualTo("a");
        }
    }

    @Test
    void twoRunsAtOnceOnOneStoreDoNotAskTwice(@TempDir Path folder) throws Exception {
        String location = folder.resolve("responses.db").toString();
        try (ResponseStore one = ResponseStores.open(location, StoreMode.LIVE);
                ResponseStore two = ResponseStores.open(location, StoreMode.LIVE)) {
            List<StoredAsking> runs = List.of(Answers.asking(one, StoreMode.LIVE), Answers.asking(two, StoreMode.LIVE));
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                for (StoredAsking run : runs) {
                    int number = i;
                    answers.add(run.complete(Answers.key(number), () -> {
                        asked.incrementAndGet();
                        return CompletableFuture.supplyAsync(
                                () -> Answers.answer("a" + number),
                                CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS));
                    }));
                }
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(get(answers.get(i)).text()).isEqualTo("a" + i / 2);
            }
            assertThat(asked).hasValue(200);
        }
    }

    private static ModelResponse get(CompletableFuture<Answer> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS).response();
    }
}
