package dev.cultivar.results.baseline;

import dev.cultivar.history.Incomparable;
import java.util.List;

/** Why a run was not compared with a baseline; facts only. */
public sealed interface BaselineObstacle {

    /**
     * No gate names a baseline, and there is none at the path where the first one is saved; {@code missedGates} gates of the run did not
     * pass.
     */
    record NoneYet(String path, long missedGates) implements BaselineObstacle {}

    /** No gate names a baseline, although these files, at least one, contain runs of the suite. */
    record Unnamed(List<String> paths) implements BaselineObstacle {
        public Unnamed {
            paths = List.copyOf(paths);
        }
    }

    /** The file that a gate names does not exist. */
    record Missing(String path) implements BaselineObstacle {}

    /** The file cannot be used; {@code problem} is its reader's message. */
    record Unreadable(String problem) implements BaselineObstacle {}

    /** The two runs cannot be compared. */
    record NotComparable(Incomparable facts) implements BaselineObstacle {}
}
