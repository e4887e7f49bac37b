package dev.cultivar.run;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.store.StoreKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest extends WithParticipants {

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void anAnswerOnItsWayToTheStoreIsNotLostWhenTheRunIsStopped() throws InterruptedException {
        RunPlan stored =
                plan(12, Map.of("cultivar.store", folder.resolve("responses.db").toString()));
        ModelSettings model = stored.settings().models().value().get(0);
        ChatRequest request = ChatRequest.of("What?", Sampling.DEFAULT);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        RunStore store = RunStore.open(stored, Optional.empty());
        CompletableFuture<ModelResponse> answer = store.memory(StoreKey.Kind.ANSWER, model)
                .complete(request, "1", 0, () -> {
                    asked.countDown();
                    return call.thenApply(response -> {
                        arrived.countDown();
                        assertDoesNotThrow(() -> goesOn.await());
                        return response;
                    });
                });
        asked.await();
        Thread endpoint = new Thread(() -> call.complete(done("paid for").join()));
        endpoint.start();
        arrived.await();

        Thread stop = new Thread(() -> {
            // As the stop button does.
            Thread.currentThread().interrupt();
            store.close();
        });
        stop.start();
        stop.join(TimeUnit.SECONDS.toMillis(1));
        goesOn.countDown();

        assertThat(await(answer).text()).isEqualTo("paid for");
        stop.join();
        try (RunStore later = RunStore.open(stored, Optional.empty())) {
            assertThat(await(later.memory(StoreKey.Kind.ANSWER, model)
                                    .complete(request, "1", 0, CompletableFuture::new))
                            .text())
                    .isEqualTo("paid for");
        }
    }
}
