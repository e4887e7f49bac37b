package dev.cultivar.report.words.record;

import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.results.provenance.RunInfo;
import org.jspecify.annotations.Nullable;

/** A commit, and whether files were changed since. */
public final class CommitText {

    private static final int SHORT = 12;

    private CommitText() {}

    /** A run's commit: in full, with its branch. */
    public static String of(RunInfo.Git git) {
        return git.commit()
                + (git.ref() == null ? "" : " on " + git.ref())
                + (Boolean.TRUE.equals(git.dirty()) ? ", with uncommitted changes" : "");
    }

    /** The commit of one of two compared runs, shortened. */
    public static String of(ComparedRuns.Origin run) {
        String commit = run.commit();
        return commit == null
                ? "no commit known"
                : "commit " + commit.substring(0, Math.min(SHORT, commit.length())) + changes(run.dirty());
    }

    private static String changes(@Nullable Boolean dirty) {
        if (dirty == null) {
            return "";
        }
        return dirty ? " with uncommitted changes" : ", no uncommitted changes";
    }
}
