package dev.cultivar.maven.init;

import java.util.List;

/**
 * What was done.
 *
 * @param files the files that were written, as a user names them
 * @param kept files that already existed
 * @param missingSettings what an existing {@code cultivar.yaml} lacks; empty where it lacks nothing
 */
record StarterResult(List<String> files, List<String> kept, String missingSettings) {

    StarterResult {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }
}
