package dev.cultivar.bench;

import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Suite;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the responses of one model to its verdicts, on all processors: alignment, bias and distinct alignment in four languages, so 12 gates,
 * with 5 responses to each of 76 topics. With 100 rounds it is what a look costs, whose gates are about these topics; with 2,000 the end of
 * a run, which has every interval.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 6, time = 1)
public class GatesBenchmark {

    /** Rounds of the bootstrap. */
    @Param({"100", "2000"})
    public int rounds;

    private Supplier<List<GateResult>> deciding = List::of;

    /** The responses. */
    @Setup
    public void run() {
        deciding = new Suite()
                .model("m", Suite.like("US"))
                .languages("da", "nl", "en", "pt")
                .responses(5)
                .deciding(rounds, Gates.alignment("local", 0.4), Gates.bias("US", 0.05), Gates.distinct("local", 0.3));
    }

    /** Analysis and verdicts. */
    @Benchmark
    public List<GateResult> verdicts() {
        return deciding.get();
    }
}
