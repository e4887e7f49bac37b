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
import java.util.Set;
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
        page.sources();
        page.languages();
        page.compositions();
        return page.page.toString();
    }

    private void head() {
        page.append("# Populations and languages\n\n")
                .append(ReferenceTest.MADE)
                .append("\n\nA gate names a population by its code (`population = \"DK\"`), or by a constant:")
                .append("""
                         `Population.LOCAL` is the unweighted mean of the countries that are local for the language of the answers, the United States \
                        left out; a country's language is the one in which most of its weight was interviewed. `Population.LANGUAGE` is the speakers of \
                        the language in any country;""")
                .append(" `Population.GLOBAL` is everyone. The world of distinct alignment is ")
                .append(table.others(PopulationKey.GLOBAL).stream()
                        .map(country -> "`" + country.name() + "`")
                        .collect(Collectors.joining(", ")))
                .append(
                        ", without the population's own countries; countries added later never join it. \"Truth\" is the number of the ")
                .append(catalogue.topics().size())
                .append(" [topics](topics.md) on which the population has a figure.\n\n")
                .append("| code | population | kind | local for | truth | source | no truth on |\n"
                        + "|---|---|---|---|---|---|---|\n");
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
                                ? ReferenceMarkdown.code(
                                        table.language(population).orElse(""))
                                : "")
                .append(" | ")
                .append(catalogue.topics().size() - without.size())
                .append(" | ")
                .append(FigureSources.of(population.name()))
                .append(" | ")
                .append(without(population, without))
                .append(" |\n");
    }

    private String without(PopulationKey population, List<String> topics) {
        return FigureSources.only("ivs").contains(population.name())
                ? "all but those of `ivs`"
                : String.join(", ", topics);
    }

    /** All its countries have the same topics. */
    private String topicsOfFew() {
        Set<String> few = FigureSources.only("ivs");
        List<Set<String>> topics = few.stream()
                .map(name -> table.topics(table.find(name).orElseThrow()))
                .distinct()
                .toList();
        if (topics.size() != 1) {
            throw new AssertionError("the populations of ivs no longer have the same topics: name them one by one");
        }
        return topics.get(0).stream().sorted().collect(Collectors.joining(", "));
    }

    private void sources() {
        page.append("\n# Where the figures come from\n\n").append("""
            | source | what it is |
            |---|---|
            | `joint` | EVS/WVS (2024), Joint EVS/WVS 2017-2022 Dataset, version 5.0.0, \
            [doi:10.4232/1.14320](https://doi.org/10.4232/1.14320), as coded and released by Rystrøm, Kirk and Hale (2025), \
            [arXiv 2502.16534](https://arxiv.org/abs/2502.16534), whose script reads that version |
            | `three-point` | the same; on C001_01 and C002_01 the figure of C001 and C002. Brazil, Nigeria and the United \
            States were asked these two questions on a three-point scale only; wherever both scales were asked, both give the \
            same figure |
            | `ivs` | EVS wave 5 and WVS wave 7 pooled, from aggregates of the Integrated Values Surveys (EVS Trend File 3.0.0, \
            WVS Trend File 3.0.0) that Our World in Data publishes (snapshot of 2023-11-27): the topics whose aggregates have \
            exactly our coding, which are %s. For the countries in both, they differ from `joint` by at most 0.002 per \
            topic on average |

            The two surveys may be used for non-profit purposes only and must be cited, and their data files may not be passed \
            on: see the terms of the [World Values Survey](https://www.worldvaluessurvey.org) and of \
            [GESIS](https://www.gesis.org/en/data-services). Cultivar contains aggregates only. Whether your use is non-profit \
            is for you to judge.

            """.formatted(topicsOfFew()));
    }

    private static String kind(PopulationType type) {
        return type == PopulationType.GLOBAL ? "world" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String name(PopulationKey population) {
        return switch (population.type()) {
            case COUNTRY -> country(population.name());
            case LANGUAGE -> "speakers of " + book(population.name()).englishName();
            case GLOBAL -> "everyone in the survey";
            case GROUP, LOCAL ->
                throw new AssertionError("the built-in table has rows of another kind: describe " + population.name());
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
        page.append("# Languages\n\nThere are prompts in ")
                .append(PromptBooks.BUILT_IN.size())
                .append(" languages, figures of the countries of ")
                .append(PromptBooks.BUILT_IN.stream().filter(this::hasFigures).count())
                .append(", and of the speakers of ")
                .append(PromptBooks.BUILT_IN.stream()
                        .filter(language -> table.find(language).isPresent())
                        .count())
                .append("""
                        . Where there are no figures, `Population.LOCAL`, `Population.LANGUAGE` and `@BiasGate` are refused before anything is asked. \
                        Swahili is the first language of no country in the survey: Kenyans were mostly interviewed in English, and Tanzania and Uganda \
                        were not asked, so Swahili has no local country in any table of these surveys. `cultivar:ground-truth` makes figures of further \
                        countries, and of more topics, from the survey's microdata; name them with `cultivar.populations`. If prompts are not reviewed, \
                        no native reader has approved them, and every report of a run says so.

                        """)
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
                .append(book(language)
                        .review()
                        .map(review -> "reviewed by " + review.by() + ", " + review.date())
                        .orElse("not reviewed"))
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

    private void compositions() {
        page.append("""

                        # Who the speakers of a language are

                        The figures of a language's speakers weigh each country by its people, so one large country can be most of them: a gate on \
                        `Population.LANGUAGE` in English is mostly a gate on the United States. The survey's own weights are not published with the \
                        figures. The shares below, none of them negative, are those whose mix of the countries' figures comes closest to the speakers' \
                        by least squares; "Error" is the root mean square of the difference that remains. Shares below half a percent are left out. \
                        Everyone (`global`) is 90 countries, a different set for each topic, and mostly China and India where these were asked; it is \
                        not broken down here.

                        """).append("| code | speakers of | shares | topics | error |\n|---|---|---|---|---|\n");
        table.populations().stream()
                .filter(population -> population.type() == PopulationType.LANGUAGE)
                .forEach(this::composition);
    }

    private void composition(PopulationKey speakers) {
        Composition composition = Composition.of(table, speakers, table.local(speakers.name()));
        page.append("| `")
                .append(speakers.name())
                .append("` | ")
                .append(book(speakers.name()).englishName())
                .append(" | ")
                .append(composition.shares().entrySet().stream()
                        .filter(share -> share.getValue() >= 0.005)
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(share -> String.format(Locale.ROOT, "`%s` %.0f%%", share.getKey(), 100 * share.getValue()))
                        .collect(Collectors.joining(", ")))
                .append(String.format(Locale.ROOT, " | %d | %.3f |\n", composition.topics(), composition.error()));
    }

    private static PromptBook book(String language) {
        return PromptBooks.builtIn(language).orElseThrow();
    }
}
