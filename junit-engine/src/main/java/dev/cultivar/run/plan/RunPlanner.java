package dev.cultivar.run.plan;

import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.PromptException;
import dev.cultivar.prompt.PromptPlan;
import dev.cultivar.prompt.Slot;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.PopulationSource;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.SurveyException;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a suite's settings and topic keys into a plan; reads catalogue, populations and prompts, but asks no model. */
public final class RunPlanner {

    private RunPlanner() {}

    /**
     * The catalogue in force.
     *
     * @throws SurveyException if the user's own cannot be read
     */
    public static Catalogue catalogue(RunSettings settings) {
        return Catalogue.of(settings.value(Settings.CATALOGUE));
    }

    /** The population table in force. */
    public static PopulationTable populations(RunSettings settings) {
        return new PopulationSource(settings.value(Settings.POPULATIONS), settings.value(Settings.REPLACE_POPULATIONS))
                .table();
    }

    /** Folder of the user's own language files on the test class path. */
    public static final String PROMPTS = "cultivar/prompts";

    /**
     * The prompts of a language: the user's own file from the prompts folder or else from {@link #PROMPTS} on the class path, or else the
     * built-in book.
     */
    public static Optional<PromptBook> book(RunSettings settings, String language) {
        Optional<Path> own = settings.value(Settings.PROMPTS).map(folder -> folder.resolve(language + ".yaml"));
        if (own.isEmpty() || !Files.exists(own.get())) {
            return onClassPath(language).or(() -> PromptBooks.builtIn(language));
        }
        try (InputStream in = Files.newInputStream(own.get())) {
            return Optional.of(PromptBooks.readOwn(in, own.get().toString()));
        } catch (IOException e) {
            throw new PromptException("Language file " + own.get() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<PromptBook> onClassPath(String language) {
        String resource = PROMPTS + "/" + language + ".yaml";
        @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
        @Nullable InputStream found = loader == null ? null : loader.getResourceAsStream(resource);
        if (found == null) {
            return Optional.empty();
        }
        try (InputStream in = found) {
            return Optional.of(PromptBooks.readOwn(in, resource));
        } catch (IOException e) {
            throw new PromptException("Language file " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Plans a run.
     *
     * @param suite class name of the suite
     * @param settings values in force
     * @param topics keys of the topics, in the suite's order
     * @throws PlanException with every problem found: unknown topics, languages without prompts or wordings, topics without any survey
     *     figures, fewer responses than topics
     */
    public static RunPlan plan(String suite, RunSettings settings, List<String> topics) {
        List<String> problems = new ArrayList<>();
        Catalogue catalogue = catalogue(settings);
        PopulationTable populations = populations(settings);
        List<Topic> known = known(suite, topics, catalogue, problems);
        settings.value(Settings.RESPONSES)
                .filter(responses -> responses < topics.size())
                .ifPresent(responses -> problems.add(suite + ": " + Plural.of(responses, "response")
                        + " per model and language cannot cover " + topics.size()
                        + " topics; raise cultivar.responses to at least " + topics.size() + "."));
        Map<String, PromptBook> books = books(suite, settings, known, problems);
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
        List<String> keys = known.stream().map(Topic::key).toList();
        int perTopic = LookPlan.of(keys.size(), settings.value(Settings.RESPONSES), settings.value(Settings.LOOKS))
                .perTopic();
        Map<String, List<PlannedPrompt>> prompts = new LinkedHashMap<>();
        books.forEach((language, book) ->
                prompts.put(language, PromptPlan.of(book, keys, perTopic, settings.value(Settings.SEED))));
        return new RunPlan(suite, settings, known, prompts, books, populations);
    }

    private static List<Topic> known(String suite, List<String> topics, Catalogue catalogue, List<String> problems) {
        List<Topic> known = new ArrayList<>();
        for (String key : topics) {
            catalogue
                    .topic(key)
                    .ifPresentOrElse(
                            known::add,
                            () -> problems.add(suite + ": topic '" + key + "' is not in the catalogue; nearest: "
                                    + String.join(", ", catalogue.nearest(key)) + "."));
        }
        if (topics.isEmpty()) {
            problems.add(suite + ": there is no topic to ask about; add a @CulturalProbe.");
        }
        return known;
    }

    /** The topic's key and, if it has some wordings, the slots that lack one. */
    private static String lacking(PromptBook book, String topic) {
        Set<Slot> there = book.wordings(topic).keySet();
        return there.isEmpty()
                ? topic
                : topic + " as "
                        + Arrays.stream(Slot.values())
                                .filter(slot -> !there.contains(slot))
                                .map(Slot::label)
                                .collect(Collectors.joining(" and "));
    }

    private static Map<String, PromptBook> books(
            String suite, RunSettings settings, List<Topic> topics, List<String> problems) {
        Map<String, PromptBook> books = new LinkedHashMap<>();
        for (String language : settings.value(Settings.LANGUAGES)) {
            Optional<PromptBook> book = book(settings, language);
            if (book.isEmpty()) {
                problems.add(suite + ": language '" + language + "' has no prompts; built in are "
                        + String.join(
                                ", ", PromptBooks.BUILT_IN.stream().sorted().toList()) + " (nearest: "
                        + String.join(", ", NearestNames.of(language, PromptBooks.BUILT_IN))
                        + "); your own go into " + PROMPTS
                        + " of the test resources or the folder cultivar.prompts, and cultivar:translate drafts them.");
                continue;
            }
            books.put(language, book.get());
            List<String> missing = topics.stream()
                    .map(Topic::key)
                    .filter(key -> !book.get().covers(key))
                    .map(key -> lacking(book.get(), key))
                    .toList();
            if (!missing.isEmpty()) {
                problems.add(suite + ": the prompts in " + Names.language(language) + " lack a wording of "
                        + String.join(", ", missing)
                        + "; give their language file one for each slot, or leave the topics out.");
            }
        }
        return books;
    }
}
