package dev.cultivar.survey.microdata;

import java.util.List;

/**
 * What an import found.
 *
 * @param figures by population and topic
 * @param dropped topics without a figure, and why
 * @param respondents rows of the file that were read; of a trend file those of the last wave
 * @param rule what became of neutral codes
 * @param citation what the data's terms of use ask to be cited
 */
public record ImportedPopulations(
        List<PopulationFigure> figures,
        List<DroppedTopic> dropped,
        long respondents,
        CodingRule rule,
        String citation) {

    /** What EVS and WVS ask of everyone who uses their data, in a few words. */
    public static final String TERMS =
            "The data may be used for non-profit purposes only, must be cited, and its files may not be handed on."
                    + " Read the terms where you downloaded it.";

    public ImportedPopulations {
        figures = List.copyOf(figures);
        dropped = List.copyOf(dropped);
    }
}
