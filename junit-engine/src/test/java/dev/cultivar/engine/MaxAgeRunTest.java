package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.service.DryRun;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStores;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that take no stored answer above an age. */
class MaxAgeRunTest extends AtLab {

    private int asked;

    @BeforeEach
    void fillTheStore() {
        assertThat(complaints(run().of(Suite.class))).isEmpty();
        asked = lab.calls.get();
    }

    /** As if the store had been filled so long ago, when answers had no digests yet: it is brought up to date, and takes them as they are. */
    private void age(Duration by, String of) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("responses.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE cultivar_response SET stored = stored - " + by.toMillis() + " WHERE " + of);
            statement.executeUpdate("ALTER TABLE cultivar_response DROP COLUMN digest");
            statement.executeUpdate("UPDATE cultivar_meta SET setting = '2' WHERE name = 'schema'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        ResponseStores.open(folder.resolve("responses.db").toString(), StoreMode.LIVE)
                .close();
    }

    private LabRun aged() {
        return run().with("cultivar.store.maxAge", "30d");
    }

    @Test
    void whatIsTooOldIsAskedForAgainAndWhatIsNotIsTaken() throws IOException {
        age(Duration.ofDays(31), "1 = 1");

        LabRun again = aged();
        assertThat(complaints(again.of(Suite.class))).isEmpty();

        assertThat(lab.calls).as("everything, and nothing to compare").hasValue(2 * asked);
        JsonNode account = again.results().at("/run/suites/0/account");
        assertThat(account.at("/models/perfect/answers/now").asInt()).isEqualTo(24);
        assertThat(account.path("canaries")).isEmpty();
        // What was renewed is young enough.
        assertThat(complaints(aged().of(Suite.class))).isEmpty();
        assertThat(lab.calls).as("eight and eight to compare").hasValue(2 * asked + 16);
    }

    @Test
    void anAnswerJustYoungEnoughIsTakenAndSaysItsAge() {
        age(Duration.ofDays(29), "1 = 1");

        LabRun again = aged();
        assertThat(complaints(again.of(Suite.class))).isEmpty();

        assertThat(lab.calls).hasValue(asked + 16);
        assertThat(again.console()).contains("none asked now; from the store 24 up to 30 days old");
    }

    @Test
    void judgementsAgeAsAnswersDo() {
        age(Duration.ofDays(31), "kind = 'JUDGEMENT'");

        assertThat(complaints(aged().of(Suite.class))).isEmpty();

        assertThat(lab.calls).as("no stance is old enough to be asked for anew").hasValue(asked + (asked - 24) + 8);
    }

    @Test
    void aReplayOfWhatIsTooOldIsRefused() {
        age(Duration.ofDays(31), "1 = 1");

        List<String> said = complaints(aged().with("cultivar.mode", "replay").of(Suite.class));

        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("replay found an answer of", "cultivar.store.maxAge", "-Dcultivar.mode=record"));
        assertThat(complaints(run().with("cultivar.mode", "replay").of(Suite.class)))
                .isEmpty();
        assertThat(lab.calls).hasValue(asked);
    }

    @Test
    void thePlanPaysForWhatIsTooOld() {
        age(Duration.ofDays(31), "1 = 1");
        Map<String, String> parameters = Map.of(
                "cultivar.config",
                settings.toString(),
                "cultivar.models",
                "perfect",
                "cultivar.plan",
                "full",
                "cultivar.store",
                folder.resolve("responses.db").toString(),
                "cultivar.store.maxAge",
                "30d");

        String plan = DryRun.describe(List.of(Suite.class.getName()), key -> Optional.ofNullable(parameters.get(key)));

        assertThat(plan).contains("of these 0 in the store already, 24 to pay");
    }

    @Test
    void aRunThatGoesOnRenewsNothingTwice() {
        age(Duration.ofDays(31), "1 = 1");
        lab.asked.clear();
        assertThat(interrupted(aged(), Suite.class, asked + 12)).isNotEmpty();

        assertThat(complaints(aged().of(Suite.class))).isEmpty();

        // Cancelled calls may be asked once more; there are four places, and two prompts under way for each.
        assertThat(lab.calls.get()).isBetween(2 * asked, 2 * asked + 8);
        assertThat(lab.asked.values())
                .allSatisfy(times -> assertThat(times.get()).isLessThanOrEqualTo(2));
    }
}
