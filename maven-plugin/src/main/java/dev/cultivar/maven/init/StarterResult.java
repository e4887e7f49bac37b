package dev.cultivar.maven.init;

import java.util.List;

/**
 * What was done.
 *
 * @param files that were written, as a user names them
 * @param kept files that were there
 * @param missingSettings what a {@code cultivar.yaml} that was there lacks; empty where it lacks nothing
 */
record StarterResult(List<String> files, List<String> kept, String missingSettings) {

    StarterResult {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }
}
