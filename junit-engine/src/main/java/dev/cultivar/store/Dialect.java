package dev.cultivar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Where one database differs from another. */
interface Dialect {

    /** How long a database that went away is waited for: longer than the minute that a restart may take. */
    Duration OUTAGE = Duration.ofSeconds(90);

    /** Opens a connection that writes; the database is made where it is missing. */
    Connection write() throws SQLException;

    /** Opens a connection that only reads. */
    Connection read() throws SQLException;

    /** Opens the first connection of a process, which may have to wait until the server is there. */
    default Connection first(boolean writes) throws SQLException {
        return writes ? write() : read();
    }

    /** The statement that begins a transaction which will write. */
    String begin();

    /** Whether nobody else writes while such a transaction is open. */
    boolean writesAlone();

    /**
     * The statement that decides whether commits from now on outlive a power failure, which costs a flush to disk, or
     * only a killed process.
     */
    String durability(boolean flushed);

    /** Holds off others who make or migrate the schema, until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** Milliseconds to add to this machine's clock, so that all who share a store agree on when a claim runs out. */
    long clockOffset(Connection connection) throws SQLException;

    /** Whether the same transaction may succeed when tried again. */
    boolean isTransient(SQLException e);

    /** One clear line for a user. */
    StoreException explain(SQLException e);
}
