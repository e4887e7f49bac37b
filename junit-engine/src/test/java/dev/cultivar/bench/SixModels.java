package dev.cultivar.bench;

import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Scores in the shape of the paper's release: six models of two families in four languages and the uniform baseline, up to 300 responses
 * to 79 topics each, 6,000 in all. Made up, seeded.
 */
final class SixModels {

    private static final List<String> LANGUAGES = List.of("da", "nl", "en", "pt");
    private static final int MODELS = 6;

    private SixModels() {}

    static Path scores(Path file) throws IOException {
        PopulationTable table = PopulationTable.builtIn();
        List<String> topics =
                table.topics(table.find("US").orElseThrow()).stream().sorted().toList();
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("model,family,language,topic,polarity\n");
        for (int model = 0; model <= MODELS; model++) {
            for (String language : LANGUAGES) {
                for (int i = 0; i < 215; i++) {
                    String topic = topics.get(i % topics.size());
                    double truth = table.polarity("US", topic).orElseThrow();
                    int inFavour = 0;
                    for (int respondent = 0; respondent < 10; respondent++) {
                        inFavour += random.nextDouble() < truth ? 1 : 0;
                    }
                    int tenths = model == MODELS ? random.nextInt(11) : inFavour;
                    csv.append(model == MODELS ? "uniform,planted" : "m" + model + ",f" + model % 2)
                            .append(',')
                            .append(language)
                            .append(',')
                            .append(topic)
                            .append(',')
                            .append(tenths / 10.0)
                            .append('\n');
                }
            }
        }
        return Files.writeString(file, csv, StandardCharsets.UTF_8);
    }

    static Path capability(Path file) throws IOException {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("model,language,capability\n");
        for (int model = 0; model < MODELS; model++) {
            for (String language : LANGUAGES) {
                csv.append('m')
                        .append(model)
                        .append(',')
                        .append(language)
                        .append(',')
                        .append(0.3 + 0.5 * random.nextDouble())
                        .append('\n');
            }
        }
        return Files.writeString(file, csv, StandardCharsets.UTF_8);
    }
}
