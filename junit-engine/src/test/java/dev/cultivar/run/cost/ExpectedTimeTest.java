package dev.cultivar.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExpectedTimeTest {

    private static EndpointSettings endpoint(String name, int concurrency, OptionalInt calls, OptionalInt tokens) {
        return new EndpointSettings(
                name,
                "openai",
                Optional.empty(),
                Optional.empty(),
                concurrency,
                Duration.ofMinutes(1),
                2,
                calls,
                tokens,
                Map.of(),
                Map.of());
    }

    private static ModelSettings at(String endpoint) {
        return new ModelSettings(
                "m",
                endpoint,
                "m",
                "m",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true,
                Map.of(),
                Map.of(),
                Optional.empty(),
                "m");
    }

    private static Duration of(EndpointSettings endpoint, long answers, Usage usage) {
        ExpectedTime time = new ExpectedTime(Map.of(endpoint.name(), endpoint));
        time.add(at(endpoint.name()), ExpectedTime.ANSWER, answers, usage);
        return time.longest();
    }

    @Test
    void callsThatRunSideBySideShareTheirSeconds() {
        assertThat(of(endpoint("lab", 8, OptionalInt.empty(), OptionalInt.empty()), 800, Usage.NONE))
                .isEqualTo(Duration.ofSeconds(700));
    }

    @Test
    void callsThatAreKnownToTakeLongerMakeItLonger() {
        ExpectedTime time =
                new ExpectedTime(Map.of("lab", endpoint("lab", 4, OptionalInt.empty(), OptionalInt.empty())));
        time.add(at("lab"), Duration.ofMillis(27_500), 80, Usage.NONE);
        assertThat(time.longest()).isEqualTo(Duration.ofSeconds(550));
    }

    @Test
    void limitsOfTheEndpointMakeItLonger() {
        assertThat(of(endpoint("lab", 8, OptionalInt.of(20), OptionalInt.empty()), 800, Usage.NONE))
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(of(endpoint("lab", 8, OptionalInt.empty(), OptionalInt.of(1000)), 800, new Usage(30_000, 20_000)))
                .isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void theSlowestEndpointDecidesAndJudgingGoesAlong() {
        ExpectedTime time = new ExpectedTime(Map.of(
                "fast", endpoint("fast", 100, OptionalInt.empty(), OptionalInt.empty()),
                "slow", endpoint("slow", 1, OptionalInt.empty(), OptionalInt.empty())));
        time.add(at("fast"), ExpectedTime.ANSWER, 100, Usage.NONE);
        time.add(at("slow"), ExpectedTime.JUDGEMENT, 100, Usage.NONE);
        assertThat(time.longest()).isEqualTo(Duration.ofSeconds(200));
        time.add(at("slow"), ExpectedTime.ANSWER, 10, Usage.NONE);
        assertThat(time.longest()).isEqualTo(Duration.ofSeconds(270));
    }

    @Test
    void nothingToCallTakesNoTime() {
        assertThat(new ExpectedTime(Map.of()).longest()).isZero();
    }
}
