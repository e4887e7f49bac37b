package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.settings.StoreMode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real server, from binaries that come as a test dependency. */
@Tag("slow")
class PostgresResponseStoreTest extends DatabaseStoreContract {

    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void startServer() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: no PostgreSQL server can be started here: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        sql("DROP SCHEMA public CASCADE");
        sql("CREATE SCHEMA public");
    }

    @Override
    ResponseStore open() {
        return ResponseStores.open(url(), StoreMode.LIVE);
    }

    @Test
    void severalRunnersOpenAnEmptyDatabaseAtOnce() {
        List<CompletableFuture<ResponseStore>> opening = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            opening.add(CompletableFuture.supplyAsync(this::open));
        }
        List<ResponseStore> stores =
                opening.stream().map(CompletableFuture::join).toList();
        stores.get(0).put(Answers.key(1), Answers.answer("a")).join();
        assertThat(stores.get(5).find(Answers.key(1))).contains(Answers.answer("a"));
        stores.forEach(ResponseStore::close);
    }

    @Test
    void runnersThatShareAStoreDoNotAskTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ResponseStore one = open();
                ResponseStore two = open();
                ResponseStore three = open()) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (ResponseStore store : List.of(one, two, three)) {
                StoredAsking run = Answers.asking(store, StoreMode.LIVE);
                for (int i = 0; i < 150; i++) {
                    int number = i;
                    answers.add(run.complete(Answers.key(number), () -> {
                        asked.incrementAndGet();
                        return CompletableFuture.supplyAsync(
                                () -> Answers.answer("a" + number),
                                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
                    }));
                }
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(60, TimeUnit.SECONDS).response().text())
                        .isEqualTo("a" + i % 150);
            }
        }
        assertThat(asked).hasValue(150);
    }

    @Test
    void aLostConnectionIsOpenedAgain() throws SQLException {
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cultivar'");
            store.put(Answers.key(2), Answers.answer("b")).join();
            assertThat(store.find(Answers.key(1))).contains(Answers.answer("a"));
            assertThat(store.find(Answers.key(2))).contains(Answers.answer("b"));
        }
    }

    @Test
    void replayingADatabaseWithoutAStoreIsReported() {
        assertThatThrownBy(() -> ResponseStores.open(url(), StoreMode.REPLAY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds no store");
    }

    @Test
    void aServerThatIsNotThereIsReportedWithoutUserOrParameters() {
        Dialect nobody = new PostgresDialect(
                "jdbc:postgresql://localhost:1/db?user=ann&sslkey=secret", name -> null, Duration.ofSeconds(1));
        assertThatThrownBy(() -> JdbcResponseStore.open(nobody, Schema.CURRENT, JdbcResponseStore.LEASE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not answer: check that the database runs and the URL is right")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("ann");
    }

    @Test
    void aPasswordInTheUrlIsRefused() {
        assertThatThrownBy(() ->
                        ResponseStores.open("jdbc:postgresql://localhost/db?user=a&password=hunter2", StoreMode.LIVE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("CULTIVAR_STORE_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    private static String url() {
        assumeTrue(server != null, "skipped: no PostgreSQL server can be started here");
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    void sql(String statement) throws SQLException {
        url();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
