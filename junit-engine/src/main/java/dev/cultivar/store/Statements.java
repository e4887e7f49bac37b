package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection and the statements that are run on it for every answer: each is made once, as making it takes longer than running it. They
 * end with the connection. Not for several threads.
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

    /** Not to be closed by whoever runs it; what it found is to be closed at once, as it holds up others. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = made.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        made.put(sql, fresh);
        return fresh;
    }

    /** After a failure: the driver may have closed those that failed. */
    void forget() {
        made.values().forEach(Statements::closeQuietly);
        made.clear();
    }

    private static void closeQuietly(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // It is made anew.
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        forget();
        connection.close();
    }
}
