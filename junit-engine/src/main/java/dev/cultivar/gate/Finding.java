package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.settings.Estimand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the run says about one decision, before the gates share out the error level. */
public sealed interface Finding {

    /**
     * What a statistic rests on.
     *
     * @param hint topics to look at first, if whatever made the finding knows them; else null
     */
    record Basis(
            long n,
            int topics,
            List<Note> notes,
            LeaveOneOut influence,
            @Nullable TopicHint hint) {

        /** A statistic whose topics have not been weighed. */
        Basis(long n, int topics, List<Note> notes) {
            this(n, topics, notes, LeaveOneOut.NONE, null);
        }

        static final Basis NONE = new Basis(0, 0, List.of());

        public Basis {
            notes = List.copyOf(notes);
        }
    }

    /** Decided by the interval that follows from the pivot and answers this question. */
    record Tested(double estimate, Pivot pivot, Estimand estimand, Basis basis) implements Finding {}

    /** Decided by its value. */
    record Exact(double value, Basis basis) implements Finding {}

    /** Fails because there is nothing to decide on. */
    record Undecidable(Obstacle obstacle, Basis basis) implements Finding {}

    /** Passes because there is nothing to compare with and no baseline is required. */
    record NotCompared(Obstacle obstacle) implements Finding {}

    static Finding undecidable(Obstacle obstacle) {
        return new Undecidable(obstacle, Basis.NONE);
    }
}
