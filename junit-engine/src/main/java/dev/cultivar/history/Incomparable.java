package dev.cultivar.history;

import java.util.List;

/** Why a run and a baseline cannot be compared at all; facts alone. */
public sealed interface Incomparable {

    /** The baseline is of another suite. */
    record OtherSuite(String before, String now) implements Incomparable {}

    /** Another model judged the baseline. */
    record OtherJudge(String before, String now) implements Incomparable {}

    /** The judge had a different prompt; {@code before} and {@code now} are digests of the two. */
    record OtherJudgePrompt(String before, String now) implements Incomparable {}

    /** The run did not use the population table of this comparison; {@code source} names the latter. */
    record OtherPopulationTable(String source) implements Incomparable {}

    /** The judge has another calibration, so nobody can tell what rose. */
    record OtherCalibration() implements Incomparable {}

    /** No topic of any model and language can be compared. */
    record NothingInCommon(List<Difference> differences, List<ComparisonGaps> gaps) implements Incomparable {
        public NothingInCommon {
            differences = List.copyOf(differences);
            gaps = List.copyOf(gaps);
        }
    }
}
