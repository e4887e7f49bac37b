package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.facts.GateSubject;
import java.util.Optional;

/** What earlier runs found about the models of a suite. */
@FunctionalInterface
public interface Expectations {

    /** Nothing is known of any model. */
    Expectations NONE = (statistic, metric, subject) -> Optional.empty();

    /**
     * The statistic of the subject's model in its language, with the subject's population where the statistic has one; empty where it is
     * unknown.
     *
     * @param metric as written in results
     */
    Optional<Expected> found(Statistic statistic, String metric, GateSubject subject);
}
