package dev.cultivar.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database that several machines share. */
final class PostgresDialect implements Dialect {

    static final String USER = "CULTIVAR_STORE_USER";
    static final String PASSWORD = "CULTIVAR_STORE_PASSWORD";

    private static final Pattern WITH_USER = Pattern.compile("//[^/?]*@");

    private static final long LOCK = 0x43554C5449564152L;
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");

    private final String url;
    private final Properties properties = new Properties();

    PostgresDialect(String url, UnaryOperator<@Nullable String> environment) {
        if (url.toLowerCase(Locale.ROOT).contains("password=")
                || WITH_USER.matcher(url).find()) {
            throw new StoreException("the URL of the store " + named(url)
                    + " holds a user or a password: move them to the environment variables " + USER + " and "
                    + PASSWORD);
        }
        this.url = url;
        set("user", environment.apply(USER));
        set("password", environment.apply(PASSWORD));
        properties.setProperty("ApplicationName", "cultivar");
        properties.setProperty("connectTimeout", "15");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("tcpKeepAlive", "true");
    }

    @Override
    public Connection write() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public Connection read() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public String durability(boolean flushed) {
        return "SET synchronous_commit TO " + (flushed ? "on" : "off");
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    @Override
    public long clockOffset(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet now =
                        statement.executeQuery("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)")) {
            now.next();
            return now.getLong(1) - System.currentTimeMillis();
        }
    }

    @Override
    public boolean isTransient(SQLException e) {
        return TRY_AGAIN.contains(String.valueOf(e.getSQLState()));
    }

    @Override
    public StoreException explain(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String where = "the store " + named(url);
        if (state.startsWith("08")) {
            return new StoreException(where + " does not answer: check that the database runs and the URL is right", e);
        }
        if (state.startsWith("28")) {
            return new StoreException(
                    where + " refused the user: set " + USER + " and " + PASSWORD + " in the environment", e);
        }
        if (state.equals("42P01")) {
            return new StoreException(where + " holds no store: record one first with -Dcultivar.mode=record", e);
        }
        if (state.equals("53100")) {
            return new StoreException(
                    where + " has no disk space left: free some and run again, what is stored is kept", e);
        }
        return new StoreException(where + " failed with SQL state " + state + ": see the database's log", e);
    }

    private void set(String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    /** The URL without its parameters and user, which may hold secrets. */
    private static String named(String url) {
        return url.replaceAll("\\?.*$", "").replaceAll("//[^/]*@", "//");
    }
}
