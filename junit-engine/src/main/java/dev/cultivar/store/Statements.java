package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection and the statements that every answer runs on it. Each statement is prepared once, because preparing takes longer than
 * running. Statements end with the connection. Not safe for use by several threads.
 */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> made = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Callers must not close the statement, but must close its results at once, because they block others. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = made.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        made.put(sql, fresh);
        return fresh;
    }

    /** Call this after a failure: the driver may have closed the statements that failed. */
    void forget() {
        made.values().forEach(Statements::closeQuietly);
        made.clear();
    }

    private static void closeQuietly(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // The statement will be prepared again.
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        forget();
        connection.close();
    }
}
