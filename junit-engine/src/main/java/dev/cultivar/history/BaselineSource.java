package dev.cultivar.history;

import java.util.Optional;

/** Where baseline runs come from: files, in a build. */
@FunctionalInterface
public interface BaselineSource {

    /**
     * The baseline run at a path.
     *
     * @param path as the gate gives it
     * @return empty where there is no such file
     * @throws BaselineException where the file is there and cannot be used
     */
    Optional<BaselineRun> read(String path);
}
