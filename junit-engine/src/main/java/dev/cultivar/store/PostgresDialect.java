package dev.cultivar.store;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, which several machines can share. */
final class PostgresDialect implements Dialect {

    static final String USER = "CULTIVAR_STORE_USER";
    static final String PASSWORD = "CULTIVAR_STORE_PASSWORD";

    private static final Pattern WITH_USER = Pattern.compile("//[^/?]*@");

    private static final long LOCK = 0x43554C5449564152L;
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");

    /** PostgreSQL's codes for a server that is unreachable, shutting down or starting up. */
    private static final Set<String> AWAY = Set.of("08001", "08004", "08006", "57P01", "57P02", "57P03");

    private static final long PAUSE_MILLIS = 500;

    /** URLs for which waiting did not help, so that the process's next suite does not wait again. */
    private static final Set<String> IN_VAIN = ConcurrentHashMap.newKeySet();

    private final String url;
    private final Duration patience;
    private final Properties properties = new Properties();

    PostgresDialect(String url, UnaryOperator<@Nullable String> environment) {
        this(url, environment, Duration.ofMinutes(1));
    }

    /** @param patience how long to wait at the start for a server that is away */
    PostgresDialect(String url, UnaryOperator<@Nullable String> environment, Duration patience) {
        this.patience = patience;
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
    public Connection first(boolean writes) throws SQLException {
        long end = System.nanoTime() + (IN_VAIN.contains(url) ? 0 : patience.toNanos());
        while (true) {
            try {
                Connection connection = writes ? write() : read();
                IN_VAIN.remove(url);
                return connection;
            } catch (SQLException e) {
                // A host without an address is a typing error.
                if (!AWAY.contains(String.valueOf(e.getSQLState())) || e.getCause() instanceof UnknownHostException) {
                    throw e;
                }
                if (System.nanoTime() - end > 0) {
                    IN_VAIN.add(url);
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public boolean writesAlone() {
        return false;
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
        if (state.startsWith("08") || AWAY.contains(state)) {
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
