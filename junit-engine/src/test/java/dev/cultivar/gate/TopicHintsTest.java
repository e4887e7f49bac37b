package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.report.words.FactSentences;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicHintsTest {

    /** Its ranks are exactly the Americans', but its shares are a third of theirs: nearer the Danes' where those are low. */
    private static final Suite.Answers RANKS_AS_IN_THE_US = (topic, language, rng) -> share("US", topic) / 3;

    private static final Suite.Answers NEARER_DANES_EVERYWHERE =
            (topic, language, rng) -> 0.6 * share("DK", topic) + 0.4 * share("US", topic);

    @Test
    void aBiasNamesTheTopicsThatAddMostAndOnlySuchOnWhichTheSharesAgree() {
        GateResult biased = bias(RANKS_AS_IN_THE_US, 0);
        LeaveOneOut influence = biased.influence();
        List<String> adding = influence.without().keySet().stream()
                .filter(topic -> influence.influence(topic) > 0)
                .sorted(Comparator.comparingDouble(topic -> -influence.influence(topic)))
                .toList();

        assertThat(biased.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(adding.subList(0, 3)).as("not by ranks alone").anyMatch(topic -> !nearerAmericans(topic));
        assertThat(biased.hint()).isInstanceOfSatisfying(TopicHint.MostOfBias.class, most -> assertThat(most.topics())
                .extracting(TopicHint.Lean::topic)
                .containsExactlyElementsOf(adding.stream()
                        .filter(TopicHintsTest::nearerAmericans)
                        .limit(3)
                        .toList()));
        assertThat(FactSentences.of(biased)).contains(" Topics closer to the US that add most to the bias: ");
    }

    @Test
    void aModelNearerItsOwnPeopleOnEveryTopicHasNoTopicNamed() {
        GateResult failing = bias(NEARER_DANES_EVERYWHERE, -0.5);

        assertThat(failing.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(failing.hint()).isNull();
        assertThat(FactSentences.of(failing)).doesNotContain("add most");
    }

    private static GateResult bias(Suite.Answers answers, double most) {
        return new Suite().model("model", answers).languages("da").verdict(Gates.bias("US", most));
    }

    private static boolean nearerAmericans(String topic) {
        double model = share("US", topic) / 3;
        return Math.abs(model - share("US", topic)) < Math.abs(model - share("DK", topic));
    }

    private static double share(String population, String topic) {
        return Suite.TABLE.polarity(population, topic).orElseThrow();
    }
}
