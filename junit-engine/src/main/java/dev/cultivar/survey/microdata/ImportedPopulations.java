package dev.cultivar.survey.microdata;

import java.util.List;

/**
 * What an import found.
 *
 * @param figures by population and topic
 * @param dropped topics without a figure, and why
 * @param respondents rows of the file
 * @param rule what became of neutral codes
 */
public record ImportedPopulations(
        List<PopulationFigure> figures, List<DroppedTopic> dropped, long respondents, CodingRule rule) {

    /** The citation that the data's terms of use ask for. */
    public static final String CITATION =
            "EVS/WVS (2022). Joint EVS/WVS 2017-2022 Dataset (Joint EVS/WVS). GESIS, Cologne. ZA7505. "
                    + "Dataset Version 4.0.0, doi:10.4232/1.14023. Name the version that you imported.";

    public ImportedPopulations {
        figures = List.copyOf(figures);
        dropped = List.copyOf(dropped);
    }
}
