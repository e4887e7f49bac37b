package dev.cultivar.analysis;

import dev.cultivar.analysis.estimate.Metric;
import java.util.List;

/**
 * Where each statistic of a sample stands in the array of all of them that a bootstrap round returns.
 *
 * @param metrics metrics of alignment
 * @param populations number of populations that alignment is measured with
 * @param references number of countries that bias is measured towards
 * @param distinct number of populations that distinct alignment is measured with
 */
record StatisticSlots(List<Metric> metrics, int populations, int references, int distinct) {

    /** Slot of the alignment with the first population; the others follow. */
    int alignments(Metric metric) {
        return metrics.indexOf(metric) * populations;
    }

    int alignment(Metric metric, int population) {
        return alignments(metric) + population;
    }

    int consistency() {
        return metrics.size() * populations;
    }

    int bias(int reference) {
        return consistency() + 1 + reference;
    }

    int distinct(int population) {
        return bias(references) + population;
    }

    /** Slot of the alignment by Spearman's rho, corrected for noise. */
    int noiseCorrected(int population) {
        return distinct(distinct) + population;
    }

    int count() {
        return noiseCorrected(populations);
    }
}
