package dev.cultivar.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;
import dev.cultivar.run.plan.RunPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuitePlannerTest {

    @CulturalSuite(models = "planted/uniform", languages = "da")
    static class OneList {
        @CulturalProbe(catalogue = "values")
        void values() {}
    }

    @CulturalSuite(models = "planted/uniform", languages = "da")
    static class OneListAndATopicOfIt {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe(catalogue = "values")
        void everythingElse() {}
    }

    @CulturalSuite(models = "planted/uniform", languages = "da")
    static class TwoLists {
        @CulturalProbe(catalogue = "paper")
        void paper() {}

        @CulturalProbe(catalogue = "values")
        void values() {}
    }

    @CulturalSuite(models = "planted/uniform", languages = "da")
    static class NotAllOfAList {
        @Skipped("worded badly")
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe(catalogue = "values")
        void everythingElse() {}
    }

    @CulturalSuite(models = "planted/uniform", languages = "da")
    static class ATopic {
        @CulturalProbe("F120")
        void abortion() {}
    }

    @Test
    void thePlanNamesTheListThatItsTopicsAre() {
        assertThat(plan(OneList.class).topicList()).hasValue("values");
        assertThat(plan(OneListAndATopicOfIt.class).topicList()).hasValue("values");
        assertThat(plan(OneListAndATopicOfIt.class).topics())
                .hasSameElementsAs(plan(OneList.class).topics());
    }

    @Test
    void topicsThatAreNotAllOfOneListHaveNone() {
        assertThat(plan(TwoLists.class).topicList()).isEmpty();
        assertThat(plan(NotAllOfAList.class).topicList()).isEmpty();
        assertThat(plan(ATopic.class).topicList()).isEmpty();
    }

    private static RunPlan plan(Class<?> suite) {
        SuitePlanner.Planning planning = new SuitePlanner(name -> Optional.empty()).plan(suite);
        assertThat(planning.mistakes()).isEmpty();
        return planning.suite().orElseThrow().plan();
    }
}
