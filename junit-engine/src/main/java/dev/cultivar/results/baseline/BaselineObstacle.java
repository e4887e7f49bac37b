package dev.cultivar.results.baseline;

import dev.cultivar.history.Incomparable;
import java.util.List;

/** Why a run was compared with no baseline; facts alone. */
public sealed interface BaselineObstacle {

    /** No gate names a baseline, and none is at the path where the first is saved; so many gates of the run did not pass. */
    record NoneYet(String path, long missedGates) implements BaselineObstacle {}

    /** No gate names a baseline, though these files, at least one, hold runs of the suite. */
    record Unnamed(List<String> paths) implements BaselineObstacle {
        public Unnamed {
            paths = List.copyOf(paths);
        }
    }

    /** The file that a gate names is not there. */
    record Missing(String path) implements BaselineObstacle {}

    /** The file cannot be used; {@code problem} is what its reader said. */
    record Unreadable(String problem) implements BaselineObstacle {}

    /** The two runs cannot be compared. */
    record NotComparable(Incomparable facts) implements BaselineObstacle {}
}
