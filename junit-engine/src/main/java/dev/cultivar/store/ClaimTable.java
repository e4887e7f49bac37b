package dev.cultivar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Records who is asking what, and until when. */
final class ClaimTable {

    private ClaimTable() {}

    /** Takes a claim that is free, expired or the owner's own. */
    static boolean take(Statements on, StoreKey key, String owner, long now, long until) throws SQLException {
        PreparedStatement upsert =
                on.of("INSERT INTO cultivar_claim (hash, owner, until) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE"
                        + " SET owner = excluded.owner, until = excluded.until"
                        + " WHERE cultivar_claim.until < ? OR cultivar_claim.owner = excluded.owner");
        upsert.setString(1, key.hash());
        upsert.setString(2, owner);
        upsert.setLong(3, until);
        upsert.setLong(4, now);
        return upsert.executeUpdate() > 0;
    }

    /** A current claim; there is none after its owner has put the answer. */
    record Held(String owner, long until) {

        static final Held NOBODY = new Held("", 0);
    }

    static Held holder(Connection connection, StoreKey key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT owner, until FROM cultivar_claim WHERE hash = ?")) {
            select.setString(1, key.hash());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Held(row.getString(1), row.getLong(2)) : Held.NOBODY;
            }
        }
    }

    static void release(Statements on, StoreKey key, String owner) throws SQLException {
        PreparedStatement delete = on.of("DELETE FROM cultivar_claim WHERE hash = ? AND owner = ?");
        delete.setString(1, key.hash());
        delete.setString(2, owner);
        delete.executeUpdate();
    }

    static void renew(Connection connection, String owner, long until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE cultivar_claim SET until = ? WHERE owner = ?")) {
            update.setLong(1, until);
            update.setString(2, owner);
            update.executeUpdate();
        }
    }

    static void releaseAll(Connection connection, String owner) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM cultivar_claim WHERE owner = ?")) {
            delete.setString(1, owner);
            delete.executeUpdate();
        }
    }
}
