package dev.cultivar.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookPlanTest {

    @Test
    void byDefaultEachOfFourLooksAsksTwoPromptsOfEveryTopic() {
        LookPlan looks = LookPlan.of(76, Optional.empty(), 4);

        assertThat(looks.responses()).isEqualTo(608);
        assertThat(looks.upTo()).containsExactly(2, 4, 6, 8);
        assertThat(looks.shares()).containsExactly(0.25, 0.5, 0.75, 1);
    }

    @Test
    void fewResponsesHaveFewerLooks() {
        assertThat(LookPlan.of(76, Optional.of(300), 4).upTo()).containsExactly(2, 4);
        assertThat(LookPlan.of(76, Optional.of(152), 4).upTo()).containsExactly(2);
        assertThat(LookPlan.of(76, Optional.of(76), 4).upTo()).containsExactly(1);
    }

    @Test
    void everyTopicGetsItsShareRoundedAndInLooksAnEvenNumber() {
        assertThat(LookPlan.of(76, Optional.of(500), 4).responses()).isEqualTo(76 * 8);
        assertThat(LookPlan.of(10, Optional.of(51), 4).upTo()).containsExactly(2, 4, 6);
        assertThat(LookPlan.of(76, Optional.of(1200), 4).upTo()).containsExactly(4, 8, 12, 16);
        assertThat(LookPlan.of(74, Optional.of(150), 4).responses()).isEqualTo(148);
        assertThat(LookPlan.of(10, Optional.of(30), 4).upTo()).containsExactly(3);
    }

    @Test
    void whereTheLooksCannotBeEqualTheyDifferByAPair() {
        assertThat(LookPlan.of(1, Optional.of(10), 4).upTo()).containsExactly(2, 6, 8, 10);
        assertThat(LookPlan.of(1, Optional.of(18), 4).upTo()).containsExactly(4, 10, 14, 18);
    }

    @Test
    void asOneLookEverythingIsAskedAtOnceAndNoNumberIsMadeEven() {
        assertThat(LookPlan.of(10, Optional.of(50), 1).upTo()).containsExactly(5);
        assertThat(LookPlan.of(10, Optional.of(41), 1).responses()).isEqualTo(40);
    }

    @Test
    void everyPromptBelongsToTheLookThatIsFirstToReachIt() {
        LookPlan looks = new LookPlan(1, List.of(2, 6, 8), Optional.empty(), 3);

        assertThat(List.of(0, 1, 2, 5, 6, 7)).extracting(looks::look).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void forAnyNumbersLooksAreAsManyAsTheResponsesAllowAndEvenAndAddUp() {
        for (int perTopic = 1; perTopic <= 100; perTopic++) {
            for (int wanted = 1; wanted <= 8; wanted++) {
                LookPlan looks = LookPlan.of(7, Optional.of(7 * perTopic), wanted);

                assertThat(looks.perTopic()).isBetween(perTopic, perTopic + 1);
                assertThat(looks.count()).isEqualTo(perTopic < 4 ? 1 : Math.min(wanted, (perTopic + 1) / 2));
                for (int look = 0; look < looks.count() && looks.count() > 1; look++) {
                    int here = looks.upTo().get(look)
                            - (look == 0 ? 0 : looks.upTo().get(look - 1));
                    assertThat(here).isGreaterThanOrEqualTo(LookPlan.LEAST).isEven();
                }
            }
        }
    }
}
