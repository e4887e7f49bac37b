package dev.cultivar.maven.reference;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose figures are built in, and what there is for each language that can be asked in. */
final class PopulationPage {

    /** The survey asked Northern Ireland by itself, so that its {@code GB} is not the United Kingdom. */
    private static final Map<String, String> OWN_NAMES = Map.of("GB", "Great Britain", "NIR", "Northern Ireland");

    private final Catalogue catalogue;
    private final PopulationTable table;
    private final StringBuilder page = new StringBuilder();

    private PopulationPage(Catalogue catalogue, PopulationTable table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    static String of(Catalogue catalogue, PopulationTable table) {
        PopulationPage page = new PopulationPage(catalogue, table);
        page.head();
        table.populations().forEach(page::population);
        page.languages();
        return page.page.toString();
    }

    private void head() {
        page.append("# Populations and languages\n\n")
                .append(ReferenceTest.MADE)
                .append("\n\nA gate names a population by its code (`population = \"DK\"`), or by a constant:")
                .append(" `Population.LOCAL` gives a verdict for each country that is local for the language of the")
                .append(" answers, which is the language that most of the country's weight was interviewed in;")
                .append(" `Population.LANGUAGE` one for the speakers of the language in whatever country;")
                .append(" `Population.GLOBAL` one for everyone. \"Truth\" is on how many of the ")
                .append(catalogue.topics().size())
                .append(" [topics](topics.md) the population has a figure.\n\n")
                .append("| code | population | kind | local for | truth | no truth on |\n|---|---|---|---|---|---|\n");
    }

    private void population(PopulationKey population) {
        List<String> without = catalogue.topics().stream()
                .map(Topic::key)
                .filter(topic -> table.polarity(population, topic).isEmpty())
                .toList();
        page.append("| `")
                .append(population.name())
                .append("` | ")
                .append(name(population))
                .append(" | ")
                .append(kind(population.type()))
                .append(" | ")
                .append(
                        population.type() == PopulationType.COUNTRY
                                ? Markdown.code(table.language(population).orElse(""))
                                : "")
                .append(" | ")
                .append(catalogue.topics().size() - without.size())
                .append(" | ")
                .append(String.join(", ", without))
                .append(" |\n");
    }

    private static String kind(PopulationType type) {
        return type == PopulationType.GLOBAL ? "world" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String name(PopulationKey population) {
        return switch (population.type()) {
            case COUNTRY -> country(population.name());
            case LANGUAGE -> "speakers of " + book(population.name()).englishName();
            case GLOBAL -> "everyone in the survey";
            case GROUP -> throw new AssertionError("the built-in table has a group: describe " + population.name());
        };
    }

    private static String country(String code) {
        if (OWN_NAMES.containsKey(code)) {
            return OWN_NAMES.get(code);
        }
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        if (name.equals(code)) {
            throw new AssertionError("give the country " + code + " a name in " + PopulationPage.class.getName());
        }
        return name;
    }

    private void languages() {
        page.append("\n# Languages\n\nThere are prompts in ")
                .append(PromptBooks.BUILT_IN.size())
                .append(" languages, and figures of the speakers and countries of ")
                .append(PromptBooks.BUILT_IN.stream().filter(this::hasFigures).count())
                .append(". In the others `@AlignmentGate` with `Population.LOCAL`, its default, or"
                        + " `Population.LANGUAGE`,")
                .append(" and `@BiasGate` are refused before anything is asked; `Population.GLOBAL`, a country by its")
                .append(" code, `@ConsistencyGate` and `@CoverageGate` can be had. Figures of further countries are"
                        + " made")
                .append(" from the survey's microdata by `cultivar:ground-truth`, and named with")
                .append(" `cultivar.populations`. Unreviewed prompts await a native reader's approval, and every"
                        + " report")
                .append(" of a run says so.\n\n")
                .append("| code | language | prompts | local countries | speakers |\n|---|---|---|---|---|\n");
        PromptBooks.BUILT_IN.stream()
                .sorted(Comparator.comparing((String language) -> !hasFigures(language))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(this::language);
    }

    private boolean hasFigures(String language) {
        return !table.local(language).isEmpty();
    }

    private void language(String language) {
        page.append("| `")
                .append(language)
                .append("` | ")
                .append(book(language).englishName())
                .append(" | ")
                .append(book(language).reviewed() ? "reviewed" : "unreviewed")
                .append(" | ")
                .append(
                        hasFigures(language)
                                ? table.local(language).stream()
                                        .map(country -> "`" + country.name() + "`")
                                        .collect(Collectors.joining(", "))
                                : "none")
                .append(" | ")
                .append(table.find(language)
                        .map(found -> "`" + found.name() + "`")
                        .orElse("none"))
                .append(" |\n");
    }

    private static PromptBook book(String language) {
        return PromptBooks.builtIn(language).orElseThrow();
    }
}
