package dev.cultivar.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.service.LivePipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs of a suite through the real engine, with settings that a test adds to. */
public final class LabRun {

    /** Nobody waits for what a test sends again. */
    private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final Path folder;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private String console = "";

    public LabRun(Path folder, Path settings) {
        this.folder = folder;
        parameters.put("cultivar.config", settings.toString());
        parameters.put("cultivar.models", "perfect");
        parameters.put("cultivar.output", folder.resolve("out").toString());
        parameters.put("cultivar.allure.results", "none");
        parameters.put("cultivar.store", folder.resolve("responses.db").toString());
        parameters.put("cultivar.rounds", "100");
        keys.put("LAB_KEY", "sk-lab-0123456789");
    }

    public LabRun with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    public LabRun withoutKey() {
        keys.clear();
        return this;
    }

    public EngineExecutionResults of(Class<?> suite) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LivePipeline pipeline =
                new LivePipeline(keys::get, new PrintStream(printed, true, StandardCharsets.UTF_8), SOON);
        EngineExecutionResults results = EngineTestKit.engine(new CultivarTestEngine(pipeline))
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .selectors(selectClass(suite))
                .execute();
        console = printed.toString(StandardCharsets.UTF_8);
        return results;
    }

    public String console() {
        return console;
    }

    public JsonNode results() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out").resolve(ResultsFile.NAME).toFile());
    }

    /** What each red leaf says. */
    public static List<String> complaints(EngineExecutionResults results) {
        List<String> messages = new ArrayList<>();
        results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .forEach(result -> messages.add(
                        result.getThrowable().map(Throwable::getMessage).orElse("")));
        return messages;
    }
}
