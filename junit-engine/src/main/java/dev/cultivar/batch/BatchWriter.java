package dev.cultivar.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.OfflineModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.store.StoreKey;
import dev.cultivar.text.FileName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests into batch files, one series per model and kind, split at the provider's limits. A request is written once, however
 * often it is added, and not at all while a submitted batch still contains it. Safe for use by many threads.
 */
public final class BatchWriter implements AutoCloseable {

    private final BatchFolder folder;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final List<BatchFile> files;
    private final Limits limits;

    /** Overrides a format's limits, so that tests need no 200 MB. */
    record Limits(int requests, long bytes) {
        static final Limits NONE = new Limits(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Opens a folder; replaces files of earlier exports that were not submitted.
     *
     * @throws BatchException where the folder cannot be written
     */
    public static BatchWriter open(Path folder) {
        return open(folder, Limits.NONE);
    }

    static BatchWriter open(Path folder, Limits limits) {
        try {
            Files.createDirectories(folder);
            BatchFolder batches = new BatchFolder(folder);
            List<BatchFile> kept = new ArrayList<>();
            Set<String> underWay = new HashSet<>();
            for (BatchFile file : batches.files()) {
                if (file.submitted() || file.imported()) {
                    kept.add(file);
                    if (!file.imported()) {
                        underWay.addAll(ids(batches.path(file)));
                    }
                } else {
                    Files.deleteIfExists(batches.path(file));
                }
            }
            batches.save(kept);
            return new BatchWriter(batches, kept, underWay, limits);
        } catch (IOException e) {
            throw BatchException.unwritten(folder, e);
        }
    }

    private BatchWriter(BatchFolder folder, List<BatchFile> kept, Set<String> underWay, Limits limits) {
        this.folder = folder;
        this.files = new ArrayList<>(kept);
        this.limits = limits;
        written.addAll(underWay);
    }

    private static List<String> ids(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                ids.add(BatchJson.read(line).path("custom_id").asText());
            }
        }
        return ids;
    }

    /**
     * Adds a request.
     *
     * @return whether it was new
     * @throws BatchException where it cannot be written, or its endpoint has no batch API
     */
    public synchronized boolean add(StoreKey key, EndpointSettings endpoint, ModelSettings model, ChatRequest request) {
        if (!written.add(key.hash())) {
            return false;
        }
        Series open = series.computeIfAbsent(
                model.name() + " " + key.kind(), name -> new Series(endpoint, model, key.kind()));
        open.add(key, request);
        return true;
    }

    /** The files in a folder that have not been submitted, with their numbers of requests, one line each. */
    public static List<String> unsent(Path folder) {
        BatchFolder batches = new BatchFolder(folder);
        return batches.files().stream()
                .filter(file -> !file.submitted() && !file.imported())
                .map(file -> batches.path(file) + ": " + file.requests() + " requests to " + file.model() + " ("
                        + file.kind().toLowerCase(Locale.ROOT) + ")")
                .toList();
    }

    /** Completes the files and writes their list. */
    @Override
    public synchronized void close() {
        series.values().forEach(Series::end);
        folder.save(files);
    }

    /** The files of one model and kind. */
    private final class Series {

        private final EndpointSettings endpoint;
        private final ModelSettings model;
        private final StoreKey.Kind kind;
        private final BatchFormat format;
        private final OfflineModel protocol;
        private @Nullable BufferedWriter out;
        private String name = "";
        private int requests;
        private long bytes;

        Series(EndpointSettings endpoint, ModelSettings model, StoreKey.Kind kind) {
            this.endpoint = endpoint;
            this.model = model;
            this.kind = kind;
            this.format = BatchFormat.of(endpoint);
            this.protocol = OfflineModel.of(endpoint, model);
        }

        void add(StoreKey key, ChatRequest request) {
            try {
                JsonNode body = BatchJson.read(protocol.body(request));
                String line = BatchJson.write(format.request(key.hash(), body)) + "\n";
                int length = line.getBytes(StandardCharsets.UTF_8).length;
                if (requests >= Math.min(format.mostRequests(), limits.requests())
                        || bytes + length > Math.min(format.mostBytes(), limits.bytes())) {
                    end();
                }
                BufferedWriter writer = out == null ? begin() : out;
                writer.write(line);
                requests++;
                bytes += length;
            } catch (JsonProcessingException e) {
                throw new BatchException("a request to " + model.name() + " is not JSON: " + e.getOriginalMessage(), e);
            } catch (IOException e) {
                throw BatchException.unwritten(folder.path(), e);
            }
        }

        private BufferedWriter begin() throws IOException {
            String safe = FileName.of(model.name());
            String kindName = kind == StoreKey.Kind.ANSWER ? "answers" : "judgements";
            int number = 1;
            do {
                name = String.format(Locale.ROOT, "%s-%s-%04d.jsonl", safe, kindName, number++);
            } while (Files.exists(folder.path().resolve(name)));
            requests = 0;
            bytes = 0;
            BufferedWriter writer = Files.newBufferedWriter(folder.path().resolve(name));
            out = writer;
            return writer;
        }

        void end() {
            BufferedWriter writer = out;
            if (writer == null) {
                return;
            }
            try {
                writer.close();
            } catch (IOException e) {
                throw BatchException.unwritten(folder.path().resolve(name), e);
            }
            out = null;
            files.add(new BatchFile(
                    name,
                    format,
                    endpoint.name(),
                    model.name(),
                    kind.name(),
                    requests,
                    Optional.empty(),
                    BatchFile.WRITTEN));
        }
    }
}
