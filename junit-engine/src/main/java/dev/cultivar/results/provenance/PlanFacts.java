package dev.cultivar.results.provenance;

import dev.cultivar.io.Sha256;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts that identify a plan, and what it lacks. */
final class PlanFacts {

    private PlanFacts() {}

    /** SHA-256 over every prompt of the plan in order; two runs with the same hash asked the same questions. */
    static String promptHash(RunPlan plan) {
        Sha256 digest = new Sha256();
        new TreeMap<>(plan.prompts()).forEach((language, prompts) -> {
            for (PlannedPrompt planned : prompts) {
                Prompt prompt = planned.prompt();
                String line = String.join(
                                "\u0000",
                                language,
                                prompt.topic(),
                                Integer.toString(planned.sample()),
                                prompt.template(),
                                prompt.slot().label(),
                                prompt.text())
                        + "\u0001";
                digest.add(line);
            }
        });
        return digest.hex();
    }

    /**
     * Topics of the plan for which a population has no survey figure, by population; populations with all figures are left out.
     *
     * @param compared names of the populations that the run is compared with
     */
    static SortedMap<String, List<String>> withoutTruth(RunPlan plan, Set<String> compared) {
        SortedMap<String, List<String>> lacking = new TreeMap<>();
        for (PopulationKey population : plan.populations().populations()) {
            if (!compared.contains(population.name())) {
                continue;
            }
            List<String> topics = plan.topics().stream()
                    .map(Topic::key)
                    .filter(topic ->
                            plan.populations().polarity(population, topic).isEmpty())
                    .toList();
            if (!topics.isEmpty()) {
                lacking.put(population.name(), topics);
            }
        }
        return lacking;
    }
}
