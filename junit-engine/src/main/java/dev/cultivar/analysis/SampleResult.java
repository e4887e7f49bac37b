package dev.cultivar.analysis;

import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.regression.SampleRounds;
import java.util.List;

/**
 * What the analysis of one sample gives.
 *
 * @param measurements rows of results
 * @param rounds their values round by round
 */
record SampleResult(List<Measurement> measurements, SampleRounds rounds) {

    SampleResult {
        measurements = List.copyOf(measurements);
    }
}
