package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.text.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A file of respondents gives shares that are shares, or is refused in clean words. */
class MicrodataFuzzTest extends Fuzz {

    private static final Catalogue CATALOGUE =
            Catalogue.read(new ByteArrayInputStream("""
                catalogues: {wvs7: [TEN, TWO]}
                topics:
                  TEN: {label: t, category: c, pro: p, con: c, codes: 10, affirmative: [6, 7, 8, 9, 10]}
                  TWO: {label: t, category: c, pro: p, con: c, codes: 2, affirmative: [1]}
                """.getBytes(StandardCharsets.UTF_8)), "test");

    @TempDir
    Path folder;

    @Override
    protected List<String> corpus() {
        return List.of(
                "cntry_AN,lnge_iso,gwght,pwght,TEN,TWO\nDK,da,1,2,10,1\nUS,en,0.5,2,7,2\n",
                "cntry_AN;lnge_iso;gwght;pwght;TEN;TWO\r\n\"DK\";\"da\";\"1\";\"2\";\"5\";\"-1\"\r\n",
                "DK,da,1,2,10,1\n");
    }

    @Override
    protected void look(String input) throws IOException {
        Path file = folder.resolve("bent.csv");
        Files.write(file, input.getBytes(StandardCharsets.UTF_8));
        try {
            ImportedPopulations imported =
                    MicrodataImport.read(file, CATALOGUE, MadeUpFile.options(CodingRule.PUBLISHED));
            assertThat(imported.figures()).allSatisfy(figure -> {
                assertThat(figure.polarity()).isBetween(0.0, 1.0);
                assertThat(figure.effectiveSize()).isFinite().isPositive();
            });
        } catch (MicrodataException e) {
            assertThat(e.getMessage()).matches(Fuzz::isClean);
        }
    }
}
