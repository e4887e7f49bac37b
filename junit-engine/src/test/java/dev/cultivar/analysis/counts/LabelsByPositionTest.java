package dev.cultivar.analysis.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.LabelsByPosition.Labels;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.FailureReason;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTexts;
import dev.cultivar.run.response.StatementCounts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsByPositionTest {

    /** What a model of 0.5B said as judge of its own answers: 21 responses in Danish and Dutch, a letter a statement. */
    private static final String HALF = "PNNNNNNNNN PNNNNNNNNN PNNNNNNNNP PNNNPNNNPN PNNNNNNNNP PNNNNNNNNP PNNNNNNNNP"
            + " PNNNNNNNNP PNNNNNNNNN PNNNNNNNNP PNNNNNNNNP PNNNNNNNNN PNNNNNNNNP PNNNNNNNNP PNNNNNNNNP PNNNNNNNNN"
            + " PNNNNNNNNP PNNNNNNNNN PNNNNNNNNP PNNNNNNNNN PNNNNNNNNN";

    /** One of 1.5B, 41 responses in English and Portuguese. */
    private static final String ONE_AND_A_HALF = "PCPPPCPCPC PPPPPPPPPP PCPPPPPPPP PPPPPPPPPP PCPCPPPCPC PNCNNNNNNN"
            + " PNPPNPPNPN PPCCPCPCCC PPPPPPPPPP PPPPPPPPPP PNCCCCCCCC CCCCCCCCCC PCPCPCCPCC PCCCCCCCCC CCCCCCCCCC"
            + " PPPPPPPPPP PPPPPPPPPP PCPCPCPCPP PPPPPPPPPP PPPPPPPPPP CCCCCCCCCC PPPPPPPPPP CCPCCCCCCC CCCCCCCCCC"
            + " PPPPPPPPPP CCCCCCCCCC PPPPPPPPPP PPPPPPPPPP CCCCCCCCCC CCCCCCCCCC PPPPPPPPPP CCCCCCCCCC CCCCCCCCCC"
            + " PPPPPPPPPP PNNNNNNNNN PCPCPPPPPP CCCCCCCCCC CCCCCCCCCC PCPPPPPPPP CCCCCCCCCC CCCCCCCCCC";

    private static ResponseRecord response(String model, String labels, Outcome outcome, int misread) {
        return response(model, labels, outcome, misread, List.of());
    }

    private static ResponseRecord response(
            String model, String labels, Outcome outcome, int misread, List<String> statements) {
        List<Stance> stances = labels.chars()
                .mapToObj(letter -> letter == 'P' ? Stance.PRO : letter == 'C' ? Stance.CON : Stance.NEUTRAL)
                .toList();
        return new ResponseRecord(
                new CellKey("F120", model, "da"),
                0,
                "t01",
                Slot.NEUTRAL,
                "",
                new ResponseTexts.Content("", statements),
                stances,
                outcome,
                outcome == Outcome.SCORED ? 0.5 : Double.NaN,
                new FailureReason("", 1),
                Usage.NONE,
                Usage.NONE,
                misread,
                outcome == Outcome.SCORED ? StatementCounts.of(statements, "en", 0) : StatementCounts.NONE);
    }

    private static LabelsByPosition of(String labels) {
        return LabelsByPosition.of(Stream.of(labels.split(" ")).map(one -> response("m", one, Outcome.SCORED, 0)))
                .get(0);
    }

    /** The shares were computed by a few lines of Python from the recorded stances. */
    @Test
    void thePlaceExplainsTheLabelsOfAJudgeThatDoesNotReadAndHardlyThoseOfOneThatDoes() {
        LabelsByPosition half = of(HALF);
        assertThat(half.explained()).isCloseTo(0.7634513918103053, within(1e-12));
        assertThat(half.positions()).hasSize(10).startsWith(new Labels(21, 0, 0), new Labels(0, 0, 21));
        assertThat(of(ONE_AND_A_HALF).explained()).isCloseTo(0.021802725088802793, within(1e-12));
    }

    @Test
    void labelsThatThePlaceDeterminesAreExplainedWhollyAndThoseThatItDoesNotNotAtAll() {
        assertThat(of("PCN PCN PCN").explained()).isEqualTo(1);
        assertThat(of("PC CP PP CC").explained()).isCloseTo(0, within(1e-15));
        assertThat(of("PPP PPP").explained()).isNull();
    }

    @Test
    void whatWasNotBelievedIsCountedToo() {
        List<LabelsByPosition> models = LabelsByPosition.of(Stream.of(
                response("a", "PP", Outcome.SCORED, 1),
                response("b", "NN", Outcome.NO_STANCE, 0),
                response("a", "PC", Outcome.JUDGE_ERROR, 2),
                response("a", "", Outcome.JUDGE_ERROR, 0),
                response("a", "", Outcome.REFUSAL, 0)));

        assertThat(models).extracting(LabelsByPosition::model).containsExactly("a", "b");
        assertThat(models.get(0).responses()).isEqualTo(2);
        assertThat(models.get(0).misread()).isEqualTo(2);
        assertThat(models.get(0).lost()).isEqualTo(1);
        assertThat(models.get(0).positions()).containsExactly(new Labels(2, 0, 0), new Labels(1, 1, 0));
    }

    /** Also of responses that are lost, whose statements are not counted otherwise. */
    @Test
    void oneLabelForStatementsThatDifferIsCountedAndWhetherTheControlsWereMisread() {
        List<String> differ = List.of("I am for it.", "I am against it.");
        List<String> same = List.of("I am for it.", "I am for it.");
        LabelsByPosition labels = LabelsByPosition.of(Stream.of(
                        response("a", "CC", Outcome.SCORED, 0, differ),
                        response("a", "NN", Outcome.NO_STANCE, 1, differ),
                        response("a", "PP", Outcome.JUDGE_ERROR, 2, differ),
                        response("a", "PP", Outcome.SCORED, 1, same),
                        response("a", "PP", Outcome.JUDGE_ERROR, 2, same),
                        response("a", "PC", Outcome.JUDGE_ERROR, 2, differ)))
                .get(0);
        assertThat(labels.responses()).isEqualTo(6);
        assertThat(labels.alike()).isEqualTo(3);
        assertThat(labels.alikeMisread()).isEqualTo(2);
    }
}
