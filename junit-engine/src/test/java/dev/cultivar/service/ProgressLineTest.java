package dev.cultivar.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.RunProgress;
import dev.cultivar.run.cost.AnswerDates;
import dev.cultivar.run.cost.RunAccount;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ProgressLine line = new ProgressLine();

    @Test
    void saysAllThatOneWantsToKnowOfALongRun() {
        line.text(at(60, 1000));

        // 300 more in 30 seconds: the 1,100 that are left take another 110.
        assertThat(line.text(at(90, 1300)))
                .isEqualTo("1300 of 2400 responses (54%), 1100 left, 10.0/s, 1m50s to go;"
                        + " paid 40 calls, 12,000 tokens, cost 1.25 of 25 USD; 7 calls from the store;"
                        + " 5 under way of at most 8, 3 retries; SCORED 1200, REFUSAL 100");
    }

    @Test
    void theRateIsThatOfTheLastMinute() {
        // Answers from the store went by in a second; what is left is asked.
        line.text(at(1, 2000));
        line.text(at(31, 2030));
        line.text(at(61, 2060));

        assertThat(line.text(at(91, 2090))).contains("310 left, 1.0/s, 5m10s to go");
    }

    @Test
    void theFirstSecondsSayNothingOfTheTimeToGo() {
        assertThat(line.text(at(1, 1))).contains("2399 left, 1.0/s; paid");
        assertThat(line.text(at(14, 200))).contains("2200 left, 14.3/s; paid");
        assertThat(line.text(at(15, 240))).contains("2160 left, 16.0/s, 2m15s to go");
    }

    @Test
    void ofASlowEndpointTheTimeToGoIsToldAfterAMinute() {
        assertThat(line.text(at(30, 3))).contains("0.1/s; paid");
        assertThat(line.text(at(60, 6))).contains("2394 left, 0.1/s, 6h39m to go");
    }

    @Test
    void aRateOfLinesFartherApartThanAMinuteIsThatSinceTheLast() {
        line.text(at(300, 1000));

        assertThat(line.text(at(600, 1300))).contains("1.0/s, 18m20s to go");
    }

    @Test
    void saysWhatIsDoneWithTheResponses() {
        assertThat(ProgressLine.after(2400, "writing report.html", Duration.ZERO))
                .isEqualTo("2400 responses are in; writing report.html");
        assertThat(ProgressLine.after(1, "writing report.html", Duration.ofMillis(75_900)))
                .isEqualTo("1 response is in; writing report.html for 1m15s");
        assertThat(ProgressLine.barAfter(2400, "writing report.html", Duration.ofSeconds(2)))
                .isEqualTo("[####################] 2400 responses are in; writing report.html for 2s");
    }

    @Test
    void theBarIsFilledByWhatIsDone() {
        assertThat(line.bar(at(10, 600))).startsWith("[#####...............] 600 of 2400 responses (25%)");
        assertThat(line.bar(at(20, 2400))).startsWith("[####################] ");
    }

    static RunProgress at(int seconds, int done) {
        TreeMap<String, RunAccount.Line> models = new TreeMap<>();
        models.put(
                "m",
                new RunAccount.Line(
                        40,
                        new Usage(4000, 8000),
                        OptionalDouble.of(1.25),
                        0,
                        7,
                        new Usage(70, 140),
                        OptionalDouble.of(0.2),
                        AnswerDates.NONE));
        return new RunProgress(
                done,
                2400,
                Map.of(Outcome.SCORED, Math.max(0, done - 100), Outcome.REFUSAL, Math.min(done, 100)),
                new RunAccount(models, Optional.of("25 USD"), false),
                3,
                new InFlight(5, 8),
                Duration.ofSeconds(seconds));
    }
}
