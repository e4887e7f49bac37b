package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs with a budget, against an endpoint that keeps its own books. */
class BudgetRunTest extends AtLab {

    @CulturalSuite(languages = "en", responses = 40)
    @CoverageGate(min = 0.01)
    static class Suite {
        @CulturalProbe("F120")
        void abortion() {}
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LongAdder millionths = new LongAdder();
    private final LongAdder tokens = new LongAdder();

    @BeforeEach
    void prepare() {
        lab.tamper = this::book;
    }

    /** Prices of {@link Lab#settings}: 1 and 2 a million tokens for the models, 0.5 and 1 for the judge. */
    private String book(String answer) {
        try {
            JsonNode reply = JSON.readTree(answer);
            long in = reply.at("/usage/prompt_tokens").asLong();
            long out = reply.at("/usage/completion_tokens").asLong();
            tokens.add(in + out);
            millionths.add(reply.path("model").asText().equals("judge") ? in + 2 * out : 2 * in + 4 * out);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double money() {
        return millionths.sum() / 2e6;
    }

    @Test
    void aBudgetOfCallsIsUsedUpAndNeverExceeded() throws IOException {
        LabRun run = run().with("cultivar.budget", "25 calls");

        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValue(25);
        // The cell and the gate: what was scored may not pass for the whole.
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("OVER_BUDGET", "25 of the budget of 25 calls are spent");
        assertThat(said.get(1))
                .containsPattern("the budget of 25 calls was spent after \\d+ of at most 40 responses; run again with"
                        + " -Dcultivar.budget=\"\\d\\d calls\", which should pay for the rest \\(answers are kept\\)");
        JsonNode cell = run.results().at("/cells/0/outcomes");
        assertThat(cell.path("OVER_BUDGET").asInt() + cell.path("SCORED").asInt())
                .isEqualTo(40);
        JsonNode account = run.results().at("/run/suites/0/account");
        assertThat(account.path("overBudget").asBoolean()).isTrue();
        assertThat(account.path("budget").asText()).isEqualTo("25 calls");
        assertThat(run.console()).contains("Paid in all: 25 calls", "of a budget of 25 calls, which STOPPED the run");
    }

    /** The endpoint charges for each, though nobody can read its answers. */
    @Test
    void aRequestThatIsSentAgainCountsEachTime() throws IOException {
        Files.writeString(settings, Files.readString(settings).replace("retries: 0", "retries: 5"));
        lab.tamper = answer -> answer.substring(0, answer.length() / 2);
        LabRun run = run().with("cultivar.budget", "25 calls");

        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValue(25);
        assertThat(said.get(0)).contains("OVER_BUDGET");
        assertThat(said.get(1)).contains("the budget of 25 calls was spent after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775808", "9223372036854775807", "18446744073709551617"})
    void anEndpointThatCountsWhatCannotBeTrueIsChargedTheMost(String count) throws IOException {
        lab.tamper = answer -> answer.replaceAll("(\"(?:prompt|completion)_tokens\":)\\d+", "$1" + count);
        LabRun run = run().with("cultivar.budget", "20k tokens");

        List<String> said = complaints(run.of(Suite.class));

        // An answer and its judgement, of which each reserves some hundreds of tokens at least.
        assertThat(lab.calls.get()).isBetween(2, 60);
        assertThat(said.get(0)).contains("OVER_BUDGET", "of the budget of 20k tokens");
        JsonNode models = run.results().at("/run/suites/0/account/models");
        assertThat(models.findValues("implausible").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(lab.calls.get());
        assertThat(models.findValues("input")).allMatch(tokens -> tokens.asLong() >= 0 && tokens.asLong() <= 20_000);
        assertThat(run.console()).contains("the endpoint reported an impossible token count for ");
        assertThat(run.results().toString()).doesNotContain("9223372036854775807");
    }

    @Test
    void aBudgetOfMoneyCountsWhatIsInFlight() throws IOException {
        LabRun run = run().with("cultivar.budget", "0.01 USD");

        List<String> said = complaints(run.of(Suite.class));

        assertThat(said).hasSize(2);
        assertThat(money()).isLessThanOrEqualTo(0.01).isGreaterThan(0.005);
        JsonNode models = run.results().at("/run/suites/0/account/models");
        double recorded = models.at("/perfect/money").asDouble()
                + models.at("/judge/money").asDouble();
        assertThat(recorded).isCloseTo(money(), org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void aBudgetOfTokensIsNotExceededEither() {
        complaints(run().with("cultivar.budget", "12k tokens").of(Suite.class));

        assertThat(tokens.sum()).isLessThanOrEqualTo(12_000).isGreaterThan(6_000);
    }

    @Test
    void theNextRunGoesOnWhereTheBudgetEnded() throws IOException {
        run().with("cultivar.budget", "25 calls").of(Suite.class);

        LabRun rest = run().with("cultivar.budget", "1000 calls");
        assertThat(complaints(rest.of(Suite.class))).isEmpty();

        assertThat(lab.asked.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(rest.results().at("/cells/0/outcomes/SCORED").asInt()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25 calls", "12k tokens", "0.01 USD"})
    void theCommandOfARunThatWasCutShortHasABudgetForTheRest(String budget) throws IOException {
        LabRun cut = run().with("cultivar.budget", budget);
        cut.of(Suite.class);
        Matcher again = Pattern.compile("'-Dcultivar\\.budget=([^']+)'")
                .matcher(cut.results().at("/gates/0/rerun").asText());
        assertThat(again.find()).isTrue();
        assertThat(again.group(1)).isNotEqualTo(budget).endsWith(budget.replaceFirst(".*\\s", ""));

        assertThat(complaints(run().with("cultivar.budget", again.group(1)).of(Suite.class)))
                .isEmpty();

        assertThat(lab.asked.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(cut.results().at("/run/suites/0/rerun").asText()).contains(again.group());
    }

    @Test
    void whatAMemoryStoreForgetsIsPaidForAgain() throws IOException {
        LabRun cut = run().with("cultivar.budget", "25 calls").with("cultivar.store", "memory");
        assertThat(complaints(cut.of(Suite.class)).get(1)).contains("the store is memory, so nothing is kept");

        Matcher again = Pattern.compile("budget=(\\d+) calls")
                .matcher(cut.results().at("/gates/0/rerun").asText());
        assertThat(again.find()).isTrue();
        assertThat(Integer.parseInt(again.group(1))).isGreaterThanOrEqualTo(80);
    }

    @Test
    void whatASpentBudgetLeftIsNeitherComparedNorABaseline() throws IOException {
        LabRun cut = run().with("cultivar.budget", "25 calls");
        cut.of(Suite.class);

        assertThat(cut.results().path("baselines")).isEmpty();
        assertThat(new RunReports(folder.resolve("out"), Optional.empty()).baseline(Suite.class.getName()))
                .doesNotExist();
    }

    @Test
    void whatTheStoreHoldsCostsNothingButTheFewThatAreAskedAnew() {
        run().of(Suite.class);
        int asked = lab.calls.get();

        assertThat(complaints(run().with("cultivar.budget", "8 calls").of(Suite.class)))
                .isEmpty();

        assertThat(lab.calls).as("four of the model and four of the judge").hasValue(asked + 8);
    }

    @Test
    void aBudgetThatIsTooSmallForThoseIsRed() {
        run().of(Suite.class);
        int asked = lab.calls.get();

        List<String> said = complaints(run().with("cultivar.budget", "3 calls").of(Suite.class));

        assertThat(lab.calls).hasValue(asked + 3);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("the budget of 3 calls was spent after 40 of at most 40 responses");
    }
}
