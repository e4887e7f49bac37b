package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The table of answers. */
final class ResponseTable {

    private static final long USE_RESOLUTION = Duration.ofHours(1).toMillis();
    private static final int PAGE = 500;

    /** How far apart the clocks of machines that share a store may be. */
    private static final long LEEWAY = Duration.ofHours(1).toMillis();

    private ResponseTable() {}

    static Optional<StoredEntry> find(Statements on, StoreKey key) throws SQLException {
        PreparedStatement select = on.of("SELECT answer, stored, digest FROM cultivar_response WHERE hash = ?");
        select.setString(1, key.hash());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(entry(key, row, 1)) : Optional.empty();
        }
    }

    /** The answer in a row, which must be unchanged since it was stored: answer, date and digest are in this column and the next two. */
    private static StoredEntry entry(StoreKey key, ResultSet row, int column) throws SQLException {
        String answer = row.getString(column);
        long stored = row.getLong(column + 1);
        RowDigest.require(key, stored, answer, row.getString(column + 2));
        requirePast(key, stored);
        return new StoredEntry(key, ResponseCodec.decode(answer), Instant.ofEpochMilli(stored));
    }

    /** With a clock that was set back, answers of other runs would count as this run's own, and none would be asked again. */
    private static void requirePast(StoreKey key, long stored) {
        if (stored > System.currentTimeMillis() + LEEWAY) {
            throw new StoreException("a stored answer of " + key.model() + " (key "
                    + key.hash().substring(0, 12) + "…) is of " + Instant.ofEpochMilli(stored)
                    + ", which is in the future by this machine's clock: set the clock right and run again");
        }
    }

    /** The answers to several requests, by hash. */
    static Map<String, StoredEntry> find(Connection connection, Collection<StoreKey> keys) throws SQLException {
        Map<String, StoreKey> left = new LinkedHashMap<>();
        keys.forEach(key -> left.put(key.hash(), key));
        Map<String, StoredEntry> found = new HashMap<>();
        List<String> hashes = List.copyOf(left.keySet());
        for (int from = 0; from < hashes.size(); from += PAGE) {
            List<String> page = hashes.subList(from, Math.min(from + PAGE, hashes.size()));
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT hash, answer, stored, digest FROM cultivar_response WHERE hash IN ("
                            + "?,".repeat(page.size() - 1) + "?)")) {
                for (int i = 0; i < page.size(); i++) {
                    select.setString(i + 1, page.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        StoreKey key = left.get(row.getString(1));
                        if (key != null) {
                            found.put(key.hash(), entry(key, row, 2));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Whether there is an answer from before a moment. */
    static boolean holdsBefore(Connection connection, long moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM cultivar_response WHERE stored < ? AND kind = '" + StoreKey.Kind.ANSWER + "' LIMIT 1")) {
            select.setLong(1, moment);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Inserts an answer, unless there is one that was stored since a moment; returns whether it inserted it. */
    static boolean insert(Statements on, StoredEntry entry, Instant notBefore, long used) throws SQLException {
        requirePast(entry.key(), entry.stored().toEpochMilli());
        return write(on, entry, used, notBefore.toEpochMilli());
    }

    static void replace(Statements on, StoredEntry entry, long used) throws SQLException {
        write(on, entry, used, Long.MAX_VALUE);
    }

    /** Records that a run used the answer; seldom writes, because reading should stay cheap. */
    static void used(Statements on, StoreKey key, long now) throws SQLException {
        PreparedStatement update = on.of("UPDATE cultivar_response SET used = ? WHERE hash = ? AND used < ?");
        update.setLong(1, now);
        update.setString(2, key.hash());
        update.setLong(3, now - USE_RESOLUTION);
        update.executeUpdate();
    }

    /** Reads page by page, so that the store's size affects neither memory nor the length of a transaction. */
    static void scan(Connection connection, Consumer<StoredEntry> reader) throws SQLException {
        String after = "";
        while (true) {
            List<StoredEntry> page = page(connection, after);
            page.forEach(reader);
            if (page.size() < PAGE) {
                return;
            }
            after = page.get(page.size() - 1).key().hash();
        }
    }

    private static List<StoredEntry> page(Connection connection, String after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT hash, kind, model, answer, stored, digest FROM cultivar_response WHERE hash > ? ORDER BY hash"
                        + " LIMIT "
                        + PAGE)) {
            select.setString(1, after);
            List<StoredEntry> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoreKey key =
                            new StoreKey(row.getString(1), StoreKey.Kind.valueOf(row.getString(2)), row.getString(3));
                    page.add(entry(key, row, 4));
                }
            }
            return page;
        }
    }

    /** Gives every row of a store without digests a digest of its own; from now on, the row must match it. */
    static void seal(Connection connection) throws SQLException {
        String after = "";
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT hash, kind, model, stored, answer FROM cultivar_response WHERE hash > ? ORDER BY hash"
                                + " LIMIT "
                                + PAGE);
                PreparedStatement update =
                        connection.prepareStatement("UPDATE cultivar_response SET digest = ? WHERE hash = ?")) {
            String before;
            do {
                before = after;
                select.setString(1, before);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        after = row.getString(1);
                        update.setString(
                                1,
                                RowDigest.of(
                                        after, row.getString(2), row.getString(3), row.getLong(4), row.getString(5)));
                        update.setString(2, after);
                        update.addBatch();
                    }
                }
                update.executeBatch();
            } while (!after.equals(before));
        }
    }

    static StoreStats stats(Connection connection) throws SQLException {
        List<StoreStats.Group> groups = new ArrayList<>();
        long oldest = Long.MAX_VALUE;
        long newest = Long.MIN_VALUE;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT kind, model, count(*), sum(length(answer)), min(stored), max(stored) FROM"
                                + " cultivar_response WHERE kind <> 'LOOKS' GROUP BY kind, model ORDER BY kind, model")) {
            while (row.next()) {
                groups.add(new StoreStats.Group(
                        StoreKey.Kind.valueOf(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)));
                oldest = Math.min(oldest, row.getLong(5));
                newest = Math.max(newest, row.getLong(6));
            }
        }
        return groups.isEmpty()
                ? new StoreStats(groups, Optional.empty(), Optional.empty())
                : new StoreStats(
                        groups, Optional.of(Instant.ofEpochMilli(oldest)), Optional.of(Instant.ofEpochMilli(newest)));
    }

    /** Deletes by one of the two dates, time of storing or time of use. */
    static long removeBefore(Connection connection, boolean byUse, Instant moment) throws SQLException {
        String column = byUse ? "used" : "stored";
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM cultivar_response WHERE " + column + " < ?")) {
            delete.setLong(1, moment.toEpochMilli());
            return delete.executeUpdate();
        }
    }

    private static boolean write(Statements on, StoredEntry entry, long used, long notBefore) throws SQLException {
        PreparedStatement insert = on.of(
                "INSERT INTO cultivar_response (hash, kind, model, answer, stored, used, digest) VALUES (?, ?, ?, ?,"
                        + " ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET kind = excluded.kind, model = excluded.model, answer"
                        + " = excluded.answer, stored = excluded.stored, used = excluded.used, digest = excluded.digest"
                        + " WHERE cultivar_response.stored < ?");
        StoreKey key = entry.key();
        String answer = ResponseCodec.encode(entry.response());
        long stored = entry.stored().toEpochMilli();
        insert.setString(1, key.hash());
        insert.setString(2, key.kind().name());
        insert.setString(3, key.model());
        insert.setString(4, answer);
        insert.setLong(5, stored);
        insert.setLong(6, used);
        insert.setString(7, RowDigest.of(key.hash(), key.kind().name(), key.model(), stored, answer));
        insert.setLong(8, notBefore);
        return insert.executeUpdate() > 0;
    }
}
