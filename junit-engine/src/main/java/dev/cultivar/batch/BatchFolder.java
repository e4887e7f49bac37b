package dev.cultivar.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of batch files, with {@code batches.json} listing them. Used by one process at a time. */
final class BatchFolder {

    static final String LIST = "batches.json";
    private static final int SCHEMA = 1;

    private final Path folder;

    BatchFolder(Path folder) {
        this.folder = folder;
    }

    Path path(BatchFile file) {
        return folder.resolve(file.name());
    }

    Path path() {
        return folder;
    }

    /**
     * The files, in the order in which they were written; empty where there is no list yet.
     *
     * @throws BatchException where the list cannot be read
     */
    List<BatchFile> files() {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return List.of();
        }
        try {
            JsonNode node = BatchJson.read(Files.readString(list));
            if (node.path("schema").asInt() != SCHEMA) {
                throw new BatchException(
                        list + " has schema " + node.path("schema").asText("none") + ", and this version" + " reads "
                                + SCHEMA + ": finish the batches with the version that wrote them.");
            }
            List<BatchFile> files = new ArrayList<>();
            node.path("files").forEach(file -> files.add(BatchFile.of(file)));
            return files;
        } catch (IOException | IllegalArgumentException e) {
            throw new BatchException(list + " cannot be read: " + e.getMessage(), e);
        }
    }

    void save(List<BatchFile> files) {
        ObjectNode node = BatchJson.object().put("schema", SCHEMA);
        ArrayNode list = node.putArray("files");
        files.forEach(file -> list.add(file.json()));
        BatchJson.write(folder.resolve(LIST), node);
    }
}
