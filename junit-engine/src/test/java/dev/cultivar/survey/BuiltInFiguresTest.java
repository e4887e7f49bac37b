package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.ReferenceData;
import dev.cultivar.text.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the built-in figures were made from, each read against its source where the source is at hand. */
class BuiltInFiguresTest {

    private static final Map<String, String> FIVE_POINT = Map.of("C001_01", "C001", "C002_01", "C002");

    /** An aggregate of two surveys and one of them alone differ by no more than this where both are read right. */
    private static final double OTHER_SAMPLE = 0.051;

    private final PopulationTable table = PopulationTable.builtIn();

    private record Figure(String type, String population, String language, String topic, double value, String source) {}

    @Test
    void eachFigureSaysWhatItWasMadeFrom() throws IOException {
        assertThat(figures()).extracting(Figure::source).containsOnly("joint", "three-point", "ivs");
    }

    @Test
    void whereOnlyTheThreePointQuestionWasAskedItsFigureStandsForBothScales() throws IOException {
        List<Figure> taken = figures().stream()
                .filter(figure -> figure.source().equals("three-point"))
                .toList();

        assertThat(taken)
                .extracting(Figure::population)
                .containsOnly("US", "NG", "BR", "en", "pt", "global")
                .hasSize(12);
        assertThat(taken).allSatisfy(figure -> assertThat(figure.value())
                .isEqualTo(table.polarity(figure.population(), three(figure)).orElseThrow()));
    }

    /** This is why one may stand for the other. */
    @Test
    void whereBothScalesWereAskedTheyGiveTheSameFigure() throws IOException {
        List<Figure> both = figures().stream()
                .filter(figure -> FIVE_POINT.containsKey(figure.topic())
                        && figure.source().equals("joint"))
                .toList();

        assertThat(both).hasSize(24).allSatisfy(figure -> assertThat(figure.value())
                .isEqualTo(table.polarity(figure.population(), three(figure)).orElseThrow()));
    }

    @Test
    void everyFigureOfFurtherCountriesIsOneInExactlyOurCoding() throws IOException {
        Map<String, Double> exact = new HashMap<>();
        try (CsvRecords rows = CsvRecords.withComments(reader(ReferenceData.file("countries_ivs.csv")))) {
            while (rows.next()) {
                if ("exact coding".equals(rows.get("note"))) {
                    exact.put(
                            rows.get("country") + rows.get("language") + rows.get("topic"),
                            Double.valueOf(Objects.requireNonNull(rows.get("polarity"))));
                }
            }
        }
        List<Figure> added = figures().stream()
                .filter(figure -> figure.source().equals("ivs"))
                .toList();

        assertThat(added).hasSize(18 * 20).allSatisfy(figure -> assertThat(
                        exact.get(figure.population() + figure.language() + figure.topic()))
                .isEqualTo(figure.value(), within(0.00051)));
    }

    @Test
    void germanyAgreesWithWhatIsPublishedOfItsSeventhWaveAlone() throws IOException {
        List<String> compared = new ArrayList<>();
        try (CsvRecords rows = CsvRecords.withComments(reader(ReferenceData.file("germany_wvs7.csv")))) {
            while (rows.next()) {
                String topic = Objects.requireNonNull(rows.get("topic"));
                table.polarity("DE", topic).ifPresent(value -> {
                    compared.add(topic);
                    assertThat(value)
                            .as(topic)
                            .isEqualTo(
                                    Double.parseDouble(Objects.requireNonNull(rows.get("polarity"))),
                                    within(OTHER_SAMPLE));
                });
            }
        }
        assertThat(compared).hasSize(20);
    }

    @Test
    void germanSpanishFrenchSwedishAndJapaneseHaveCountriesAndSwahiliHasNone() {
        assertThat(names("de")).containsExactly("AT", "DE");
        assertThat(names("es"))
                .containsExactly("AR", "BO", "CL", "CO", "EC", "ES", "GT", "MX", "NI", "PE", "PR", "UY", "VE");
        assertThat(names("fr")).containsExactly("FR");
        assertThat(names("sv")).containsExactly("SE");
        assertThat(names("ja")).containsExactly("JP");
        assertThat(names("sw")).isEmpty();
    }

    @Test
    void noCountryHasFiguresOfTwoSourcesButForTheTwoScales() throws IOException {
        Map<String, TreeSet<String>> sources = new HashMap<>();
        for (Figure figure : figures()) {
            sources.computeIfAbsent(figure.population(), key -> new TreeSet<>()).add(figure.source());
        }
        assertThat(sources.values()).allSatisfy(of -> assertThat(of.contains("ivs") && of.size() > 1)
                .isFalse());
    }

    private static String three(Figure figure) {
        return Objects.requireNonNull(FIVE_POINT.get(figure.topic()));
    }

    private List<String> names(String language) {
        return table.local(language).stream().map(PopulationKey::name).toList();
    }

    private static InputStreamReader reader(Path file) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    private static List<Figure> figures() throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        PopulationTable.class.getResourceAsStream("/dev/cultivar/survey/populations.csv"));
                CsvRecords rows = CsvRecords.withComments(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            while (rows.next()) {
                figures.add(new Figure(
                        field(rows, "type"),
                        field(rows, "population"),
                        field(rows, "language"),
                        field(rows, "topic"),
                        Double.parseDouble(field(rows, "polarity")),
                        field(rows, "source")));
            }
        }
        return figures;
    }

    private static String field(CsvRecords rows, String name) {
        return Objects.requireNonNull(rows.get(name), name);
    }
}
