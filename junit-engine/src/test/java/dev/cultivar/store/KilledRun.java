package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.settings.StoreMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A run in a process of its own, made to be killed: asks a stub for every key, a few at a time. */
final class KilledRun {

    static final int IN_FLIGHT = 16;

    private KilledRun() {}

    /** @param args store, the stub's URL, number of keys */
    public static void main(String[] args) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int keys = Integer.parseInt(args[2]);
        try (ResponseStore store = ResponseStores.open(args[0], StoreMode.LIVE)) {
            StoredAsking run = Answers.asking(store, StoreMode.LIVE);
            Semaphore free = new Semaphore(IN_FLIGHT);
            AtomicInteger asked = new AtomicInteger();
            for (int i = 0; i < keys; i++) {
                int number = i;
                free.acquire();
                run.complete(Answers.key(number), () -> {
                            asked.incrementAndGet();
                            return ask(client, URI.create(args[1] + number));
                        })
                        .whenComplete((answer, failure) -> {
                            if (failure != null) {
                                failure.printStackTrace();
                                Runtime.getRuntime().halt(3);
                            }
                            free.release();
                        });
            }
            free.acquire(IN_FLIGHT);
            System.out.println("asked " + asked);
        }
    }

    private static CompletableFuture<ModelResponse> ask(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(reply -> {
                    if (reply.statusCode() != 200) {
                        throw new UncheckedIOException(new IOException("status " + reply.statusCode()));
                    }
                    return Answers.answer(reply.body());
                });
    }
}
