package dev.cultivar.analysis.scores;

import java.nio.file.Path;
import java.util.Optional;

/** Requests that differ in one thing. */
public final class ScoresRequests {

    private ScoresRequests() {}

    public static ScoresRequest withCapability(ScoresRequest request, Path file) {
        return with(request, Optional.of(file), request.mostRejected());
    }

    public static ScoresRequest withMostRejected(ScoresRequest request, double share) {
        return with(request, request.capability(), share);
    }

    private static ScoresRequest with(ScoresRequest request, Optional<Path> capability, double mostRejected) {
        return new ScoresRequest(
                request.scores(),
                capability,
                request.populations(),
                request.method(),
                request.rounds(),
                request.seed(),
                request.confidence(),
                request.reliability(),
                mostRejected);
    }
}
