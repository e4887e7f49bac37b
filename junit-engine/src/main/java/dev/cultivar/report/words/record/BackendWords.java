package dev.cultivar.report.words.record;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.baseline.ComparedRuns;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which model actually answered. */
public final class BackendWords {

    private static final int MOST = 5;

    private BackendWords() {}

    /** A sentence on one compared model. */
    public static String of(ComparedRuns.Answered answered) {
        String who = answered.model()
                + (answered.earlier().equals(answered.model()) ? "" : ", compared with " + answered.earlier());
        String now = answered.now().isEmpty() ? "a model that the run does not name" : names(answered.now());
        if (answered.before().isEmpty() && answered.now().isEmpty()) {
            return who + ": neither run says which model answered.";
        }
        if (answered.before().isEmpty()) {
            return who + ": answered by " + now + " in this run; the baseline does not say by which model.";
        }
        return who + ": answered by "
                + (answered.before().equals(answered.now())
                        ? now + " in both runs."
                        : names(answered.before()) + " in the baseline, by " + now + " in this run.");
    }

    private static String names(List<BaselineRun.Backend> backends) {
        return backends.stream().map(BackendWords::of).collect(Collectors.joining(" and "));
    }

    /** The names that an endpoint gave, and the requested name if that differs. */
    static String of(BaselineRun.Backend backend) {
        if (backend.named().isEmpty()) {
            return backend.asked() + " (the endpoint names no model)";
        }
        int more = backend.named().size() - MOST;
        return Stream.concat(
                                backend.named().stream().limit(MOST),
                                more > 0 ? Stream.of(more + " more") : Stream.empty())
                        .collect(Collectors.joining(", "))
                + (backend.named().contains(backend.asked()) ? "" : " (asked for as " + backend.asked() + ")");
    }
}
