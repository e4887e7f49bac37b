package dev.cultivar.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judge;
import dev.cultivar.judge.JudgeLabels;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.words.CalibrationText;
import dev.cultivar.survey.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeCalibrationTest {

    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final Pattern SAYS = Pattern.compile("^says (pro|con|neutral)");

    /** 50 grant proposals, two readers, 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: Wikipedia, "Cohen's kappa", simple example. */
    @Test
    void kappaIsThatOfAPublishedExample() {
        long[][] counts = {{20, 5}, {10, 15}};
        assertThat(Agreement.observed(counts)).isCloseTo(0.7, within(1e-12));
        assertThat(Agreement.kappa(counts)).isCloseTo(0.4, within(1e-12));
    }

    /** Ten articles, two observers, binary: alpha 0.095 (Krippendorff 2011, section A: o01 + o10 = 8 of 20 values, 14 zeros, 6 ones). */
    @Test
    void alphaIsThatOfKrippendorffsOwnExample() {
        long[][] counts = {{5, 3}, {1, 1}};
        assertThat(Agreement.alpha(counts)).isCloseTo(1 - 19 * 8 / (2.0 * 14 * 6), within(1e-12));
        assertThat(Agreement.alpha(counts)).isCloseTo(0.095, within(0.0005));
    }

    @Test
    void aPerfectJudgeAgreesEntirelyAndIsWhollyReliable() {
        Calibration calibration = calibrate(0, labels(300));
        assertThat(calibration.overall().kappa().value()).isEqualTo(1.0);
        assertThat(calibration.overall().alpha().value()).isEqualTo(1.0);
        assertThat(calibration.reliability()).isEqualTo(1.0);
        assertThat(calibration.overall().statements()).isEqualTo(300);
        assertThat(calibration.overall().batches()).isEqualTo(30);
        assertThat(calibration.languages()).containsOnlyKeys("da", "en");
    }

    @Test
    void aJudgeThatTurnsOneInTenAgreesInNineOfTen() {
        Calibration calibration = calibrate(0.1, labels(4000));
        Calibration.Figure agreement = calibration.overall().agreement();
        assertThat(agreement.lower()).isLessThan(0.9);
        assertThat(agreement.upper()).isGreaterThan(0.9);
        // stances are equally frequent and errors go to either other one: chance agreement 1/3, so kappa (0.9 - 1/3) /
        // (2/3)
        assertThat(calibration.overall().kappa().value()).isCloseTo(0.85, within(0.03));
        assertThat(calibration.reliability()).isBetween(0.85, 0.99);
    }

    @Test
    void aJudgeThatIsBelievedOnFewerThanHalfOfTheBatchesHasNoReliability() {
        Calibration all = calibrate(0, labels(40));
        assertThat(CalibrationText.of(all))
                .startsWith("Judge judge-1: all 4 batches usable\n")
                .contains("Reliability 1.000:");

        Calibration half = new Calibration(all.judge(), all.prompt(), 4, all.overall(), all.languages());
        assertThat(half.reliability()).isEqualTo(1.0);
        assertThat(CalibrationText.of(half)).startsWith("Judge judge-1: 4 of 8 batches usable. LEFT OUT: 4, because ");

        Calibration less = new Calibration(all.judge(), all.prompt(), 5, all.overall(), all.languages());
        assertThatThrownBy(less::reliability)
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("Only 4 of 9 batches labelled by judge judge-1 are usable.");
        assertThat(CalibrationText.of(less))
                .startsWith("Judge judge-1: 4 of 9 batches usable.")
                .endsWith("No reliability. Only 4 of 9 batches labelled by judge judge-1 are usable. That is fewer than"
                        + " half, and they may be the easy ones, so they do not show how it reads the others. Name"
                        + " another judge and run cultivar:calibrate again.\n");
    }

    @Test
    void theResultComesBackFromItsFileAndOnlyForTheSameJudge(@TempDir Path folder) {
        Calibration calibration = calibrate(0.1, labels(200));
        Path file = folder.resolve("deep/calibration.json");
        calibration.write(file);
        assertThat(Calibration.read(file, "judge-1")).isEqualTo(calibration);
        assertThatThrownBy(() -> Calibration.read(file, "judge-2"))
                .hasMessageContaining("was made with judge judge-1, but the judge is judge-2");
        assertThatThrownBy(() -> Calibration.read(folder.resolve("none.json"), "judge-1"))
                .hasMessageContaining("cannot be read (NoSuchFileException)");
    }

    @Test
    void aResultOfAJudgeThatWasToldSomethingElseIsRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("calibration.json");
        calibrate(0.1, labels(200)).write(file);
        String written = Files.readString(file);
        assertThat(written).contains("\"prompt\" : \"" + Judge.promptDigest() + "\"");
        Files.writeString(file, written.replace(Judge.promptDigest(), "0123456789abcdef"));
        assertThatThrownBy(() -> Calibration.read(file, "judge-1"))
                .hasMessageContaining("was made with other instructions to the judge (prompt 0123456789abcdef, now "
                        + Judge.promptDigest())
                .hasMessageContaining("run cultivar:calibrate again");
        Files.writeString(file, written.replace("cultivar-calibration/2", "cultivar-calibration/1"));
        assertThatThrownBy(() -> Calibration.read(file, "judge-1"))
                .hasMessageContaining("has schema 'cultivar-calibration/1'")
                .hasMessageContaining("run cultivar:calibrate again");
    }

    @Test
    void labelsAreReadFromBothFormsAndWrongOnesAreNamed(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(
                folder.resolve("labels.csv"),
                "topic,language,statement,stance\nF120,da,\"Ja, helt\",pro\n\nF120,da,Nej,CON\n");
        Path jsonl = Files.writeString(
                folder.resolve("labels.jsonl"),
                "{\"topic\":\"F120\",\"language\":\"da\",\"statement\":\"Ja, helt\",\"stance\":\"pro\"}\n"
                        + "{\"topic\":\"F120\",\"language\":\"da\",\"statement\":\"Nej\",\"stance\":\"con\"}\n");
        assertThat(HumanLabels.read(csv))
                .containsExactly(
                        new HumanLabel("F120", "da", "Ja, helt", Stance.PRO),
                        new HumanLabel("F120", "da", "Nej", Stance.CON))
                .isEqualTo(HumanLabels.read(jsonl));
        Path wrong =
                Files.writeString(folder.resolve("wrong.csv"), "topic,language,statement,stance\nF120,da,Ja,maybe\n");
        assertThatThrownBy(() -> HumanLabels.read(wrong))
                .hasMessageContaining("wrong.csv:2: stance 'maybe' is not pro, con or neutral");
        Path more = Files.writeString(
                folder.resolve("more.csv"),
                "topic,language,statement,stance\n"
                        + "F120,da,Ja,pro\n\n"
                        + "F120,,Nej,con\n"
                        + "F120,da,\"Ja,\n"
                        + "ja\",con\n"
                        + "F120,da,Nej,no\n");
        assertThatThrownBy(() -> HumanLabels.read(more))
                .hasMessageContaining("2 of 4 labels are malformed")
                .hasMessageContaining("more.csv:4: has no 'language'")
                .hasMessageContaining("more.csv:7: stance 'no' is not pro, con or neutral");
        Path lines = Files.writeString(
                folder.resolve("more.jsonl"),
                "{\"topic\":\"F120\",\"language\":\"da\",\"statement\":\"Nej\",\"stance\":\"con\"}\n{\"topic\":\n[]\n");
        assertThatThrownBy(() -> HumanLabels.read(lines))
                .hasMessageContaining("more.jsonl:2: is not a JSON object of texts")
                .hasMessageContaining("more.jsonl:3: is not a JSON object of texts");
        assertThatThrownBy(() -> calibrate(0, List.of(new HumanLabel("F12O", "da", "Ja", Stance.PRO))))
                .hasMessageContaining("topic 'F12O'")
                .hasMessageContaining("F120");
    }

    private static List<HumanLabel> labels(int n) {
        Random random = new Random(4);
        List<HumanLabel> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Stance stance = Stance.values()[random.nextInt(3)];
            labels.add(new HumanLabel(
                    i % 20 < 10 ? "F120" : "F118",
                    i % 20 < 10 ? "da" : "en",
                    "says " + stance.name().toLowerCase(java.util.Locale.ROOT) + " " + i,
                    stance));
        }
        return labels;
    }

    private static Calibration calibrate(double errors, List<HumanLabel> labels) {
        Random random = new Random(9);
        Judge judge = new Judge(request -> CompletableFuture.completedFuture(answer(request, errors, random)));
        return new JudgeCalibration(judge::judge, "judge-1", CATALOGUE, 3).of(labels);
    }

    private static ModelResponse answer(ChatRequest request, double errors, Random random) {
        String answer = JudgeLabels.json(JudgeLabels.read(JudgeLabels.prompt(request), line -> {
            Matcher says = SAYS.matcher(line);
            assertThat(says.find()).as(line).isTrue();
            List<String> other = new ArrayList<>(List.of("pro", "con", "neutral"));
            other.remove(says.group(1));
            return random.nextDouble() < errors ? other.get(random.nextInt(2)) : says.group(1);
        }));
        return new ModelResponse(
                answer,
                Optional.empty(),
                FinishReason.STOP,
                new Usage(1, 1),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                1);
    }
}
