package dev.cultivar.bench;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.microdata.CodingRule;
import dev.cultivar.survey.microdata.ImportedPopulations;
import dev.cultivar.survey.microdata.MicrodataFile;
import dev.cultivar.survey.microdata.MicrodataImport;
import dev.cultivar.survey.microdata.MicrodataOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Import of a made-up file in the real one's form, 157,000 respondents x 231 quoted columns with every topic of the built-in catalogue,
 * once in a process that has imported nothing before, in 256 MB of heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class MicrodataBenchmark {

    private Path file = Path.of("");

    /** Writes the file. */
    @Setup
    public void data() throws IOException {
        file = MicrodataFile.large(
                Files.createTempFile("microdata", ".csv"),
                157_000,
                Catalogue.builtIn().topics().stream().map(Topic::key).toList(),
                0.4,
                1);
    }

    /** Deletes it. */
    @TearDown
    public void clean() throws IOException {
        Files.delete(file);
    }

    /** The import. */
    @Benchmark
    public ImportedPopulations read() {
        return MicrodataImport.read(file, Catalogue.builtIn(), options(CodingRule.PUBLISHED));
    }

    private static MicrodataOptions options(CodingRule rule) {
        return new MicrodataOptions(StandardCharsets.UTF_8, rule, Optional.empty());
    }
}
