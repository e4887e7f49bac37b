package dev.cultivar.run.response;

import java.nio.file.Path;

/** A disk that takes no response. */
public final class FullDisk {

    private FullDisk() {}

    /** @param device a link to one that is always full */
    public static ResponsesFile responses(Path device) {
        return new ResponsesFile(device.toAbsolutePath().resolveSibling(""), device, true);
    }
}
