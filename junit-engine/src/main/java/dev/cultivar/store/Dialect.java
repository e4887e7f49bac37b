package dev.cultivar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The differences between databases. */
interface Dialect {

    /** How long to wait for a database that went away: longer than the minute that a restart may take. */
    Duration OUTAGE = Duration.ofSeconds(90);

    /** Opens a connection that writes; creates the database where it is missing. */
    Connection write() throws SQLException;

    /** Opens a connection that only reads. */
    Connection read() throws SQLException;

    /** Opens a process's first connection, which may have to wait until the server is up. */
    default Connection first(boolean writes) throws SQLException {
        return writes ? write() : read();
    }

    /** The statement that begins a writing transaction. */
    String begin();

    /** Whether nobody else can write while such a transaction is open. */
    boolean writesAlone();

    /** The statement that decides what later commits survive: a power failure, which costs a flush to disk, or only a killed process. */
    String durability(boolean flushed);

    /** Keeps others from creating or migrating the schema until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** Milliseconds to add to this machine's clock, so that all users of a shared store agree on when a claim expires. */
    long clockOffset(Connection connection) throws SQLException;

    /** Whether a retry of the same transaction may succeed. */
    boolean isTransient(SQLException e);

    /** One clear line for a user. */
    StoreException explain(SQLException e);
}
