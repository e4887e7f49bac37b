package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.design.Expectations;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierFiguresTest {

    private static final GateSubject DANISH = GateSubject.ofModel("m1", "da", "DK");

    @TempDir
    Path output;

    @Test
    void whatTheLastRunFoundOfAModelIsKnown() {
        new RunReports(output, Optional.empty())
                .write(new Reports()
                        .estimate(Reports.alignment("DK", 0.42, 0.3, 0.5))
                        .output(output)
                        .build());
        Expectations known = EarlierFigures.of(output);

        assertThat(known.found(Statistic.ALIGNMENT, "spearman", DANISH)).hasValue(0.42);
        assertThat(known.found(Statistic.ALIGNMENT, "mirrored", DANISH)).isEmpty();
        assertThat(known.found(Statistic.BIAS, "difference", DANISH)).isEmpty();
        assertThat(known.found(Statistic.ALIGNMENT, "spearman", GateSubject.ofModel("m2", "da", "DK")))
                .isEmpty();
        assertThat(known.found(Statistic.ALIGNMENT, "spearman", GateSubject.ofModel("m1", "nl", "DK")))
                .isEmpty();
    }

    @Test
    void withoutResultsThatCanBeReadNothingIs() throws IOException {
        assertThat(EarlierFigures.of(output)).isSameAs(Expectations.NONE);
        Files.writeString(output.resolve("results.json"), "{\"schema\": 1}");
        assertThat(EarlierFigures.of(output)).isSameAs(Expectations.NONE);
    }
}
