package dev.cultivar.results.provenance;

import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** What a publication based on a run must cite: the sources of its populations, and the method. */
public final class Citations {

    /** As stated in the head of the built-in table. */
    private static final List<String> SURVEYS = List.of(
            "Populations: EVS/WVS (2024), Joint EVS/WVS 2017-2022 Dataset, version 5.0.0, doi:10.4232/1.14320, as coded and"
                    + " released by Rystr\u00f8m, Kirk and Hale (2025)",
            "Countries with 20 topics: EVS Trend File 3.0.0, doi:10.4232/1.14021, and WVS Trend File 3.0.0,"
                    + " doi:10.14281/18241.17 (2022), as aggregated by Our World in Data");

    private static final String METHOD =
            "Method: Rystr\u00f8m, Kirk and Hale (2025), Multilingual != Multicultural, arXiv 2502.16534";

    private static final int MOST = 300;

    private Citations() {}

    /**
     * One line each, without a full stop.
     *
     * @param populations sources of the figures, as in {@link PopulationTable#sources()}
     */
    public static List<String> of(List<String> populations) {
        return Stream.concat(populations.stream().flatMap(Citations::of), Stream.of(METHOD))
                .toList();
    }

    private static Stream<String> of(String populations) {
        return populations.equals(PopulationTable.BUILT_IN_SOURCE)
                ? SURVEYS.stream()
                : Stream.of("Populations of your own: " + PlainText.line(populations, MOST)
                        + "; cite what they were made from");
    }
}
