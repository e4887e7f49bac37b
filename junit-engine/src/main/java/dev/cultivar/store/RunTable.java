package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Runs by name: when the last one began, and whether it was completed. */
final class RunTable {

    /** A run that was interrupted longer ago is not continued: whoever answers may have changed since. */
    static final Duration RESUMED_WITHIN = Duration.ofDays(1);

    private RunTable() {}

    static RunStart begin(Connection connection, String run, long now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO cultivar_run (name, began, ended) VALUES (?, ?, 0) ON CONFLICT (name) DO UPDATE"
                        + " SET began = excluded.began, ended = 0"
                        + " WHERE cultivar_run.ended <> 0 OR cultivar_run.began < ?")) {
            upsert.setString(1, run);
            upsert.setLong(2, now);
            upsert.setLong(3, now - RESUMED_WITHIN.toMillis());
            upsert.executeUpdate();
        }
        long began = began(connection, run, now);
        return new RunStart(Instant.ofEpochMilli(began), ResponseTable.holdsBefore(connection, began));
    }

    private static long began(Connection connection, String run, long now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT began FROM cultivar_run WHERE name = ?")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : now;
            }
        }
    }

    static void end(Connection connection, String run, long now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE cultivar_run SET ended = ? WHERE name = ?")) {
            update.setLong(1, now);
            update.setString(2, run);
            update.executeUpdate();
        }
    }
}
