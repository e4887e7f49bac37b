package dev.cultivar.run.plan;

import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run of a suite will ask, before anything is asked. Immutable.
 *
 * @param suite class name of the suite
 * @param settings values in force and their origins
 * @param topics what is asked about, in the suite's order
 * @param topicList the catalogue's list that consists of exactly these topics; empty if there is none
 * @param prompts the plan of each language, topic by topic, the same for every model
 * @param books templates and wordings by language
 * @param populations the survey figures to compare with
 */
public record RunPlan(
        String suite,
        RunSettings settings,
        List<Topic> topics,
        Optional<String> topicList,
        Map<String, List<PlannedPrompt>> prompts,
        Map<String, PromptBook> books,
        PopulationTable populations) {

    public RunPlan {
        topics = List.copyOf(topics);
        prompts = Map.copyOf(prompts);
        books = Map.copyOf(books);
    }

    /** A plan whose topics are not a list of the catalogue. */
    public RunPlan(
            String suite,
            RunSettings settings,
            List<Topic> topics,
            Map<String, List<PlannedPrompt>> prompts,
            Map<String, PromptBook> books,
            PopulationTable populations) {
        this(suite, settings, topics, Optional.empty(), prompts, books, populations);
    }

    /** The same plan, with its topics as that list of the catalogue. */
    public RunPlan ofList(Optional<String> name) {
        return new RunPlan(suite, settings, topics, name, prompts, books, populations);
    }

    /** Every cell, topic by topic, then model, then language, in the suite's order. */
    public List<CellKey> cells() {
        List<CellKey> cells = new ArrayList<>();
        for (Topic topic : topics) {
            for (ModelSettings model : settings.models().value()) {
                for (String language : settings.value(Settings.LANGUAGES)) {
                    cells.add(new CellKey(topic.key(), model.name(), language));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** The looks in which every cell's prompts are asked. */
    public LookPlan looks() {
        return LookPlan.of(topics.size(), settings.value(Settings.RESPONSES), settings.value(Settings.LOOKS));
    }

    /** The prompts of one cell. A view, because cells of other models have the same prompts. */
    public List<PlannedPrompt> prompts(CellKey cell) {
        List<PlannedPrompt> all = prompts.getOrDefault(cell.language(), List.of());
        int from = 0;
        while (from < all.size() && !isOf(cell, all.get(from))) {
            from++;
        }
        int to = from;
        while (to < all.size() && isOf(cell, all.get(to))) {
            to++;
        }
        return all.subList(from, to);
    }

    private static boolean isOf(CellKey cell, PlannedPrompt planned) {
        return planned.prompt().topic().equals(cell.topic());
    }
}
