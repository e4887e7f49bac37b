package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Endpoints that refuse some prompts, or all, or are gone in the middle: what a run makes of it. */
class RefusedPromptsTest extends AtLab {

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 60)
    @CoverageGate(min = 0.8)
    static class Many {
        @CulturalProbe({"F118", "F120"})
        void both() {}
    }

    private static final String FLAGGED =
            "{\"error\": {\"code\": 403, \"message\": \"the input was flagged\", \"metadata\": {\"reasons\":"
                    + " [\"x\"]}}}";
    private static final String PAGE = "<html><head><title>403 Forbidden</title></head></html>";
    private static final Pattern SEED = Pattern.compile("\"seed\":(-?\\d+)");

    /** The same ones in every run: of the model under test, about each third by the request's own seed. */
    private static boolean isUnlucky(String request) {
        Matcher seed = SEED.matcher(request);
        return request.contains("perfect-local") && seed.find() && Math.floorMod(Long.parseLong(seed.group(1)), 3) == 0;
    }

    @Test
    void aFilterIsARefusalThatIsStoredAndEndsNothing() throws IOException {
        lab.status = request -> isUnlucky(request) ? 403 : 200;
        lab.instead = (request, answer) -> isUnlucky(request) ? FLAGGED : answer;
        LabRun first = run();
        first.of(Suite.class);
        int refused = outcomes(first.results(), "REFUSAL");
        int asked = lab.calls.get();
        assertThat(refused).isBetween(3, 21);
        assertThat(outcomes(first.results(), "SCORED")).isEqualTo(24 - refused);

        LabRun second = run().with("cultivar.canary", "0");
        second.of(Suite.class);
        assertThat(lab.calls).hasValue(asked);
        assertThat(outcomes(second.results(), "REFUSAL")).isEqualTo(refused);
    }

    @Test
    void aPageOfAFirewallIsAFaultThatIsNotStoredAndEndsNothing() throws IOException {
        lab.status = request -> isUnlucky(request) ? 403 : 200;
        lab.instead = (request, answer) -> isUnlucky(request) ? PAGE : answer;
        LabRun first = run();
        first.of(Suite.class);
        int failed = outcomes(first.results(), "PROVIDER_ERROR");
        assertThat(failed).isBetween(3, 21);
        assertThat(outcomes(first.results(), "SCORED")).isEqualTo(24 - failed);

        lab.status = request -> 200;
        lab.instead = (request, answer) -> answer;
        LabRun second = run();
        assertThat(LabRun.complaints(second.of(Suite.class))).isEmpty();
        assertThat(outcomes(second.results(), "SCORED")).isEqualTo(24);
    }

    @Test
    void twentyInARowEndTheModelInItsEndpointsOwnWords() throws IOException {
        lab.status = request -> 404;
        lab.instead = (request, answer) -> "{\"error\": {\"message\": \"no model of this name\"}}";
        LabRun run = run();
        List<String> said = LabRun.complaints(run.of(Many.class));

        // Twice as many prompts are in progress as are at the endpoint, which are four.
        assertThat(lab.calls.get()).isBetween(20, 28);
        assertThat(outcomes(run.results(), "PROVIDER_ERROR")).isEqualTo(120);
        assertThat(run.results().at("/run/suites/0/account/models").findValuesAsText("unanswered"))
                .containsOnlyOnce(String.valueOf(lab.calls.get()));
        assertThat(said).anySatisfy(line -> assertThat(line)
                .contains("no model of this name", "20 requests in a row got this answer, and no more are sent"));
    }

    @Test
    void anEndpointThatIsGoneEndsTheRunWithOneMessageAndKeepsWhatWasAnswered() throws IOException {
        Files.writeString(
                settings, Files.readString(settings).replace("retries: 0", "retries: 0, options: {patience: 0.3s}"));
        AtomicInteger answers = new AtomicInteger();
        lab.instead = (request, answer) -> {
            if (answers.incrementAndGet() >= 12) {
                lab.vanish();
            }
            return answer;
        };
        LabRun run = run();
        List<String> said = LabRun.complaints(run.of(Suite.class));

        List<String> why = said.stream()
                .filter(line -> line.contains("Endpoint lab: cannot be reached at "))
                .map(line -> line.substring(line.indexOf("broke off: ")))
                .distinct()
                .toList();
        assertThat(why).hasSize(1);
        assertThat(why.get(0)).contains("/v1/chat/completions", "Check base-url and network, then try again");
        assertThat(said).allSatisfy(line -> assertThat(line).contains("broke off: "));
        try (ResponseStore store =
                ResponseStores.open(folder.resolve("responses.db").toString(), StoreMode.REPLAY)) {
            assertThat(store.stats().answers()).isGreaterThanOrEqualTo(8);
        }
    }

    private static int outcomes(JsonNode results, String outcome) {
        int sum = 0;
        for (JsonNode cell : Objects.requireNonNull(results).path("cells")) {
            sum += cell.path("outcomes").path(outcome).asInt(0);
        }
        return sum;
    }
}
