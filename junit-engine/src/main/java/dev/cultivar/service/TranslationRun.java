package dev.cultivar.service;

import dev.cultivar.model.ModelConnections;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.lint.BookLint;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.suite.SettingsLookup;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import dev.cultivar.translate.BookTranslation;
import dev.cultivar.translate.TargetLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Drafts the prompts of a language. */
public final class TranslationRun {

    public static final String TO = "cultivar.translate.to";
    public static final String MODEL = "cultivar.translate.model";

    /** Model that translates back; by default, the one that translates. */
    public static final String BACK_MODEL = "cultivar.translate.backModel";

    /** The file to write; by default, in the folder {@code cultivar.prompts} or else in the project's test resources. */
    public static final String FILE = "cultivar.translate.file";

    private TranslationRun() {}

    /**
     * The result of a translation.
     *
     * @param lines the result in lines, for people
     * @param problems sentences missing from the draft, one line each
     */
    public record Draft(List<String> lines, List<String> problems) {

        public Draft {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Drafts a language with a model of {@code cultivar.yaml}.
     *
     * @param parameters value of a configuration parameter by its full key
     * @throws SettingsException if a parameter is missing or names something that does not exist
     */
    public static Draft draft(Function<String, Optional<String>> parameters) {
        return draft(parameters, KeySource.system());
    }

    static Draft draft(Function<String, Optional<String>> parameters, KeySource environment) {
        TargetLanguage language = TargetLanguage.of(required(parameters, TO, "the language's code, for example it"));
        String name = required(parameters, MODEL, "a model of cultivar.yaml");
        SettingsFile settings = SettingsLookup.find(loader(), parameters);
        ModelSettings there = model(settings, name);
        ModelSettings back = model(
                settings,
                parameters.apply(BACK_MODEL).filter(other -> !other.isBlank()).orElse(name));
        Set<EndpointSettings> endpoints = new LinkedHashSet<>();
        for (ModelSettings model : List.of(there, back)) {
            endpoints.add(Optional.ofNullable(settings.endpoints().get(model.endpoint()))
                    .orElseThrow(() -> new SettingsException("Endpoint '" + model.endpoint() + "' of model "
                            + model.name() + " is not under 'endpoints' in " + settings.source() + ".")));
        }
        Path file = file(parameters, language.code());
        PromptBook english = PromptBooks.builtIn("en").orElseThrow();
        try (ModelConnections connections = ModelConnections.open(endpoints, environment)) {
            BookTranslation.Outcome outcome = new BookTranslation(
                            connections.model(there), connections.model(back), language)
                    .into(english, file);
            List<String> lines = new ArrayList<>(lint(outcome, language.code()));
            lines.add(
                    Plural.of(outcome.added(), "sentence") + " translated, " + outcome.kept() + " kept as they were in "
                            + file + "; " + Plural.of(outcome.doubtful(), "has", "have") + " a similarity below 0.5.");
            lines.add(
                    outcome.problems().isEmpty()
                            ? "Next: have a native reader correct the sentences there, set their status to reviewed and"
                                    + " sign at the top; until then runs in "
                                    + Names.language(language.code())
                                    + " work, and every report says that they are unreviewed."
                            : "Next: run the goal again, which asks only for the "
                                    + Plural.of(outcome.problems().size(), "sentence that is", "sentences that are")
                                    + " missing.");
            return new Draft(lines, outcome.problems());
        }
    }

    /** What the lint says; empty if there are problems, such as missing sentences, which are reported instead. */
    private static List<String> lint(BookTranslation.Outcome outcome, String code) {
        if (!outcome.problems().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        outcome.faults().forEach(fault -> lines.add("lint: " + fault));
        lines.add("The lint found " + Plural.of(outcome.faults().size(), "fault")
                + (BookLint.knows(code)
                        ? "."
                        : "; it has no word list for " + Names.language(code) + " and checked only the form."));
        return lines;
    }

    private static String required(Function<String, Optional<String>> parameters, String key, String what) {
        return parameters
                .apply(key)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new SettingsException("Give -D" + key + "=, " + what + "."));
    }

    private static ModelSettings model(SettingsFile settings, String name) {
        return Optional.ofNullable(settings.models().get(name))
                .orElseThrow(() -> new SettingsException("Model '" + name + "' is not under 'models' in "
                        + (settings.source().isEmpty() ? "cultivar.yaml (there is none)" : settings.source())
                        + "; it has "
                        + String.join(", ", new TreeSet<>(settings.models().keySet())) + "."));
    }

    private static Path file(Function<String, Optional<String>> parameters, String code) {
        Optional<Path> named = parameters.apply(FILE).map(Path::of);
        return named.or(() -> parameters.apply(Settings.PROMPTS.name()).map(folder -> Path.of(folder, code + ".yaml")))
                .orElseGet(() -> Path.of(
                        parameters.apply(Settings.BASEDIR.name()).orElse(""),
                        "src/test/resources/" + RunPlanner.PROMPTS + "/" + code + ".yaml"));
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? TranslationRun.class.getClassLoader() : loader;
    }
}
