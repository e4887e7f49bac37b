package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the repository; a test that needs them skips where they are not. */
public final class ReferenceFiles {

    private ReferenceFiles() {}

    public static Path find(String name) {
        String given = System.getProperty("cultivar.reference");
        List<Path> places = new ArrayList<>();
        if (given != null) {
            places.add(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            places.add(at.resolve("shared").resolve("reference"));
        }
        for (Path place : places) {
            if (Files.isRegularFile(place.resolve(name))) {
                return place.resolve(name);
            }
        }
        Assumptions.abort("no shared/reference/" + name + " beside the repository; give -Dcultivar.reference");
        throw new AssertionError();
    }

    /** The release calls its uniform random model's family by another name. */
    private static String family(String released) {
        return released.equals("baseline") ? ScoredSample.REFERENCE_FAMILY : released;
    }

    public static List<ScoredResponse> scoredResponses() throws IOException {
        List<ScoredResponse> responses = new ArrayList<>();
        for (String line : Files.readAllLines(find("scored_responses.csv")).stream()
                .skip(1)
                .toList()) {
            String[] fields = line.split(",", -1);
            responses.add(new ScoredResponse(
                    fields[0], family(fields[1]), fields[2], fields[3], Double.parseDouble(fields[4])));
        }
        return responses;
    }
}
