package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store does that outlasts its process. */
abstract class DatabaseStoreContract extends ResponseStoreContract {

    /** Changes the database behind the store's back. */
    abstract void sql(String statement) throws SQLException;

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
}
