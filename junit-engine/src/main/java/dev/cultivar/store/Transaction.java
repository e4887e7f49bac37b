package dev.cultivar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a body completely or not at all. Begins and ends transactions with statements: left to itself, the SQLite driver begins the next
 * transaction with each commit, and so locks everybody else out while idle.
 */
final class Transaction {

    /** The work of a transaction. */
    interface Body {
        void run() throws SQLException;
    }

    private Transaction() {}

    static void run(Connection connection, Dialect dialect, Body body) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.begin());
            boolean done = false;
            try {
                body.run();
                statement.execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    rollBack(statement);
                }
            }
        }
    }

    /** The first failure is the one to report; a database that failed may already have rolled back. */
    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            return;
        }
    }
}
