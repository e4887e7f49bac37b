package dev.cultivar.survey.microdata;

import dev.cultivar.survey.PopulationKey;

/**
 * What one population said on one topic.
 *
 * @param population whose figure it is
 * @param language language of a country or of a language population, else empty
 * @param topic survey key
 * @param polarity Eq. 1, in [0,1]
 * @param n respondents with a valid answer
 * @param effectiveSize Kish's effective sample size
 * @param standardError of the polarity, linearised; it leaves out clustering within the country's sample, which is not known
 */
public record PopulationFigure(
        PopulationKey population,
        String language,
        String topic,
        double polarity,
        long n,
        double effectiveSize,
        double standardError) {}
