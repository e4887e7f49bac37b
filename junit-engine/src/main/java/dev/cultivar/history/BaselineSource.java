package dev.cultivar.history;

import java.util.Optional;

/** Where baseline runs come from: files, in a build. */
@FunctionalInterface
public interface BaselineSource {

    /**
     * The baseline run at a path.
     *
     * @param path as written in the gate
     * @return empty where there is no such file
     * @throws BaselineException where the file exists but cannot be used
     */
    Optional<BaselineRun> read(String path);
}
