package dev.cultivar.analysis.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.words.RegressionWords;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationSource;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresAnalysisTest {

    private static final String HEADER = "model,family,language,topic,polarity\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String scores(String... models) {
        StringBuilder csv = new StringBuilder(HEADER);
        Random random = new Random(1);
        PopulationTable table = PopulationTable.builtIn();
        for (String model : models) {
            for (String language : new String[] {"da", "nl"}) {
                for (String topic : table.topics(table.find("NL").orElseThrow()).stream()
                        .sorted()
                        .toList()) {
                    for (int i = 0; i < 3; i++) {
                        double truth = table.polarity("NL", topic).orElseThrow();
                        long tenths = Math.round(10 * Math.min(1, Math.max(0, truth + 0.2 * random.nextGaussian())));
                        csv.append(model)
                                .append(",f,")
                                .append(language)
                                .append(',')
                                .append(topic)
                                .append(',')
                                .append(tenths / 10.0)
                                .append('\n');
                    }
                }
            }
        }
        return csv.toString();
    }

    private AnalysisResult analyse(String scores) {
        return ScoresAnalysis.of(request(scores, 0.01));
    }

    private ScoresRequest request(String scores, double mostRejected) {
        return new ScoresRequest(
                file("scores.csv", scores),
                Optional.empty(),
                PopulationSource.BUILT_IN,
                Method.ROBUST,
                100,
                1,
                0.95,
                0.955,
                mostRejected);
    }

    @Test
    void withoutABaselineInTheScoresARandomModelIsTheReferenceLevel() {
        AnalysisResult result = analyse(scores("a"));
        assertThat(result.estimates())
                .filteredOn(e -> e.statistic() == Statistic.BIAS && e.metric().equals("coefficient"))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.uncertainty()).isNotNull());
        assertThat(result.estimates()).extracting(Estimate::model).doesNotContain("planted/uniform");
        assertThat(RegressionWords.of(result.regressions()))
                .contains("us:model=a:language=da", "not fitted: no model has both");
    }

    /** As spreadsheets write them where the comma is the decimal one. */
    @Test
    void semicolonsAndDecimalCommasAreReadAsCommasAndPoints() {
        String scores = scores("a");
        assertThat(analyse(scores.replace(',', ';').replace('.', ',')).estimates())
                .isEqualTo(analyse(scores).estimates());
        assertThat(analyse(scores.replace(',', '\t')).estimates())
                .isEqualTo(analyse(scores).estimates());
    }

    @Test
    void everyStatisticHasItsRows() throws IOException {
        ScoresRequest request = ScoresRequests.withCapability(
                request(scores("a", "b", "c"), 0.01),
                file(
                        "capability.csv",
                        "model,language,capability\na,da,0.2\na,nl,0.3\nb,da,0.5\nb,nl,0.55\nc,da,0.8\nc,nl,0.7\n"));
        AnalysisResult result = ScoresAnalysis.of(request);
        assertThat(result.problems()).containsExactly(new Note.FewRows(6, 4, 3));
        EnumSet<Statistic> ofPrompts =
                EnumSet.of(Statistic.STABILITY, Statistic.ACQUIESCENCE); // scores name no prompts
        assertThat(result.estimates())
                .extracting(Estimate::statistic)
                .containsAll(EnumSet.complementOf(ofPrompts))
                .doesNotContainAnyElementsOf(ofPrompts);
        assertThat(result.estimates())
                .filteredOn(e -> e.statistic() == Statistic.CAPABILITY)
                .hasSize(2)
                .allSatisfy(e -> {
                    assertThat(e.model()).isNull();
                    assertThat(e.family()).isEqualTo("f");
                    assertThat(e.uncertainty()).isNotNull();
                });
    }

    /** Two models of a family, hardly more capable in one language than in the other, that answer at random. */
    private AnalysisResult atRandom(Method method, int seed) {
        StringBuilder csv = new StringBuilder(HEADER);
        Random random = new Random(seed);
        PopulationTable table = PopulationTable.builtIn();
        for (String model : new String[] {"small,f", "large,f", "one,g", "other,g"}) {
            for (String language : new String[] {"da", "nl"}) {
                table.topics(table.find("DK").orElseThrow()).stream()
                        .sorted()
                        .limit(32)
                        .forEach(topic -> random.ints(8, 0, 11)
                                .forEach(tenths -> csv.append(String.join(",", model, language, topic, ""))
                                        .append(tenths / 10.0)
                                        .append('\n')));
            }
        }
        ScoresRequest request = request(csv.toString(), 0);
        String capability = "model,language,capability\nsmall,da,0.45\nsmall,nl,0.46\nlarge,da,0.56\nlarge,nl,0.55\n"
                + "one,da,0.48\none,nl,0.47\nother,da,0.58\nother,nl,0.59\n";
        return ScoresAnalysis.of(new ScoresRequest(
                request.scores(),
                Optional.of(file("capability.csv", capability)),
                request.populations(),
                method,
                100,
                1,
                0.95,
                0.955,
                0));
    }

    @Test
    void theBiasThatGatesLookAtStandsBesideTheCoefficientUnlessTheMethodIsThePublishedOne() {
        String withoutTruth = "a,f,da,E225,0.5\n".repeat(7);
        AnalysisResult result = analyse(scores("a") + withoutTruth);
        assertThat(result.estimates())
                .filteredOn(e -> e.statistic() == Statistic.BIAS && e.metric().equals("difference"))
                .extracting(Estimate::language)
                .containsExactly("da", "nl");
        for (String language : List.of("da", "nl")) {
            Estimate paired = bias(result, language, "difference");
            Estimate alignment = result.estimates().stream()
                    .filter(e -> e.statistic() == Statistic.ALIGNMENT
                            && e.metric().equals("spearman")
                            && language.equals(e.language())
                            && "US".equals(e.population()))
                    .findFirst()
                    .orElseThrow();
            assertThat(paired.lower()).isLessThan(paired.value());
            assertThat(paired.upper()).isGreaterThan(paired.value());
            assertThat(bias(result, language, "coefficient").n())
                    .as("responses on topics without truth do not count")
                    .isEqualTo(alignment.n());
        }
        ScoresRequest published = ScoresRequest.of(file("published.csv", scores("a")), Method.PUBLISHED);
        assertThat(ScoresAnalysis.of(published).estimates())
                .filteredOn(e -> e.statistic() == Statistic.BIAS)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.metric()).isEqualTo("coefficient"));
    }

    private static Estimate bias(AnalysisResult result, String language, String metric) {
        return result.estimates().stream()
                .filter(e ->
                        e.statistic() == Statistic.BIAS && e.metric().equals(metric) && language.equals(e.language()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Estimate> ofCapability(AnalysisResult result) {
        return result.estimates().stream()
                .filter(estimate -> estimate.statistic() == Statistic.CAPABILITY)
                .toList();
    }

    /** R's lme4 1.1-31 gives the same coefficients for the same rounds: the fit is right, and what is fitted means nothing. */
    @Test
    void publishedCoefficientsOfRandomAnswersAreLargeAndHaveNoIntervalAndSayWhy() {
        int beyond = 0;
        for (int seed = 1; seed <= 8; seed++) {
            AnalysisResult published = atRandom(Method.PUBLISHED, seed);
            assertThat(ofCapability(published)).hasSize(4).allSatisfy(row -> assertThat(row.notes())
                    .contains(new Note.RoundsAsObservations(100)));
            String words = RegressionWords.of(published.regressions());
            assertThat(words).contains("each of 100 rounds counts as an observation");
            if (words.contains("gives its models intercepts with a standard deviation of ")) {
                beyond++;
                assertThat(ofCapability(published))
                        .anySatisfy(row -> assertThat(Math.abs(row.value())).isGreaterThan(2))
                        .allSatisfy(row -> {
                            assertThat(row.lower()).isNaN();
                            assertThat(row.uncertainty()).isNull();
                            assertThat(row.notes()).hasAtLeastOneElementOfType(Note.InterceptsBeyondAlignment.class);
                        });
            }
        }
        assertThat(beyond).isGreaterThan(4);
    }

    @Test
    void robustCoefficientsOfRandomAnswersAreSmallAndHaveIntervals() {
        AnalysisResult robust = atRandom(Method.ROBUST, 1);

        assertThat(ofCapability(robust)).hasSize(4).allSatisfy(row -> {
            assertThat(row.value()).isBetween(-0.5, 0.5).isBetween(row.lower(), row.upper());
            assertThat(row.notes()).isEmpty();
        });
        assertThat(RegressionWords.of(robust.regressions())).doesNotContain("intercepts with a standard deviation");
    }

    @Test
    void theFormerNameOfTheReferenceLevelIsRefused() {
        assertThatThrownBy(() -> ScoresAnalysis.of(request(scores("a") + "u,baseline,da,F120,0.5\n", 0.5)))
                .hasMessageContaining("'baseline'")
                .hasMessageContaining("'planted'");
    }

    @Test
    void aMalformedRowCostsItselfAndIsNamedByFileAndLine() {
        String good = scores("a");
        String bad = good + "a,f,da,F120,-1.2\n" + "a,f,da,F120,x\n" + "a,f,da\n" + "a,g,da,F120,0.5\n"
                + "a,f,,F120,0.5\n" + "\"a,f,da,F120,0.5\n" + "a,f,da,F120,NaN\n";
        long lines = good.lines().count();
        AnalysisResult clean = analyse(good);
        AnalysisResult result = ScoresAnalysis.of(request(bad, 0.05));
        assertThat(result.rejectedRows())
                .containsExactly(
                        "scores.csv:" + (lines + 1) + ": polarity '-1.2' is not a number in [0,1]",
                        "scores.csv:" + (lines + 2) + ": polarity 'x' is not a number in [0,1]",
                        "scores.csv:" + (lines + 3) + ": has 3 fields instead of 5",
                        "scores.csv:" + (lines + 4) + ": family 'g' of model 'a' was 'f' before",
                        "scores.csv:" + (lines + 5) + ": language is empty",
                        "scores.csv:" + (lines + 6) + ": a quote is not closed",
                        "scores.csv:" + (lines + 7) + ": polarity 'NaN' is not a number in [0,1]");
        assertThat(result.rejected()).isEqualTo(7);
        assertThat(result.rows()).isEqualTo(clean.rows() + 7);
        assertThat(result.estimates()).isEqualTo(clean.estimates());
    }

    @Test
    void tooManyMalformedRowsAreRed() {
        String scores = scores("a") + "a,f,da,F120,-1\n".repeat(20);
        ScoresException failure =
                catchThrowableOfType(ScoresException.class, () -> ScoresAnalysis.of(request(scores, 0.01)));
        long first = scores("a").lines().count() + 1;
        assertThat(failure)
                .hasMessageStartingWith("scores.csv:" + first + ": polarity '-1' is not a number in [0,1]. 20 of ")
                .hasMessageEndingWith("scores.csv cannot be used; at most a share of 0.01 may be left out.");
        assertThat(failure.lines()).hasSize(20);
    }

    /** Nobody knows which of the two was meant, so no share of such rows is let pass. */
    @Test
    void twoCapabilitiesOfAModelInALanguageAreNeverLetPass() {
        ScoresRequest request = ScoresRequests.withCapability(
                request(scores("a"), 1),
                file("capability.csv", "model,language,capability\na,da,0.2\na,nl,0.3\na,da,0.2\n"));
        assertThatThrownBy(() -> ScoresAnalysis.of(request))
                .isInstanceOf(ScoresException.class)
                .hasMessage("capability.csv:4: model 'a' in 'da' has a capability already, 0.2; keep one of the two"
                        + " rows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"58", "58%", "0.5%", "100"})
    void aPercentageIsRefusedAndSaysWhatIsWanted(String percentage) {
        assertThatThrownBy(() -> analyse(HEADER + "a,f,da,F120," + percentage + "\n"))
                .hasMessageStartingWith("scores.csv:2: polarity '" + percentage
                        + "' is not a number in [0,1]; write a share, not a percentage. 1 of 1 row of ");
    }

    @Test
    void aFileThatIsNotScoresIsSaidInOneLine() throws IOException {
        assertThatThrownBy(() -> analyse(""))
                .isInstanceOf(ScoresException.class)
                .hasMessageContaining("no column 'model'");
        assertThatThrownBy(() -> analyse(HEADER)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> analyse("model|family|language|topic|polarity\na|f|da|F120|0.5\n"))
                .hasMessageContaining("its first line must be model,family,language,topic,polarity");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADER + "blåbær,f,da,F120,0.5\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ScoresAnalysis.of(ScoresRequest.of(latin, Method.ROBUST)))
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> ScoresAnalysis.of(ScoresRequest.of(folder.resolve("none.csv"), Method.ROBUST)))
                .isInstanceOf(ScoresException.class)
                .hasMessageContaining("none.csv cannot be read");
    }

    @Test
    void columnsMayStandInAnyOrderWithQuotesAndAByteOrderMark() {
        String scores = scores("a");
        StringBuilder turned = new StringBuilder("\uFEFFpolarity,topic,extra,\"language\",family,model\n");
        scores.lines().skip(1).forEach(line -> {
            String[] f = line.split(",", -1);
            turned.append(f[4])
                    .append(',')
                    .append(f[3])
                    .append(",\"x, y\",")
                    .append(f[2])
                    .append(',')
                    .append(f[1])
                    .append(",\"")
                    .append(f[0])
                    .append("\"\r\n");
        });
        assertThat(analyse(turned.toString()).estimates())
                .isEqualTo(analyse(scores).estimates());
    }

    @Test
    void topicsWithoutTruthAreNamed() {
        AnalysisResult result = analyse(scores("a") + "a,f,da,E225,0.5\na,f,da,X1,0.5\n");
        assertThat(result.topicsWithoutTruth()).containsExactly("E225", "X1");
    }

    @Test
    void aMistypedTopicIsToldWithTheNearestOnes() {
        AnalysisResult result = analyse(scores("a") + "a,f,da,C00I,0.5\n");
        assertThat(result.problems())
                .containsExactly(
                        new Note.UnknownTopics(List.of(new Note.Unknown("C00I", List.of("C001", "C002", "C038")))));
    }

    @Test
    void theCodeOfACountryInPlaceOfItsLanguageIsToldWithThatLanguage() {
        AnalysisResult result = analyse(scores("a").replace(",da,", ",dk,"));
        assertThat(result.problems().get(0))
                .isInstanceOfSatisfying(Note.UnknownLanguages.class, unknown -> assertThat(unknown.languages())
                        .singleElement()
                        .satisfies(of -> {
                            assertThat(of.name()).isEqualTo("dk");
                            assertThat(of.nearest()).hasSize(3).startsWith("da");
                        }));
    }

    @Test
    void aMissingCapabilityIsAProblemOnlyWhereCapabilitiesWereGiven() {
        ScoresRequest request = request(scores("a", "b"), 0.01);
        Path capability = file("capability.csv", "model,language,capability\na,da,0.2\na,nl,0.3\nb,da,0.5\n");
        assertThat(ScoresAnalysis.of(request).problems()).isEmpty();
        assertThat(ScoresAnalysis.of(ScoresRequests.withCapability(request, capability))
                        .problems())
                .contains(new Note.NoCapability("b", "nl"));
    }
}
