package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, by version. Each step takes a store from one version to the next; steps are only ever added.
 *
 * @param steps SQL statements of each step; the first goes from nothing to version 1
 * @param readable the oldest version that can be read without migration
 */
record Schema(List<List<String>> steps, int readable) {

    static final String META = "cultivar_meta";

    static final Schema CURRENT = new Schema(
            List.of(
                    List.of(
                            "CREATE TABLE cultivar_response (hash CHAR(64) PRIMARY KEY, kind VARCHAR(16) NOT NULL,"
                                    + " model TEXT NOT NULL, answer TEXT NOT NULL, stored BIGINT NOT NULL, used"
                                    + " BIGINT NOT"
                                    + " NULL)",
                            "CREATE TABLE cultivar_claim (hash CHAR(64) PRIMARY KEY, owner TEXT NOT NULL, until BIGINT"
                                    + " NOT NULL)",
                            "CREATE INDEX cultivar_claim_owner ON cultivar_claim (owner)"),
                    List.of("CREATE TABLE cultivar_run (name CHAR(64) PRIMARY KEY, began BIGINT NOT NULL, ended BIGINT"
                            + " NOT NULL)"),
                    List.of("ALTER TABLE cultivar_response ADD COLUMN digest CHAR(64) NOT NULL DEFAULT ''")),
            3);

    /** The version that introduced a digest for each answer. */
    private static final int SEALED = 3;

    /** Creates the tables or brings them to this version; the caller holds the transaction. */
    void migrate(Connection connection, Dialect dialect) throws SQLException {
        dialect.lockSchema(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + META + " (name VARCHAR(32) PRIMARY KEY, setting TEXT NOT NULL)");
            int version = version(connection);
            refuseNewer(version);
            for (List<String> step : steps.subList(version, steps.size())) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            if (version < SEALED && steps.size() >= SEALED) {
                ResponseTable.seal(connection);
            }
            if (version < steps.size()) {
                record(connection);
            }
        }
    }

    /** Refuses a store with another version when it is opened only for reading. */
    void check(Connection connection) throws SQLException {
        int version = version(connection);
        refuseNewer(version);
        if (version < readable) {
            throw new StoreException("the store has schema version " + version + " and this Cultivar needs " + readable
                    + ": open it once in a mode other than replay, which updates it");
        }
    }

    private void refuseNewer(int version) {
        if (version > steps.size()) {
            throw new StoreException("the store has schema version " + version
                    + ", written by a newer Cultivar than this one, which knows " + steps.size()
                    + ": update Cultivar, or choose another with -Dcultivar.store");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT setting FROM " + META + " WHERE name = 'schema'")) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        } catch (NumberFormatException e) {
            throw new StoreException("the store's schema version is not a number: the store is damaged", e);
        }
    }

    private void record(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + META
                + " (name, setting) VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET setting ="
                + " excluded.setting")) {
            statement.setString(1, Integer.toString(steps.size()));
            statement.executeUpdate();
        }
    }
}
