package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.api.Outcome;
import dev.cultivar.report.Reports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.TopicKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindFigureTest {

    /** One scored topic of two: its polarity is 0.75, and the distances are those to the table's figures of it. */
    @Test
    void aKindIsTheMeanOfItsScoredTopicsBesideThePeopleOfTheLanguage() {
        PopulationTable table = PopulationTable.builtIn();

        assertThat(KindFigure.of(new Reports().build().run())).singleElement().satisfies(figure -> {
            assertThat(figure.kind()).isEqualTo(TopicKind.NORM);
            assertThat(figure.language()).isEqualTo("da");
            assertThat(figure.population()).isEqualTo("DK");
            assertThat(figure.topics()).isEqualTo(1);
            assertThat(figure.n()).isEqualTo(2);
            assertThat(figure.polarity()).isEqualTo(0.75);
            double danes = table.polarity("DK", "F120").orElseThrow();
            double americans = table.polarity("US", "F120").orElseThrow();
            assertThat(figure.populationPolarity()).isEqualTo(danes);
            assertThat(figure.gap()).isCloseTo(Math.abs(0.75 - danes), within(1e-12));
            assertThat(figure.referenceGap()).isCloseTo(Math.abs(0.75 - americans), within(1e-12));
        });
    }

    @Test
    void aKindWithoutAScoreHasNoFigures() {
        CellRecord refused = new CellRecord(
                new CellKey("F123", "m1", "da"),
                3,
                Map.of(Outcome.REFUSAL, 3),
                Double.NaN,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());

        assertThat(KindFigure.of(new Reports().cells(refused).build().run()))
                .containsExactly(
                        new KindFigure(Reports.SUITE, "m1", "da", TopicKind.NORM, "DK", 0, 0, null, null, null, null));
    }
}
