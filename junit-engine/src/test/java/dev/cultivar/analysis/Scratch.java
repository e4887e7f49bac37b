package dev.cultivar.analysis;

import dev.cultivar.survey.PopulationTable;
import java.util.*;

public class Scratch {
    public static void main(String[] a) throws Exception {
        var samples = ScoredSample.of(ReferenceFiles.scoredResponses());
        var options = new AnalysisOptions(
                1, .95, 2000, OptionalDouble.of(0.955), new TreeSet<>(Set.of("US")), new TreeSet<>(), Set.of());
        for (int i = 0; i < 4; i++) {
            long t = System.nanoTime();
            var an = new RunAnalysis(PopulationTable.builtIn(), options).of(samples);
            System.out.println((System.nanoTime() - t) / 1e6 + " ms");
            if (i == 3)
                an.estimates()
                        .forEach(e -> System.out.printf(
                                Locale.ROOT,
                                "%s %s %s %s %.4f [%.4f, %.4f] n=%d t=%d %s%n",
                                e.statistic(),
                                e.model(),
                                e.language(),
                                e.population(),
                                e.value(),
                                e.lower(),
                                e.upper(),
                                e.n(),
                                e.topics(),
                                e.note()));
        }
    }
}
