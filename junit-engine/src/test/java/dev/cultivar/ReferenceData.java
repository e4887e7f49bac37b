package dev.cultivar;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference figures that lie beside the checkout on some machines; a test that needs them skips elsewhere. */
public final class ReferenceData {

    private static final String FOLDER = "shared/reference";

    private ReferenceData() {}

    /** The file, or a skipped test that says so. */
    public static Path file(String name) {
        String given = System.getProperty("cultivar.reference");
        if (given != null && Files.exists(Path.of(given, name))) {
            return Path.of(given, name);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(FOLDER).resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return abort("skipped: the reference file " + name + " is not on this machine");
    }
}
