package dev.cultivar.batch;

import dev.cultivar.model.EndpointHttp;
import dev.cultivar.model.OfflineModel;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.store.ResponseStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The batches of a folder: submits files, checks their state, and imports their results into a store. The folder's list is saved after
 * each step, so an interrupted command continues where it stopped.
 *
 * <p>A file {@code NAME.jsonl} that is answered by other means, such as vLLM's {@code run-batch}, is imported like the rest when its
 * results lie beside it as {@code NAME.results.jsonl}.
 */
public final class Batches {

    private final BatchFolder folder;
    private final Map<String, EndpointSettings> endpoints;
    private final Map<String, ModelSettings> models;
    private final KeySource environment;

    /**
     * @param folder the folder of an export
     * @param endpoints by name
     * @param models by name, including the judge
     * @param environment where keys come from
     */
    public Batches(
            Path folder,
            Map<String, EndpointSettings> endpoints,
            Map<String, ModelSettings> models,
            KeySource environment) {
        this.folder = new BatchFolder(folder);
        this.endpoints = Map.copyOf(endpoints);
        this.models = Map.copyOf(models);
        this.environment = environment;
    }

    /**
     * The state of the files.
     *
     * @param lines one per file
     * @param ended files whose results can be imported
     * @param open files still waiting for results
     */
    public record Progress(List<String> lines, int ended, int open) {
        public Progress {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Submits every file that has neither been submitted nor has results. A file whose endpoint has no batch API stays as it is.
     *
     * @return one line for each file that was submitted or must be answered by other means
     * @throws BatchException where there are no files
     * @throws ProviderException where an endpoint refuses; earlier submissions are saved
     */
    public List<String> submit() {
        List<String> lines = new ArrayList<>();
        each(file -> {
            if (file.submitted() || file.imported() || answered(file)) {
                return file;
            }
            try {
                BatchFile submitted = with(file, client -> file.with(client.submit(folder.path(file)), "submitted"));
                lines.add(file.name() + ": submitted as " + submitted.id().orElseThrow());
                return submitted;
            } catch (ProviderException e) {
                if (e.kind() != ProviderException.Kind.NOT_FOUND) {
                    throw e;
                }
                lines.add(file.name() + ": not submitted, as " + endpoint(file).name() + " has no batch API ("
                        + e.getMessage() + "). Answer it by other means and put the results beside it"
                        + (file.format() == BatchFormat.OPENAI
                                ? ", for example: vllm run-batch -i " + folder.path(file) + " -o " + results(file)
                                        + " --model " + model(file).wireName()
                                : " as " + results(file) + ", or export again with 'api: chat'."));
                return file;
            }
        });
        return lines;
    }

    /**
     * Asks for the state of the files.
     *
     * @throws BatchException where there are no files
     */
    public Progress status() {
        List<String> lines = new ArrayList<>();
        int[] ended = {0};
        each(file -> {
            if (!file.imported() && answered(file)) {
                ended[0]++;
                lines.add(file.name() + ": its results are here, " + file.requests() + " requests");
                return file;
            } else if (!file.submitted() || file.imported()) {
                lines.add(file.name() + ": " + file.state() + ", " + file.requests() + " requests");
                return file;
            }
            BatchStatus status = with(file, client -> client.status(file.id().orElseThrow()));
            ended[0] += status.ended() ? 1 : 0;
            lines.add(file.name() + ": " + status.state() + ", " + status.done() + " of "
                    + Math.max(status.total(), file.requests()) + " answered, " + status.failed() + " failed"
                    + (status.message().isEmpty() ? "" : ": " + status.message()));
            return file.withState(status.state());
        });
        return new Progress(lines, ended[0], (int) waiting() - ended[0]);
    }

    /**
     * Imports the results of batches that have ended. Requests that failed or were not asked can then be exported again.
     *
     * @param notBefore stored answers older than this are replaced
     * @return what was imported from all files together
     */
    public BatchTally importInto(ResponseStore store, Instant notBefore) {
        BatchTally[] sum = {BatchTally.NOTHING};
        each(file -> {
            if (file.imported()) {
                return file;
            }
            Optional<String> end = fetched(file);
            if (end.isEmpty()) {
                return file;
            }
            BatchImport reading =
                    new BatchImport(file, protocol(file), model(file).wireName(), store, notBefore);
            List<Path> results =
                    Stream.of(results(file), errors(file)).filter(Files::exists).toList();
            sum[0] = sum[0].plus(reading.read(folder.path(file), results, end.get()));
            return file.withState(BatchFile.IMPORTED);
        });
        return sum[0];
    }

    /** How many files are neither submitted nor answered. */
    public long unsent() {
        return folder.files().stream()
                .filter(file -> !file.submitted() && !file.imported() && !answered(file))
                .count();
    }

    /** How many files still wait for results. */
    public long waiting() {
        return folder.files().stream().filter(file -> !file.imported()).count();
    }

    private boolean answered(BatchFile file) {
        return Files.exists(results(file)) || Files.exists(errors(file));
    }

    /** Why the whole batch failed, as text that is blank where it did not; empty while the batch is in progress. */
    private Optional<String> fetched(BatchFile file) {
        if (answered(file)) {
            return Optional.of("");
        } else if (!file.submitted()) {
            return Optional.empty();
        }
        return with(file, client -> {
            String id = file.id().orElseThrow();
            BatchStatus status = client.status(id);
            if (!status.ended()) {
                return Optional.empty();
            }
            client.fetch(id, results(file), errors(file));
            return Optional.of(status.message());
        });
    }

    private Path results(BatchFile file) {
        return folder.path().resolve(file.name().replaceAll("\\.jsonl$", ".results.jsonl"));
    }

    private Path errors(BatchFile file) {
        return folder.path().resolve(file.name().replaceAll("\\.jsonl$", ".errors.jsonl"));
    }

    private void each(UnaryOperator<BatchFile> step) {
        List<BatchFile> files = new ArrayList<>(folder.files());
        if (files.isEmpty()) {
            throw new BatchException(folder.path() + " has no batch: export one first, with cultivar:batch-export.");
        }
        for (int i = 0; i < files.size(); i++) {
            files.set(i, step.apply(files.get(i)));
            folder.save(files);
        }
    }

    private interface Use<T> {
        T of(BatchClient client);
    }

    private <T> T with(BatchFile file, Use<T> use) {
        EndpointSettings endpoint = endpoint(file);
        if (!endpoint.provider().equals("openai") && !endpoint.provider().equals("anthropic")) {
            throw new BatchException("Endpoint " + endpoint.name() + ": provider " + endpoint.provider()
                    + " has no batch API that Cultivar supports. Send " + folder.path(file) + " yourself, and put the"
                    + " results beside it as " + results(file).getFileName() + ".");
        }
        try (EndpointHttp http = EndpointHttp.open(endpoint, model(file), environment)) {
            return use.of(
                    file.format() == BatchFormat.ANTHROPIC
                            ? new AnthropicBatches(http)
                            : new OpenAiBatches(http, file.format().path()));
        }
    }

    private OfflineModel protocol(BatchFile file) {
        return OfflineModel.of(endpoint(file), model(file));
    }

    private EndpointSettings endpoint(BatchFile file) {
        EndpointSettings endpoint = endpoints.get(file.endpoint());
        if (endpoint == null) {
            throw new BatchException(
                    file.name() + " is for the endpoint " + file.endpoint() + ", which the settings no longer have.");
        }
        return endpoint;
    }

    private ModelSettings model(BatchFile file) {
        ModelSettings model = models.get(file.model());
        if (model == null) {
            throw new BatchException(
                    file.name() + " is for the model " + file.model() + ", which the settings no longer have.");
        }
        return model;
    }
}
