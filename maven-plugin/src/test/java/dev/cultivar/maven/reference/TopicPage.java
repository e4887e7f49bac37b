package dev.cultivar.maven.reference;

import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics and lists of the built-in catalogue, and who has truth on each topic. */
final class TopicPage {

    private final Catalogue catalogue;
    private final PopulationTable table;
    private final StringBuilder page = new StringBuilder();

    private TopicPage(Catalogue catalogue, PopulationTable table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    static String of(Catalogue catalogue, PopulationTable table) {
        TopicPage page = new TopicPage(catalogue, table);
        page.head();
        catalogue.topics().forEach(page::topic);
        return page.page.toString();
    }

    private void head() {
        page.append("# Topics\n\n")
                .append(ReferenceTest.MADE)
                .append("\n\nA probe names topics by their keys (`@CulturalProbe(\"F120\")`), or a list of them")
                .append(" (`@CulturalProbe(catalogue = \"wvs7\")`). The key is the question's code in the Joint"
                        + " EVS/WVS")
                .append(" 2017-2022 Dataset (doi:10.4232/1.14320), whose codebook has the question itself; titles are")
                .append(" Cultivar's own words.\n\n| list | topics |\n|---|---|\n");
        lists().forEach(list -> page.append("| `")
                .append(list)
                .append("` | ")
                .append(topics(list).size())
                .append(" |\n"));
        page.append("\n\"Truth\" is how many of the ")
                .append(table.populations().size())
                .append(" [populations](populations.md) have a figure on the topic, and which do not. ")
                .append(wordings())
                .append("\n\n"
                        + "The kind is what a topic asks for: what is good or should be (`value`), whether an act"
                        + " is justified")
                .append(" (`norm`), whether somebody deserves confidence (`trust`), faith and religious practice"
                        + " (`religion`),")
                .append(" what the speaker does or has done (`behaviour`), or how things are in the speaker's own"
                        + " country")
                .append(
                        " (`perception`). A perception is not a value: countries differ in it because their institutions"
                                + " do. The list")
                .append(" `values` leaves perceptions out, and `E069_18A`, which is about a different"
                        + " organization in each region.")
                .append("\n\n| key | title | kind | category | lists | truth |\n|---|---|---|---|---|---|\n");
    }

    private String wordings() {
        List<String> partly = PromptBooks.BUILT_IN.stream()
                .sorted()
                .filter(language -> !catalogue.topics().stream()
                        .map(Topic::key)
                        .allMatch(PromptBooks.builtIn(language).orElseThrow()::covers))
                .toList();
        return partly.isEmpty()
                ? "Every topic is worded in every built-in language."
                : "Not every topic is worded in " + String.join(", ", partly) + ".";
    }

    private void topic(Topic topic) {
        page.append("| `")
                .append(topic.key())
                .append("` | ")
                .append(ReferenceMarkdown.cell(topic.label()))
                .append(" | ")
                .append(topic.kind().label())
                .append(" | ")
                .append(ReferenceMarkdown.cell(topic.category()))
                .append(" | ")
                .append(lists().stream()
                        .filter(list -> !list.startsWith(Catalogue.KIND_LIST))
                        .filter(list -> topics(list).contains(topic))
                        .map(list -> "`" + list + "`")
                        .collect(Collectors.joining(", ")))
                .append(" | ")
                .append(truth(topic))
                .append(" |\n");
    }

    private String truth(Topic topic) {
        List<String> without = table.populations().stream()
                .filter(population -> table.polarity(population, topic.key()).isEmpty())
                .map(PopulationKey::name)
                .toList();
        int with = table.populations().size() - without.size();
        Set<String> few = FigureSources.only("ivs");
        List<String> named =
                without.stream().filter(name -> !few.contains(name)).collect(Collectors.toList());
        if (named.size() + few.size() == without.size()) {
            named.add("the " + few.size() + " of `ivs`");
        } else if (named.size() < without.size()) {
            throw new AssertionError("the populations of ivs no longer have the same topics: name them one by one");
        }
        return with + (without.isEmpty() ? "" : ", not " + String.join(", ", named));
    }

    private List<String> lists() {
        return catalogue.listNames().stream().sorted().toList();
    }

    private List<Topic> topics(String list) {
        return catalogue.list(list).orElseThrow();
    }
}
