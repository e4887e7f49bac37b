package dev.cultivar.results.baseline;

import dev.cultivar.history.Incomparable;

/** Why a run was compared with no baseline; facts alone. */
public sealed interface BaselineObstacle {

    /** No gate names a baseline, and none is at the path where the first is saved; so many gates of the run were missed. */
    record NoneYet(String path, long missedGates) implements BaselineObstacle {}

    /** The file that a gate names is not there. */
    record Missing(String path) implements BaselineObstacle {}

    /** The file cannot be used; {@code problem} is what its reader said. */
    record Unreadable(String problem) implements BaselineObstacle {}

    /** The two runs cannot be compared. */
    record NotComparable(Incomparable facts) implements BaselineObstacle {}
}
