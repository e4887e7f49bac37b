package dev.cultivar.report;

import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A model and its endpoint, with secrets that no report may show. */
final class ReportedModels {

    private ReportedModels() {}

    static ModelSettings model(String name, String endpoint) {
        return new ModelSettings(
                name,
                endpoint,
                name,
                "fam",
                OptionalDouble.of(0.3),
                OptionalDouble.empty(),
                OptionalInt.of(400),
                false,
                Map.of("api_key", "hunter2", "top_k", 40),
                Map.of("da", 0.6),
                Optional.empty(),
                name);
    }

    static EndpointSettings endpoint() {
        return new EndpointSettings(
                "e1",
                "openai",
                Optional.of("https://bob:hunter2@host.example/v1?key=hunter2"),
                Optional.of("MY_KEY"),
                4,
                Duration.ofSeconds(60),
                3,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of("X-Auth", "hunter2"),
                Map.of("access_token", "hunter2"));
    }
}
