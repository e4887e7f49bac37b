package dev.cultivar.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of everything added so far. Not thread-safe. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Sha256 of(byte[] content) {
        return new Sha256().add(content);
    }

    /** A digest that starts with the text in UTF-8. */
    public static Sha256 of(String text) {
        return new Sha256().add(text);
    }

    /** A digest that starts with a file's content, which is streamed. */
    public static Sha256 of(Path file) throws IOException {
        Sha256 sha = new Sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha.digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sha;
    }

    public Sha256 add(byte[] content) {
        digest.update(content);
        return this;
    }

    /** Adds the text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hexadecimal digits in lower case; resets the digest. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same in Base64, as browsers expect it; resets the digest. */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
