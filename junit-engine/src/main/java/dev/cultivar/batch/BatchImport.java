package dev.cultivar.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cultivar.model.OfflineModel;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Reads the results of one batch file into a store. Importing twice changes nothing. */
final class BatchImport {

    private final BatchFile batch;
    private final OfflineModel protocol;
    private final String wireName;
    private final ResponseStore store;
    private final Instant notBefore;
    private final Set<String> asked = new HashSet<>();
    private final TreeMap<String, Integer> failed = new TreeMap<>();
    private int imported;
    private int known;
    private int notAsked;
    private int foreign;

    BatchImport(BatchFile batch, OfflineModel protocol, String wireName, ResponseStore store, Instant notBefore) {
        this.batch = batch;
        this.protocol = protocol;
        this.wireName = wireName;
        this.store = store;
        this.notBefore = notBefore;
    }

    /**
     * Reads results.
     *
     * @param requests the file that was submitted
     * @param results the returned files, for example one of answers and one of errors
     * @param reason why the whole batch failed; empty where it did not
     * @throws BatchException where a file cannot be read, or has a line that is not JSON; nothing after that line is imported
     */
    BatchTally read(Path requests, List<Path> results, String reason) {
        lines(requests, line -> asked.add(BatchJson.read(line).path("custom_id").asText()));
        Set<String> open = new HashSet<>(asked);
        for (Path file : results) {
            lines(file, line -> take(batch.format().result(BatchJson.read(line)), open));
        }
        if (!reason.isEmpty() && !open.isEmpty()) {
            failed.merge(BatchFormat.words("", reason), open.size(), Integer::sum);
            open.clear();
        }
        return new BatchTally(imported, known, notAsked, failed, foreign, open.size());
    }

    private void take(BatchResult result, Set<String> open) {
        if (!asked.contains(result.id())) {
            foreign++;
            return;
        }
        open.remove(result.id());
        if (!result.answered()) {
            if (result.notAsked()) {
                notAsked++;
            } else {
                failed.merge(result.reason(), 1, Integer::sum);
            }
            return;
        }
        ModelResponse response;
        try {
            response = protocol.read(result.status(), result.body());
        } catch (ProviderException e) {
            failed.merge(e.getMessage() == null ? e.kind().name() : e.getMessage(), 1, Integer::sum);
            return;
        }
        StoreKey key = new StoreKey(result.id(), StoreKey.Kind.valueOf(batch.kind()), wireName);
        if (store.entry(key).filter(entry -> entry.isSince(notBefore)).isPresent()) {
            known++;
        } else {
            store.put(key, response, notBefore).join();
        }
        imported++;
    }

    private interface LineReader {
        void read(String line) throws JsonProcessingException;
    }

    private static void lines(Path file, LineReader reader) {
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.read(line);
                }
            }
        } catch (JsonProcessingException e) {
            throw new BatchException(
                    file + " line " + number + " is not JSON (" + e.getOriginalMessage()
                            + "): the file is truncated or damaged; fetch it again. What came before is imported.",
                    e);
        } catch (IOException e) {
            throw BatchException.unread(file, e);
        }
    }
}
