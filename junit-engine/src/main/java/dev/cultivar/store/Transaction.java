package dev.cultivar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All or nothing. Begun and ended by statements, as the SQLite driver begins the next transaction with each commit when
 * it is left to it, and so locks everybody else out while idle.
 */
final class Transaction {

    /** What is done within. */
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

    /** The first failure is the one to report, and a database that failed may have rolled back already. */
    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            return;
        }
    }
}
