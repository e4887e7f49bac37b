package dev.cultivar.engine;

import static dev.cultivar.engine.Expect.failedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;

import dev.cultivar.engine.execution.RunFaultException;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.run.response.RunRecord;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class BrokenExecutionTest {

    private final Bench bench = new Bench();

    @Test
    void aRunThatCannotBeginFailsEveryLeafByItsName() {
        bench.pipeline.onStart = () -> {
            throw new IllegalStateException("no port is free");
        };

        bench.execute(selectClass(SoundSuites.OneGate.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(2, event(failedWith(RunFaultException.class, "could not begin: no port is free")));
    }

    @Test
    void aCellThatBreaksOffFailsAndSoDoTheGates() {
        bench.pipeline.answer = cell -> CompletableFuture.failedFuture(new IllegalStateException("store is full"));

        bench.execute(selectClass(SoundSuites.OneGate.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(2, event(failedWith(RunFaultException.class, "store is full")));
    }

    @Test
    void reportsThatCannotBeWrittenFailTheSuite() {
        bench.pipeline.onReport = () -> {
            throw new IllegalStateException("disk full");
        };

        bench.execute(selectClass(SoundSuites.OneCell.class))
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(container("OneCell"), failedWith(IllegalStateException.class, "disk full")));
        assertThat(bench.pipeline.events).containsExactly("closed");
    }

    /** As where the recorded answers cannot be written. */
    @Test
    void aRunThatFailsAfterItsLastCellIsReportedAsFarAsItCame() {
        bench.pipeline.ending = record -> new CompletableFuture<>() {
            @Override
            public RunRecord get(long time, TimeUnit unit) throws ExecutionException {
                throw new ExecutionException(new IllegalStateException("disk full"));
            }
        };

        bench.execute(selectClass(SoundSuites.OneCell.class))
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(container("OneCell"), failedWith(RunFaultException.class, "disk full")));
        assertThat(bench.pipeline.reported).singleElement().satisfies(known -> {
            assertThat(known.run().complete()).isFalse();
            assertThat(known.brokeOff()).isNotNull();
        });
    }

    @Test
    void anInterruptCancelsCallsInFlightAndEndsRed() {
        bench.pipeline.answer = cell -> new CompletableFuture<>();
        Thread.currentThread().interrupt();

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.TwoTopics.class));

        assertThat(bench.pipeline.events).startsWith("cancelled").endsWith("closed");
        assertThat(bench.pipeline.reported).singleElement().satisfies(known -> {
            assertThat(known.run().complete()).isFalse();
            assertThat(known.verdicts()).isEmpty();
        });
        results.testEvents().assertStatistics(stats -> stats.started(12).failed(12));
    }

    /** As on Ctrl-C, which somebody else notices first. */
    @Test
    void aRunThatSomebodyElseCancelsIsReportedAsStoppedAndNotAsBroken() {
        bench.pipeline.answer =
                cell -> CompletableFuture.failedFuture(new CancellationException("the run was cancelled"));

        bench.execute(selectClass(SoundSuites.OneGate.class)).testEvents().assertStatistics(stats -> stats.started(2)
                .failed(2));

        assertThat(bench.pipeline.reported).singleElement().satisfies(known -> assertThat(known.brokeOff())
                .isNull());
    }

    @Test
    void afterAnInterruptLaterSuitesAreNotAsked() {
        bench.pipeline.answer = cell -> new CompletableFuture<>();
        Thread.currentThread().interrupt();

        bench.execute(selectClass(SoundSuites.OneCell.class), selectClass(SoundSuites.OneGate.class));

        assertThat(bench.pipeline.asked).hasSize(1);
    }
}
