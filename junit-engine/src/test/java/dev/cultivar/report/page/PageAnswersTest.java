package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.Reports;
import dev.cultivar.settings.AnswersShown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageAnswersTest extends WithPage {

    @Test
    void aHostileAnswerIsDataAndNothingElse() throws IOException {
        String page = page(reports().answer(PageReports.HOSTILE));

        assertThat(page).doesNotContain("<script>window", "<img", "<!-- ");
        assertThat(cells(page).at("/cells/0/r/0/a").asText())
                .startsWith(PageReports.HOSTILE.substring(0, PageReports.HOSTILE.length() - 1));
    }

    @Test
    void hostileMessagesOfGatesAndChecksStayText() throws IOException {
        String page = page(reports().failedCheck(Reports.ABORTION, PageReports.HOSTILE));

        assertThat(page).doesNotContain("<script>window", "<img").contains("&lt;script&gt;window");
    }

    @Test
    void noSecretAndNoAddressIsInThePage() throws IOException {
        assertThat(page(PageReports.full())).doesNotContain("hunter2").doesNotContain("src=", "@import");
    }

    @Test
    void aStatementIsKeptAsItsPlaceInTheAnswer() throws IOException {
        JsonNode response = cells(page(reports())).at("/cells/0/r/0");

        assertThat(response.at("/k").asText()).isEqualTo("PC");
        assertThat(response.at("/a")
                        .asText()
                        .substring(
                                response.at("/s/0/0").asInt(),
                                response.at("/s/0/1").asInt()))
                .isEqualTo("God.");
    }

    /** Once for each model: for each cell it would be a good part of the page. */
    @Test
    void theCommandThatAsksACellAgainIsThereOnceForItsModel() throws IOException {
        String page = page(reports());

        assertThat(cells(page).at("/again"))
                .singleElement()
                .extracting(JsonNode::asText)
                .asString()
                .startsWith("mvn test-compile cultivar:check '-Dcultivar.select=[engine:cultivar]"
                        + "/[suite:org.example.ReleaseGate]/[topic:@topic@]/[model:m1]/[language:@language@]'"
                        + " -Dcultivar.models=m1 -Dcultivar.languages=@language@ ");
        assertThat(page).containsOnlyOnce("cultivar.select");
    }

    @Test
    void noAnswerAndNoPromptIsShownWhereNoneIsWanted() throws IOException {
        String page = page(reports().answers(AnswersShown.NONE).answer("Secret answer"));

        assertThat(page).doesNotContain("Secret answer", "Skriv om abort").contains("Answers are not shown");
        assertThat(cells(page).at("/cells").size()).isEqualTo(2);
    }

    @Test
    void longAnswersAreCutUnlessAllAreWanted() throws IOException {
        String answer = "a".repeat(5000);

        assertThat(cells(page(reports().answer(answer))).at("/cells/0/r/0/cut").asBoolean())
                .isTrue();
        assertThat(cells(page(reports().answers(AnswersShown.ALL).answer(answer)))
                        .at("/cells/0/r/0/a")
                        .asText())
                .isEqualTo(answer);
    }

    @Test
    void outcomesAreCountedByModelAndLanguage() throws IOException {
        String page = page(reports());
        String table = page.substring(page.indexOf("<caption>How responses ended"));

        assertThat(table.substring(0, table.indexOf("</table>")))
                .contains(">refusal</th>")
                .contains("<bdi>m1</bdi></th><td><bdi>Danish</bdi></td>")
                .contains(
                        ">6</td><td class=\"number\">2</td><td class=\"number\">33.3%</td><td class=\"number\">4</td>");
    }

    @Test
    void aSpentBudgetIsToldApartFromAModelThatFails() throws IOException {
        Reports reports = new Reports().cells();
        for (String language : List.of("da", "nl")) {
            reports.gate(Gates.result(
                    Gates.leaf(Gates.bias("US", 0.05), "m1", language, "US"),
                    new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "80 calls")),
                    LeaveOneOut.NONE));
        }
        String page = page(reports);

        assertThat(page)
                .contains(
                        "<title>Cultivar: 2 of 2 gates not measured (the budget was spent)</title>",
                        "<header class=\"inconclusive\">",
                        "the budget of 20 calls was spent after 10 of at most 40 responses",
                        "class=\"mark unmeasured\"",
                        "<tr role=\"row\" class=\"unmeasured\"")
                .doesNotContain("<svg class=\"strip\"", "\u2715 </span>");
        assertThat(page.split("was spent after", -1)).as("said once").hasSize(2);
        assertThat(page)
                .as("the model has the mark of the legend")
                .contains("<span class=\"sign\" aria-hidden=\"true\">\u2013 </span>");
    }

    @Test
    void theShareThatAnEndpointLeftIsNoScore() throws IOException {
        GateResult lost = new GateResult(
                Gates.leaf(Gates.coverage(0.9), "m1", "da", "US"),
                new GateOutcome.Exact(0, Verdict.FAIL),
                0,
                0,
                List.of(),
                null,
                new Losses(0, 40, List.of(new Losses.Loss(Outcome.PROVIDER_ERROR, 40, 0, 0, "away"))),
                LeaveOneOut.NONE);

        assertThat(page(new Reports().cells().gate(lost)))
                .contains("<tr role=\"row\" class=\"unmeasured\"", "Danish: not measured, required")
                .doesNotContain("<svg class=\"strip\"", ">0.000<");
    }
}
