package dev.cultivar.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.http.WireJson;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an endpoint counts, what is spent only grows. */
class TokenPropertiesTest {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private final ModelSettings model = Endpoints.model("m");
    private final ChatRequest request = ChatRequest.of("How are you?", Sampling.DEFAULT);

    @Test
    void aSumIsTheExactOneOrTheNearestThatThereIs() {
        Random random = new Random(20_261_129);
        for (int i = 0; i < 20_000; i++) {
            Usage one = new Usage(count(random), count(random));
            Usage other = new Usage(count(random), count(random));

            Usage sum = one.plus(other);

            assertThat(sum.input()).isEqualTo(exact(one.input(), other.input()));
            assertThat(sum.output()).isEqualTo(exact(one.output(), other.output()));
            assertThat(one.total()).isEqualTo(exact(one.input(), one.output()));
        }
    }

    @Test
    void whatIsBookedNeverFallsWhateverTheEndpointsCount() {
        Random random = new Random(5);
        CostLedger ledger = new CostLedger();
        long before = 0;
        for (int i = 0; i < 2_000; i++) {
            ModelResponse response = response("Fine.", new Usage(count(random), count(random)));
            ledger.addPaid(
                    model, ChargedUsage.isPlausible(response) ? response : ChargedUsage.most(model, request, response));
            long now = ledger.lines().get("m").paid().total();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"-1,5", "5,-1", "9223372036854775807,1", "1,100000001", "7,0"})
    void aCountThatCannotBeTrueIsChargedAsTheMostPossible(long input, long output) {
        ModelResponse response = response("Fine.", new Usage(input, output));

        assertThat(ChargedUsage.isPlausible(response)).isFalse();
        Usage most = ChargedUsage.most(model, request, response).usage();
        assertThat(most).isEqualTo(WorstCaseCost.of(model, request));
        assertThat(most.output()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "3,1", "0,4", "100000000,100000000"})
    void aCountThatCanBeTrueStaysAsItIs(long input, long output) {
        assertThat(ChargedUsage.isPlausible(response("Fine.", new Usage(input, output))))
                .isTrue();
        assertThat(ChargedUsage.isPlausible(response("", new Usage(7, 0)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e30", "18446744073709551617", "\"12\"", "true", "[]", "{}", "-1e400"})
    void whatIsNoCountIsTakenForNone(String json) throws JsonProcessingException {
        assertThat(new Usage(WireJson.count(WireJson.MAPPER.readTree(json)), 1).canBeTrue())
                .isFalse();
    }

    @Test
    void aCountIsReadAsItIs() throws JsonProcessingException {
        List<Long> read = new ArrayList<>();
        for (String json : List.of("0", "17", "17.0", "null")) {
            read.add(WireJson.count(WireJson.MAPPER.readTree(json)));
        }
        assertThat(read).containsExactly(0L, 17L, 17L, 0L);
    }

    private static long exact(long one, long other) {
        return BigInteger.valueOf(one)
                .add(BigInteger.valueOf(other))
                .min(MOST)
                .max(LEAST)
                .longValueExact();
    }

    /** Of every size, and often at an edge. */
    private static long count(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            case 2 -> random.nextInt(5) - 2;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private static ModelResponse response(String text, Usage usage) {
        return new ModelResponse(
                text, Optional.empty(), FinishReason.STOP, usage, Optional.empty(), Optional.empty(), Duration.ZERO, 1);
    }
}
