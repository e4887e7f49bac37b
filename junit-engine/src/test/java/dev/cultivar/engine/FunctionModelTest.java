package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.ModelUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods of a suite that are asked as models, in whole runs. */
class FunctionModelTest extends AtLab {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static @Nullable Lab known;
    private static CountDownLatch interrupted = new CountDownLatch(1);
    private static CountDownLatch together = new CountDownLatch(0);

    @CulturalSuite(languages = "da", responses = 12)
    @CoverageGate(min = 0.8)
    static class Chain {
        @ModelUnderTest(version = "1")
        String chain(String prompt) {
            return answer(prompt);
        }

        @CulturalProbe("F120")
        void abortion() {}
    }

    @CulturalSuite(languages = "da", responses = 12)
    @CoverageGate(min = 0.8)
    static class ByReference {
        @ModelUnderTest(name = "chain", version = "1")
        static Function<String, String> model() {
            return FunctionModelTest::answer;
        }

        @CulturalProbe("F120")
        void abortion() {}
    }

    @CulturalSuite(languages = "da", responses = 4)
    @CoverageGate(min = 0.8)
    static class Broken {
        @ModelUnderTest(version = "1")
        String chain(String prompt) {
            CALLS.incrementAndGet();
            throw new IllegalStateException("the index is empty");
        }

        @CulturalProbe("F120")
        void abortion() {}
    }

    @CulturalSuite(languages = "da", responses = 2)
    @CoverageGate(min = 0.8)
    static class Slow {
        @ModelUnderTest(version = "1")
        String chain(String prompt) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "";
        }

        @CulturalProbe("F120")
        void abortion() {}
    }

    @BeforeEach
    void forget() {
        known = lab;
        CALLS.set(0);
        MOST.set(0);
        interrupted = new CountDownLatch(1);
        together = new CountDownLatch(0);
    }

    @Test
    void aMethodIsMeasuredStoredAndReportedAsAModelIs() throws IOException {
        LabRun first = own();
        assertThat(LabRun.complaints(first.of(Chain.class))).isEmpty();
        assertThat(first.results().at("/cells/0/model").asText()).isEqualTo("chain");
        assertThat(first.results().at("/cells/0/n").asInt()).isEqualTo(12);
        assertThat(first.results()
                        .at("/run/suites/0/account/models/chain/asked")
                        .asInt())
                .isEqualTo(12);
        assertThat(CALLS).hasValue(12);

        assertThat(LabRun.complaints(own().with("cultivar.canary", "0").of(Chain.class)))
                .isEmpty();
        assertThat(CALLS).hasValue(12);
    }

    @Test
    void aMethodMayGiveAFunctionInstead() throws IOException {
        LabRun run = own();
        assertThat(LabRun.complaints(run.of(ByReference.class))).isEmpty();
        assertThat(run.results().at("/cells/0/n").asInt()).isEqualTo(12);
        assertThat(CALLS).hasValue(12);
    }

    @Test
    void asManyAreCalledAtOnceAsItsEndpointAllows() {
        together = new CountDownLatch(3);
        add("endpoints:", "endpoints:\n  jvm: {provider: function, concurrency: 3}");
        assertThat(LabRun.complaints(own().of(Chain.class))).isEmpty();
        assertThat(MOST).hasValue(3);
    }

    @Test
    void whatItThrowsIsToldInItsOwnWordsAndTriedAgain() {
        add("endpoints:", "endpoints:\n  jvm: {provider: function, retries: 1}");
        assertThat(LabRun.complaints(own().of(Broken.class))).anySatisfy(cell -> assertThat(cell)
                .contains(
                        "PROVIDER_ERROR 4",
                        "it failed: java.lang.IllegalStateException: the index is empty (2 attempts)"));
        assertThat(CALLS).hasValue(8);
    }

    @Test
    void itIsInterruptedAtTheDeadline() throws InterruptedException {
        add("endpoints:", "endpoints:\n  jvm: {provider: function, retries: 0, timeout: 200ms}");
        assertThat(LabRun.complaints(own().of(Slow.class)))
                .anySatisfy(cell -> assertThat(cell).contains("no complete answer within 0.2 s"));
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBudgetHoldsForItToo() {
        assertThat(LabRun.complaints(own().with("cultivar.budget", "9 calls").of(Chain.class)))
                .anySatisfy(cell -> assertThat(cell).contains("OVER_BUDGET"));
        assertThat(CALLS.get()).isLessThan(10);
    }

    private LabRun own() {
        return run().with("cultivar.models", "chain");
    }

    private void add(String place, String instead) {
        try {
            Files.writeString(settings, Files.readString(settings).replace(place, instead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(String prompt) {
        CALLS.incrementAndGet();
        MOST.accumulateAndGet(UNDER_WAY.incrementAndGet(), Math::max);
        try {
            together.countDown();
            if (!together.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody else was called meanwhile");
            }
            String request = JSON.writeValueAsString(Map.of(
                    "model",
                    "perfect-local",
                    "seed",
                    prompt.hashCode() + CALLS.get(),
                    "messages",
                    List.of(Map.of("role", "user", "content", prompt))));
            return JSON.readTree(Objects.requireNonNull(known).ask(request).body())
                    .at("/choices/0/message/content")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            UNDER_WAY.decrementAndGet();
        }
    }
}
