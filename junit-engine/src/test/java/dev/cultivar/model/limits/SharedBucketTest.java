package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBucketTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private SharedBucket at(Duration later, int perMinute) {
        return new SharedBucket(folder.resolve("pace"), perMinute, Clock.offset(NOON, later));
    }

    @Test
    void unitsAreSpacedEvenlyOverTheMinute() {
        SharedBucket bucket = at(Duration.ZERO, 60);
        for (int second = 0; second < 100; second++) {
            assertThat(Duration.ofNanos(bucket.take(1))).isEqualTo(Duration.ofSeconds(second));
        }
    }

    @Test
    void anotherProcessSeesWhatWasTaken() {
        at(Duration.ZERO, 60).take(10);
        assertThat(Duration.ofNanos(at(Duration.ofSeconds(4), 60).take(1))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void unusedTimeIsNotSavedUp() {
        at(Duration.ZERO, 60).take(1);
        SharedBucket later = at(Duration.ofMinutes(5), 60);
        assertThat(later.take(1)).isZero();
        assertThat(Duration.ofNanos(later.take(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anEstimateIsCorrected() {
        SharedBucket bucket = at(Duration.ZERO, 6000);
        bucket.take(600);
        bucket.shift(-300);
        assertThat(Duration.ofNanos(bucket.take(1))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTimeFarAheadIsNotBelieved() {
        at(Duration.ofDays(30), 60).take(1);
        assertThat(at(Duration.ZERO, 60).take(1)).isZero();
    }
}
