package dev.cultivar.history;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a run differs from its baseline in more than its answers, if the two can still be compared; facts alone. */
public sealed interface Difference {

    /** The baseline's run used a population table with other figures; both runs are compared using this run's. */
    record OtherPopulationTable() implements Difference {}

    /** The same judge has another calibration. */
    record OtherCalibration(Calibration before, Calibration now) implements Difference {}

    /** Another number of responses was planned per model and language. */
    record OtherResponses(int before, int now) implements Difference {}

    /** Settings that decide the answers have other values, by key. */
    record OtherSettings(SortedMap<String, Values> settings) implements Difference {
        public OtherSettings {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    /** There are other gates, or the same gates have other thresholds. */
    record OtherGates(List<Moved> gates) implements Difference {
        public OtherGates {
            gates = List.copyOf(gates);
        }
    }

    /** Only this run has the sample. */
    record NotInBaseline(String model, String language) implements Difference {}

    /** Only the baseline has the sample. */
    record OnlyInBaseline(String model, String language) implements Difference {}

    /**
     * The calibration of a judge.
     *
     * @param file of its result, or empty
     * @param reliability share by which self-consistency was divided, or null
     */
    record Calibration(String file, @Nullable Double reliability) {
        static Calibration of(BaselineRun.Judge judge) {
            return new Calibration(judge.calibration(), judge.reliability());
        }
    }

    /** The values of one setting; null where it was not set. */
    record Values(@Nullable String before, @Nullable String now) {}

    /**
     * The bounds of one gate.
     *
     * @param gate with this run's name of the model, if this run has the gate
     * @param before bound, for example {@code >= 0.4}; null where there was no such gate
     * @param now the same in this run
     */
    record Moved(
            GateKey gate, @Nullable String before, @Nullable String now) {}
}
