package dev.cultivar.history;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a run differs from its baseline beyond its answers, where they can still be compared; facts alone. */
public sealed interface Difference {

    /** The populations of the baseline's run had other figures; both are compared with this run's. */
    record OtherPopulationTable() implements Difference {}

    /** Another calibration of the same judge. */
    record OtherCalibration(Calibration before, Calibration now) implements Difference {}

    /** Other responses planned per model and language. */
    record OtherResponses(int before, int now) implements Difference {}

    /** Other values of settings that decide the answers, by key. */
    record OtherSettings(SortedMap<String, Values> settings) implements Difference {
        public OtherSettings {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    /** Other gates, or other thresholds of the same. */
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
     * Of a judge.
     *
     * @param file of its result, or empty
     * @param reliability share that self-consistency was divided by, or null
     */
    record Calibration(String file, @Nullable Double reliability) {
        static Calibration of(BaselineRun.Judge judge) {
            return new Calibration(judge.calibration(), judge.reliability());
        }
    }

    /** Of one setting; null where it was not set. */
    record Values(@Nullable String before, @Nullable String now) {}

    /**
     * Of one gate.
     *
     * @param gate with this run's name of the model, where it has the gate
     * @param before bound, for example {@code >= 0.4}; null where there was no such gate
     * @param now the same of this run
     */
    record Moved(
            GateKey gate, @Nullable String before, @Nullable String now) {}
}
