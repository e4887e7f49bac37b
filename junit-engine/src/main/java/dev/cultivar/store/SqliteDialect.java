package dev.cultivar.store;

import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One file, in write-ahead mode, readable by its owner only. */
final class SqliteDialect implements Dialect {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public Connection write() throws SQLException {
        return patiently(this::writer);
    }

    private Connection writer() throws SQLException {
        create();
        refuseForeign();
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public Connection read() throws SQLException {
        if (!Files.exists(file)) {
            throw new StoreException("there is no store at " + file + ": record one first with -Dcultivar.mode=record");
        }
        return patiently(() -> {
            refuseForeign();
            return reader();
        });
    }

    /** One of several ways to open the file. */
    private interface Opening {
        Connection open() throws SQLException;
    }

    /** SQLite's own timeout does not apply while a connection switches a new file to write-ahead mode: other connections fail at once. */
    private Connection patiently(Opening opening) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                return opening.open();
            } catch (SQLException e) {
                if (!isTransient(e) || System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS));
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public boolean writesAlone() {
        return true;
    }

    @Override
    public String durability(boolean flushed) {
        return "PRAGMA synchronous = " + (flushed ? "FULL" : "NORMAL");
    }

    @Override
    public void lockSchema(Connection connection) {
        // A write transaction already keeps all other writers out.
    }

    @Override
    public long clockOffset(Connection connection) {
        return 0;
    }

    @Override
    public boolean isTransient(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_BUSY) || is(e, SQLiteErrorCode.SQLITE_LOCKED);
    }

    @Override
    public StoreException explain(SQLException e) {
        if (is(e, SQLiteErrorCode.SQLITE_FULL)) {
            return new StoreException(
                    "the disk is full, so the store " + file
                            + " cannot grow: free space and run again, what is stored is kept",
                    e);
        }
        if (is(e, SQLiteErrorCode.SQLITE_NOTADB) || is(e, SQLiteErrorCode.SQLITE_CORRUPT)) {
            return new StoreException(
                    "the store " + file + " is damaged: move it away, and import an export of it if there is one", e);
        }
        if (is(e, SQLiteErrorCode.SQLITE_READONLY)
                || is(e, SQLiteErrorCode.SQLITE_CANTOPEN)
                || is(e, SQLiteErrorCode.SQLITE_PERM)) {
            return new StoreException(
                    "the store " + file
                            + " cannot be written: give this user write access, or choose another with"
                            + " -Dcultivar.store",
                    e);
        }
        if (isTransient(e)) {
            return new StoreException(
                    "the store " + file + " is locked by another process: wait until that ends, then run again", e);
        }
        return new StoreException("the store " + file + " failed: " + oneLine(e), e);
    }

    private Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        boolean untouchable = !Files.isWritable(directory()) && !Files.exists(Path.of(file + "-wal"));
        // In a read-only folder SQLite could not create its lock files, and there is nobody to lock out.
        String options = untouchable ? "?immutable=1" : "";
        return config.createConnection(
                "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:/") + options);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        // Nobody needs them, and the driver would look them up after each statement.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private void create() {
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            Path directory = directory();
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, posix ? mode("rwx------") : new FileAttribute<?>[0]);
            }
            if (!Files.exists(file)) {
                createFile(posix ? mode("rw-------") : new FileAttribute<?>[0]);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "the store " + file + " cannot be created (" + e.getClass().getSimpleName()
                            + "): give this user write access, or choose another with -Dcultivar.store",
                    e);
        }
    }

    private void createFile(FileAttribute<?>[] mode) throws IOException {
        try {
            Files.createFile(file, mode);
        } catch (FileAlreadyExistsException e) {
            // Another process created it first.
            return;
        }
    }

    /** Checks without writing a byte, because opening for writing would already change the file. */
    private void refuseForeign() throws SQLException {
        try {
            if (Files.isDirectory(file)) {
                throw new StoreException("the store " + file + " is a folder: name a file in it");
            }
            if (Files.size(file) == 0) {
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                    throw foreign();
                }
            }
        } catch (IOException e) {
            throw new StoreException("the store " + file + " cannot be read: give this user read access", e);
        }
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT count(*), sum(name = '" + Schema.META + "') FROM sqlite_master WHERE type = 'table'")) {
            tables.next();
            if (tables.getInt(1) > 0 && tables.getInt(2) == 0) {
                throw foreign();
            }
        }
    }

    private StoreException foreign() {
        return new StoreException("the file " + file
                + " is not a store of Cultivar and is left alone: choose another with -Dcultivar.store");
    }

    private Path directory() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    /** Extended codes hold the primary one in their lowest byte. */
    private static boolean is(SQLException e, SQLiteErrorCode primary) {
        return e instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == primary.code;
    }

    private static String oneLine(SQLException e) {
        return PlainText.message(e);
    }
}
