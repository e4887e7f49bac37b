package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.settings.StoreMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteResponseStoreTest extends DatabaseStoreContract {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(".cultivar").resolve("responses.db");
    }

    @Override
    ResponseStore open() {
        return ResponseStores.open(file().toString(), StoreMode.LIVE);
    }

    @Test
    void answersOutliveTheStoreThatTheyWerePutTo() {
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
        }
        try (ResponseStore store = ResponseStores.open(file().toString(), StoreMode.REPLAY)) {
            assertThat(store.find(Answers.key(1))).contains(Answers.answer("a"));
            assertThatThrownBy(
                            () -> store.put(Answers.key(2), Answers.answer("b")).join())
                    .hasMessageContaining("read only");
        }
    }

    @Test
    void manyCanOpenANewStoreAtTheSameMoment() throws Exception {
        int many = 8;
        ExecutorService modules = Executors.newFixedThreadPool(many);
        try {
            for (int time = 0; time < 25; time++) {
                String location =
                        folder.resolve("new" + time).resolve("responses.db").toString();
                CyclicBarrier together = new CyclicBarrier(many);
                List<Future<ResponseStore>> opened = new ArrayList<>();
                for (int module = 0; module < many; module++) {
                    opened.add(modules.submit(() -> {
                        together.await();
                        return ResponseStores.open(location, StoreMode.LIVE);
                    }));
                }
                for (Future<ResponseStore> one : opened) {
                    one.get(60, TimeUnit.SECONDS).close();
                }
            }
        } finally {
            modules.shutdownNow();
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(file().getParent())) {
                for (Path each : (Iterable<Path>) files::iterator) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .as(each.toString())
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void aSecondStoreDoesNotGetAClaimThatIsTaken() {
        try (ResponseStore first = open();
                ResponseStore second = open()) {
            assertThat(first.claim(Answers.key(1)).join()).isInstanceOf(Claim.Mine.class);
            assertThat(second.claim(Answers.key(1)).join()).isInstanceOf(Claim.Taken.class);
            first.put(Answers.key(1), Answers.answer("a")).join();
            assertThat(second.claim(Answers.key(1)).join()).isInstanceOf(Claim.Stored.class);
        }
    }

    @Test
    @Timeout(60)
    void aClaimIsRenewedWhileItsOwnerLivesAndGoneWhenItCloses() throws InterruptedException, SQLException {
        Dialect dialect = new SqliteDialect(file());
        Duration lease = Duration.ofMillis(900);
        ResponseStore first = JdbcResponseStore.open(dialect, Schema.CURRENT, lease);
        try (ResponseStore second = open()) {
            assertThat(first.claim(Answers.key(1)).join()).isInstanceOf(Claim.Mine.class);
            // Renewed at a time at which it would have run out.
            long end = claimedUntil();
            while (claimedUntil() <= end + lease.toMillis()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(second.claim(Answers.key(1)).join()).isInstanceOf(Claim.Taken.class);
            first.close();
            assertThat(second.claim(Answers.key(1)).join()).isInstanceOf(Claim.Mine.class);
        }
    }

    @Test
    void aClaimOfADeadProcessIsFree() throws SQLException {
        try (ResponseStore store = open()) {
            String self = StoreOwner.create().text();
            String host = self.substring(0, self.indexOf('|'));
            sql("INSERT INTO cultivar_claim VALUES ('" + Answers.key(1).hash() + "', '" + host + "|99999999|1|x', "
                    + Long.MAX_VALUE + ")");
            sql("INSERT INTO cultivar_claim VALUES ('" + Answers.key(2).hash() + "', 'elsewhere|99999999|1|x', "
                    + Long.MAX_VALUE + ")");
            sql("INSERT INTO cultivar_claim VALUES ('" + Answers.key(3).hash() + "', 'elsewhere|99999999|1|x', 1000)");
            assertThat(store.claim(Answers.key(1)).join()).as("dead").isInstanceOf(Claim.Mine.class);
            assertThat(store.claim(Answers.key(2)).join()).as("elsewhere").isInstanceOf(Claim.Taken.class);
            assertThat(store.claim(Answers.key(3)).join()).as("run out").isInstanceOf(Claim.Mine.class);
        }
    }

    @Test
    void aFileOfSomethingElseIsLeftAlone() throws IOException, SQLException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "name;value\n1;2\n");
        assertRefused("is not a store of Cultivar and is left alone");

        Files.delete(file());
        sql("CREATE TABLE customers (id INTEGER)");
        assertRefused("is not a store of Cultivar and is left alone");
    }

    @Test
    void aDamagedFileIsReportedAndLeftAlone() throws IOException {
        try (ResponseStore store = open()) {
            for (int i = 0; i < 50; i++) {
                store.put(Answers.key(i), Answers.answer("a".repeat(500))).join();
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        java.util.Arrays.fill(bytes, 100, 8_192, (byte) 0x5a);
        Files.write(file(), bytes);
        assertRefused("is damaged");
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() throws SQLException, IOException {
        open().close();
        sql("UPDATE cultivar_meta SET setting = '7' WHERE name = 'schema'");
        assertRefused("written by a newer Cultivar");
    }

    @Test
    void anOlderStoreIsMigratedAndKeepsItsAnswers() throws SQLException {
        try (ResponseStore store = open()) {
            store.put(Answers.key(1), Answers.answer("a")).join();
        }
        Schema next = withStep(List.of("ALTER TABLE cultivar_response ADD COLUMN note TEXT"));
        assertThatThrownBy(() -> JdbcResponseStore.openToRead(new SqliteDialect(file()), next))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("needs 4");
        try (ResponseStore store = JdbcResponseStore.open(new SqliteDialect(file()), next, Duration.ofSeconds(9))) {
            assertThat(store.find(Answers.key(1))).contains(Answers.answer("a"));
        }
        sql("UPDATE cultivar_response SET note = 'there'");
    }

    private static Schema withStep(List<String> step) {
        List<List<String>> steps = new ArrayList<>(Schema.CURRENT.steps());
        steps.add(step);
        return new Schema(steps, steps.size());
    }

    @Test
    void aStoreFromBeforeAnswersHadDigestsIsNotReplayedButMigratedWhereItIsWritten() throws SQLException, IOException {
        Files.createDirectories(file().getParent());
        sql("CREATE TABLE cultivar_meta (name VARCHAR(32) PRIMARY KEY, setting TEXT NOT NULL)");
        sql("INSERT INTO cultivar_meta VALUES ('schema', '1')");
        for (String step : Schema.CURRENT.steps().get(0)) {
            sql(step);
        }
        for (int i = 0; i < 501; i++) {
            sql("INSERT INTO cultivar_response VALUES ('" + Answers.key(i).hash() + "', 'ANSWER', '"
                    + Answers.key(i).model() + "', '" + ResponseCodec.encode(Answers.answer("a" + i)) + "', 1, 1)");
        }
        assertThatThrownBy(() -> ResponseStores.open(file().toString(), StoreMode.REPLAY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has schema version 1 and this Cultivar needs 3");
        try (ResponseStore store = open()) {
            assertThat(store.begin("a run").othersBefore()).isTrue();
        }
        try (ResponseStore store = ResponseStores.open(file().toString(), StoreMode.REPLAY)) {
            for (int i = 0; i < 501; i++) {
                assertThat(store.find(Answers.key(i))).contains(Answers.answer("a" + i));
            }
        }
    }

    @Test
    void aMigrationThatFailsChangesNothing() throws SQLException {
        open().close();
        Schema broken = withStep(
                List.of("ALTER TABLE cultivar_response ADD COLUMN note TEXT", "ALTER TABLE nowhere ADD COLUMN x TEXT"));
        assertThatThrownBy(() -> JdbcResponseStore.open(new SqliteDialect(file()), broken, Duration.ofSeconds(9)))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> sql("UPDATE cultivar_response SET note = 'x'")).isInstanceOf(SQLException.class);
        open().close();
    }

    @Test
    void replayingAStoreThatIsNotThereMakesNone() {
        assertThatThrownBy(() -> ResponseStores.open(file().toString(), StoreMode.REPLAY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no store at");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "x");
        assertThatThrownBy(
                        () -> ResponseStores.open(plain.resolve("responses.db").toString(), StoreMode.LIVE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be created");
        assertThatThrownBy(() -> ResponseStores.open(folder.toString(), StoreMode.LIVE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aFullDiskFailsTheAnswerAndKeepsTheRest() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "skipped: cannot mount a small disk here");
        try {
            int stored = 0;
            try (ResponseStore store =
                    ResponseStores.open(disk.resolve("responses.db").toString(), StoreMode.LIVE)) {
                try {
                    while (stored < 10_000) {
                        store.put(Answers.key(stored), Answers.answer("x".repeat(5_000)))
                                .join();
                        stored++;
                    }
                } catch (CompletionException e) {
                    assertThat(e.getCause())
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("the disk is full");
                }
            }
            assertThat(stored).isBetween(10, 9_999);
            try (ResponseStore store =
                    ResponseStores.open(disk.resolve("responses.db").toString(), StoreMode.REPLAY)) {
                assertThat(store.stats().answers()).isEqualTo(stored);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aReadOnlyDiskCanBeReplayedAndIsNotWritten() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "skipped: cannot mount a small disk here");
        try {
            String location = disk.resolve("responses.db").toString();
            try (ResponseStore store = ResponseStores.open(location, StoreMode.RECORD)) {
                store.put(Answers.key(1), Answers.answer("a")).join();
            }
            assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "skipped: cannot remount here");
            try (ResponseStore store = ResponseStores.open(location, StoreMode.REPLAY)) {
                assertThat(store.find(Answers.key(1))).contains(Answers.answer("a"));
            }
            assertThatThrownBy(() -> ResponseStores.open(location, StoreMode.LIVE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be written");
        } finally {
            run("umount", disk.toString());
        }
    }

    private void assertRefused(String why) throws IOException {
        byte[] before = Files.readAllBytes(file());
        for (StoreMode mode : StoreMode.values()) {
            assertThatThrownBy(
                            () -> ResponseStores.open(file().toString(), mode).close())
                    .as(mode.label())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(why)
                    .hasMessageNotContaining("\n");
        }
        assertThat(file()).hasBinaryContent(before);
    }

    @Override
    void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /** Of the only claim. */
    private long claimedUntil() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement select = connection.createStatement();
                ResultSet claim = select.executeQuery("SELECT until FROM cultivar_claim")) {
            assertThat(claim.next()).isTrue();
            return claim.getLong(1);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
