package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store does, wherever it keeps its answers. */
abstract class ResponseStoreContract {

    abstract ResponseStore open();

    @Test
    void whatWasPutIsFound() {
        try (ResponseStore store = open()) {
            StoreKey key = Answers.key(1);
            assertThat(store.find(key)).isEmpty();
            ModelResponse answer = Answers.answer("Ja. \u0000 \ud83d\ude00 æøå 日本");
            assertThat(store.put(key, answer).join()).isEqualTo(answer);
            assertThat(store.find(key)).contains(answer);
            assertThat(store.find(Answers.key(2))).isEmpty();
        }
    }

    @Test
    void brokenTextSurvives() {
        try (ResponseStore store = open()) {
            ModelResponse answer = Answers.answer("half \ud83d a pair, \udc00, \u001b[0m, '\"\\; DROP TABLE x");
            store.put(Answers.key(1), answer).join();
            assertThat(store.find(Answers.key(1))).contains(answer);
        }
    }

    @Test
    void theFirstAnswerCountsUnlessItIsReplaced() {
        try (ResponseStore store = open()) {
            StoreKey key = Answers.key(1);
            store.put(key, Answers.answer("first")).join();
            assertThat(store.put(key, Answers.answer("second")).join().text()).isEqualTo("first");
            assertThat(store.replace(key, Answers.answer("third")).join().text())
                    .isEqualTo("third");
            assertThat(store.find(key)).map(ModelResponse::text).contains("third");
        }
    }

    @Test
    void aClaimIsOneOwnersUntilItIsReleasedOrAnswered() {
        try (ResponseStore store = open()) {
            StoreKey key = Answers.key(1);
            assertThat(store.claim(key).join()).isInstanceOf(Claim.Mine.class);
            store.release(key).join();
            assertThat(store.claim(key).join()).isInstanceOf(Claim.Mine.class);
            store.put(key, Answers.answer("a")).join();
            assertThat(store.claim(key).join())
                    .isEqualTo(store.entry(key).orElseThrow().claim());
        }
    }

    @Test
    void anAnswerHasTheDateOfItsStoring() {
        Instant before = Instant.now().minusSeconds(60);
        Instant old = Instant.parse("2020-01-01T12:34:56.789Z");
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
            store.restore(new StoredEntry(Answers.key(2), Answers.answer("b"), old))
                    .join();

            assertThat(store.entry(Answers.key(1)).orElseThrow().stored())
                    .isBetween(before, Instant.now().plusSeconds(60));
            assertThat(store.entry(Answers.key(2))).contains(new StoredEntry(Answers.key(2), Answers.answer("b"), old));
            assertThat(store.claim(Answers.key(2)).join()).isEqualTo(new Claim.Stored(Answers.answer("b"), old));
        }
    }

    @Test
    void whatIsTooOldIsClaimedAndReplacedAndWhatIsNotWins() {
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        Instant limit = Instant.parse("2020-06-01T00:00:00Z");
        try (ResponseStore store = open()) {
            StoreKey key = Answers.key(1);
            store.restore(new StoredEntry(key, Answers.answer("old"), old)).join();
            assertThat(store.claim(key, old).join()).isInstanceOf(Claim.Stored.class);
            assertThat(store.claim(key, limit).join()).isInstanceOf(Claim.Mine.class);
            assertThat(store.put(key, Answers.answer("new"), limit).join().text())
                    .isEqualTo("new");
            assertThat(store.claim(key, limit).join()).isInstanceOf(Claim.Stored.class);

            assertThat(store.put(key, Answers.answer("newer"), limit).join().text())
                    .isEqualTo("new");
        }
    }

    @Test
    void severalAnswersAreFoundAtOnce() {
        try (ResponseStore store = open()) {
            List<StoreKey> keys =
                    IntStream.range(0, 1_203).mapToObj(Answers::key).toList();
            keys.subList(0, 1_100).stream()
                    .map(key -> store.put(key, Answers.answer(key.hash())))
                    .toList()
                    .forEach(CompletableFuture::join);

            Map<String, StoredEntry> found = store.entries(keys);

            assertThat(found).hasSize(1_100);
            assertThat(found.values()).allSatisfy(entry -> assertThat(entry)
                    .isEqualTo(store.entry(entry.key()).orElseThrow()));
            assertThat(store.entries(List.of())).isEmpty();
        }
    }

    @Test
    void aRunKnowsWhetherTheStoreHoldsWhatIsOlderThanItself() {
        try (ResponseStore store = open()) {
            RunStart first = store.begin("one");
            assertThat(first.othersBefore()).isFalse();
            store.restore(new StoredEntry(Answers.key(1), Answers.answer("a"), Instant.parse("2020-01-01T00:00:00Z")))
                    .join();
            assertThat(store.begin("two").othersBefore()).isTrue();
        }
    }

    @Test
    void entriesComeOrderedAndAreCounted() {
        try (ResponseStore store = open()) {
            IntStream.range(0, 1_203)
                    .mapToObj(i -> store.put(Answers.key(i), Answers.answer("a" + i)))
                    .toList()
                    .forEach(CompletableFuture::join);
            List<String> hashes = new ArrayList<>();
            store.scan(entry -> hashes.add(entry.key().hash()));
            assertThat(hashes).hasSize(1_203).isSorted().doesNotHaveDuplicates();
            StoreStats stats = store.stats();
            assertThat(stats.answers()).isEqualTo(1_203);
            assertThat(stats.groups())
                    .extracting(StoreStats.Group::model)
                    .containsExactly("model-0", "model-1", "model-2");
            assertThat(stats.groups()).extracting(StoreStats.Group::answers).containsOnly(401L);
        }
    }

    @Test
    void oldAnswersAreRemovedByDate() {
        try (ResponseStore store = open()) {
            Instant old = Instant.parse("2020-01-01T00:00:00Z");
            store.restore(new StoredEntry(Answers.key(1), Answers.answer("old"), old))
                    .join();
            store.put(Answers.key(2), Answers.answer("new")).join();
            assertThat(store.removeUnusedSince(Instant.parse("2021-01-01T00:00:00Z")))
                    .isZero();
            assertThat(store.removeStoredBefore(Instant.parse("2021-01-01T00:00:00Z")))
                    .isEqualTo(1);
            assertThat(store.find(Answers.key(1))).isEmpty();
            assertThat(store.find(Answers.key(2))).isPresent();
            assertThat(store.removeUnusedSince(Instant.now().plusSeconds(60))).isEqualTo(1);
            assertThat(store.stats().answers()).isZero();
        }
    }
}
