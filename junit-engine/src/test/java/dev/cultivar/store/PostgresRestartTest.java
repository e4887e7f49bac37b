package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.settings.StoreMode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes away and comes back while a store is at work. */
@Tag("slow")
class PostgresRestartTest {

    /** Seconds that the server is away; a minute is promised. */
    private static final int OUTAGE = Integer.getInteger("cultivar.build.outage", 15);

    @TempDir
    Path data;

    @Test
    void whatIsHandedInOrLookedUpMeanwhileIsWaitedForAndNoClaimIsLost() throws Exception {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        String location = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        try (ResponseStore one = ResponseStores.open(location, StoreMode.LIVE);
                ResponseStore other = ResponseStores.open(location, StoreMode.LIVE)) {
            one.put(Answers.key(1), Answers.answer("before")).join();
            assertThat(one.claim(Answers.key(2)).join()).isInstanceOf(Claim.Mine.class);
            assertThat(one.claim(Answers.key(3)).join()).isInstanceOf(Claim.Mine.class);
            server.close();

            CompletableFuture<ModelResponse> put = one.put(Answers.key(2), Answers.answer("meanwhile"));
            CompletableFuture<Claim> claim = other.claim(Answers.key(3));
            CompletableFuture<Optional<ModelResponse>> found =
                    CompletableFuture.supplyAsync(() -> one.find(Answers.key(1)));
            TimeUnit.SECONDS.sleep(OUTAGE);
            assertThat(put).isNotDone();
            assertThat(claim).isNotDone();
            assertThat(found).isNotDone();
            server = start(port);

            assertThat(put.get(60, TimeUnit.SECONDS)).isEqualTo(Answers.answer("meanwhile"));
            assertThat(claim.get(60, TimeUnit.SECONDS)).isInstanceOf(Claim.Taken.class);
            assertThat(found.get(60, TimeUnit.SECONDS)).contains(Answers.answer("before"));
            assertThat(other.find(Answers.key(2))).contains(Answers.answer("meanwhile"));
        } finally {
            server.close();
        }
    }

    @Test
    void aServerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        String location = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        try {
            try (ResponseStore store = ResponseStores.open(location, StoreMode.LIVE)) {
                store.put(Answers.key(1), Answers.answer("before")).join();
            }
            server.close();

            CompletableFuture<ResponseStore> opened =
                    CompletableFuture.supplyAsync(() -> ResponseStores.open(location, StoreMode.LIVE));
            CompletableFuture<ResponseStore> toRead =
                    CompletableFuture.supplyAsync(() -> ResponseStores.open(location, StoreMode.REPLAY));
            TimeUnit.SECONDS.sleep(3);
            assertThat(opened).isNotDone();
            assertThat(toRead).isNotDone();
            server = start(port);

            try (ResponseStore store = opened.get(60, TimeUnit.SECONDS);
                    ResponseStore replayed = toRead.get(60, TimeUnit.SECONDS)) {
                assertThat(store.find(Answers.key(1))).contains(Answers.answer("before"));
                assertThat(replayed.find(Answers.key(1))).contains(Answers.answer("before"));
            }
        } finally {
            server.close();
        }
    }

    private EmbeddedPostgres start(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(port != 0, "skipped: no PostgreSQL server can be started here: " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}
