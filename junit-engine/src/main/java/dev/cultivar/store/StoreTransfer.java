package dev.cultivar.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.io.Sha256;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.text.JsonEscapes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves answers between stores as JSON lines, ordered by key, so that a team can commit and compare them. The last line holds the digest
 * of all lines before it; concatenated files keep their own digest lines.
 */
public final class StoreTransfer {

    private static final ObjectMapper JSON = new ObjectMapper(JsonEscapes.factory());
    private static final int BATCH = 500;
    private static final String SEAL = "sha256";
    private static final Pattern SEALED = Pattern.compile("\\s*\\{\"" + SEAL + "\":\"([0-9a-f]{64})\"}\\s*");

    private final ResponseStore store;

    public StoreTransfer(ResponseStore store) {
        this.store = store;
    }

    /**
     * What an import did.
     *
     * @param added answers that were new
     * @param same answers that were already in the store
     * @param kept answers in the store that differ from the file's; the store's answers were kept
     */
    public record Imported(long added, long same, long kept) {}

    /**
     * Writes the answers with a wanted hash. The file appears only when it is complete.
     *
     * @return how many
     */
    public long exportTo(Path file, Predicate<String> wanted) {
        AtomicLong count = new AtomicLong();
        try {
            AtomicFile.writePrivately(file, out -> {
                Sha256 digest = new Sha256();
                store.scan(entry -> {
                    if (wanted.test(entry.key().hash())) {
                        String line = line(entry) + "\n";
                        digest.add(line);
                        write(out, line);
                        count.incrementAndGet();
                    }
                });
                write(out, ResponseCodec.write(JSON.createObjectNode().put(SEAL, digest.hex())) + "\n");
            });
            return count.get();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "the export " + file + " cannot be written: check the folder and its free space", e);
        }
    }

    /** Reads answers into the store; existing answers are kept. A file with a bad line changes nothing. */
    public Imported importFrom(Path file) {
        eachLine(file, entry -> {});
        long[] counts = new long[3];
        List<StoredEntry> batch = new ArrayList<>();
        eachLine(file, entry -> {
            batch.add(entry);
            if (batch.size() == BATCH) {
                restore(batch, counts);
            }
        });
        restore(batch, counts);
        return new Imported(counts[0], counts[1], counts[2]);
    }

    private void restore(List<StoredEntry> batch, long[] counts) {
        List<Boolean> present =
                batch.stream().map(entry -> store.find(entry.key()).isPresent()).toList();
        List<CompletableFuture<Boolean>> same = batch.stream()
                .map(entry -> store.restore(entry).thenApply(stored -> sameAnswer(stored, entry.response())))
                .toList();
        for (int i = 0; i < batch.size(); i++) {
            counts[!joined(same.get(i)) ? 2 : present.get(i) ? 1 : 0]++;
        }
        batch.clear();
    }

    /** Two shards that asked for the same judgement got the same one, however long it took them. */
    private static boolean sameAnswer(ModelResponse one, ModelResponse other) {
        return one.text().equals(other.text())
                && one.toolArguments().equals(other.toolArguments())
                && one.finish() == other.finish();
    }

    private static boolean joined(CompletableFuture<Boolean> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw e;
        }
    }

    private static String line(StoredEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("key", entry.key().hash());
        line.put("kind", entry.key().kind().name());
        line.put("model", entry.key().model());
        line.put("stored", entry.stored().toString());
        line.set("answer", ResponseCodec.toNode(entry.response()));
        return ResponseCodec.write(line);
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eachLine(Path file, Consumer<StoredEntry> reader) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Sha256 digest = new Sha256();
            boolean sealed = false;
            String line = in.readLine();
            for (int number = 1; line != null; number++) {
                Matcher seal = SEALED.matcher(line);
                if (seal.matches()) {
                    requireSame(seal.group(1), digest.hex(), file + " line " + number);
                    sealed = true;
                } else if (!line.isBlank()) {
                    reader.accept(entry(line, file + " line " + number));
                    digest.add(line + "\n");
                    sealed = false;
                }
                line = in.readLine();
            }
            if (!sealed) {
                throw new StoreException("the export " + file + " is truncated: its last line is not the"
                        + " digest of the lines before it: export it"
                        + " again; nothing was imported");
            }
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    "there is no export " + file + ": cultivar:store-export writes one after a run", e);
        } catch (IOException e) {
            throw new StoreException("the export " + file + " cannot be read as UTF-8 text", e);
        }
    }

    private static void requireSame(String said, String found, String where) {
        if (!said.equals(found)) {
            throw new StoreException(where + " says that the lines before it have the digest " + said + ", but it is "
                    + found + ": answers were changed, added or taken out after the export; nothing was imported");
        }
    }

    private static StoredEntry entry(String line, String where) {
        try {
            JsonNode node = JSON.readTree(line);
            StoreKey key = new StoreKey(
                    node.path("key").asText(),
                    StoreKey.Kind.valueOf(node.path("kind").asText()),
                    node.path("model").asText());
            return new StoredEntry(
                    key,
                    ResponseCodec.fromNode(node.path("answer")),
                    Instant.parse(node.path("stored").asText()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | StoreException e) {
            throw new StoreException(where + " is not an answer of a store's export: nothing was imported", e);
        }
    }
}
