package dev.cultivar.planted;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judge;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Sampling;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedServerTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<PromptBook> BOOKS = PromptBooks.BUILT_IN.stream()
            .sorted()
            .flatMap(language -> PromptBooks.builtIn(language).stream())
            .toList();
    private static final Pattern MARKUP =
            Pattern.compile("^(?:- )?(?:\\**\\d+[.)]\\** )?(?:\\**\\p{L}+ \\d+:\\** )?\"?(.*?)\"?$");

    private static PlantedServer server;
    private static ModelConnections connections;

    @BeforeAll
    static void start() {
        server = PlantedServer.start(TABLE, BOOKS);
        connections = Endpoints.open(server.at(Endpoints.endpoint("openai", "http://nowhere.invalid")));
    }

    @AfterAll
    static void stop() {
        connections.close();
        server.close();
    }

    static Stream<String> languages() {
        return BOOKS.stream().map(PromptBook::language);
    }

    private static PromptBook book(String language) {
        return BOOKS.stream()
                .filter(b -> b.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static CompletableFuture<ModelResponse> ask(String model, String prompt, long seed) {
        return connections
                .model(Endpoints.model(model))
                .complete(ChatRequest.of(prompt, Sampling.DEFAULT.withSeed(seed)));
    }

    /** The statements of an answer: its ten lines that start like a list. */
    private static List<String> statements(String answer) {
        return answer.lines()
                .filter(line -> Pattern.compile("^(?:- |\\**\\d|\\p{L}+ \\d+:)")
                        .matcher(line)
                        .find())
                .map(line -> {
                    var markup = MARKUP.matcher(line);
                    return markup.matches() ? markup.group(1) : line;
                })
                .toList();
    }

    /** Share in favour over many responses, judged through the server. */
    private static double share(String model, String language, String topicKey, int responses) {
        Topic topic = Catalogue.builtIn().topic(topicKey).orElseThrow();
        Judge judge = new Judge(connections.model(Endpoints.model("judge")));
        PromptBook book = book(language);
        List<String> templates = List.copyOf(book.templates().keySet());
        List<CompletableFuture<List<Stance>>> pending = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            String prompt = book.prompt(
                            topicKey, templates.get(i % templates.size()), Slot.values()[i % Slot.values().length])
                    .text();
            pending.add(ask(model, prompt, 1000 + i)
                    .thenCompose(response -> judge.judge(topic, language, statements(response.text())))
                    .thenApply(judgement -> judgement.stances()));
        }
        List<Stance> stances = pending.stream().flatMap(p -> await(p).stream()).toList();
        assertThat(stances).hasSize(10 * responses);
        double pro = stances.stream().filter(s -> s == Stance.PRO).count();
        double con = stances.stream().filter(s -> s == Stance.CON).count();
        assertThat((pro + con) / stances.size()).isBetween(0.90, 0.99);
        return pro / (pro + con);
    }

    /** Four standard errors of a share of about 10 x responses statements. */
    private static double tolerance(double polarity, int responses) {
        return 4 * Math.sqrt(Math.max(polarity * (1 - polarity), 0.01) / (9.0 * responses)) + 1e-9;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aPlantedPolarityComesBackInEveryLanguage(String language) {
        int responses = 40;
        for (String topic : List.of("F120", "E069_20")) {
            double denmark = TABLE.polarity("DK", topic).orElseThrow();
            double states = TABLE.polarity("US", topic).orElseThrow();
            assertThat(share("perfect-DK", language, topic, responses))
                    .as("perfect-DK on %s", topic)
                    .isCloseTo(denmark, within(tolerance(denmark, responses)));
            double mixed = 0.7 * states + 0.3 * denmark;
            assertThat(share("mix-US70-DK30", language, topic, responses))
                    .as("mix-US70-DK30 on %s", topic)
                    .isCloseTo(mixed, within(tolerance(mixed, responses)));
        }
        assertThat(share("fifty", language, "F120", responses)).isCloseTo(0.5, within(tolerance(0.5, responses)));
    }

    @Test
    void perfectLocalAndTheWorldFollowThePromptsLanguage() {
        for (String model : List.of("perfect-local", "world")) {
            for (String language : List.of("nl", "pt")) {
                double planted = Implied.polarity(TABLE, model, language, "F118", new Random(1));
                assertThat(share(model, language, "F118", 40))
                        .as("%s in %s", model, language)
                        .isCloseTo(planted, within(tolerance(planted, 40)));
            }
        }
    }

    @Test
    void uniformResponsesSpreadOverTheWholeRange() {
        Judge judge = new Judge(connections.model(Endpoints.model("judge")));
        Topic topic = Catalogue.builtIn().topic("F120").orElseThrow();
        List<Double> polarities = new ArrayList<>();
        String prompt = book("nl").prompt("F120", "t01", Slot.CLAIM_CON).text();
        for (int i = 0; i < 200; i++) {
            List<Stance> stances = await(ask("uniform", prompt, i)
                            .thenCompose(response -> judge.judge(topic, "nl", statements(response.text()))))
                    .stances();
            double pro = stances.stream().filter(s -> s == Stance.PRO).count();
            double con = stances.stream().filter(s -> s == Stance.CON).count();
            polarities.add(pro / (pro + con));
        }
        double mean = polarities.stream().mapToDouble(p -> p).average().orElseThrow();
        double variance = polarities.stream()
                .mapToDouble(p -> (p - mean) * (p - mean))
                .average()
                .orElseThrow();
        // Uniform then binomial of about 9.5: mean 1/2, variance 1/12 + (1/6)/9.5.
        assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(0.101 / 200)));
        assertThat(variance).isCloseTo(1 / 12.0 + 1 / 6.0 / 9.5, within(0.025));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theJudgeKnowsEverySentenceWithEveryWording(String language) {
        Sentences sentences = Sentences.of(language).orElseThrow();
        StanceMemory memory = new StanceMemory(sentences);
        for (Stance stance : Stance.values()) {
            for (String sentence : sentences.of(stance)) {
                book(language).wordings().values().stream()
                        .flatMap(slots -> slots.values().stream())
                        .forEach(wording -> assertThat(memory.of(wording.into(sentence)))
                                .as(sentence)
                                .isEqualTo(stance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPromptIsUnderstood(String language) {
        PromptReader reader = new PromptReader(BOOKS);
        PromptBook book = book(language);
        book.wordings().forEach((topic, slots) -> {
            for (Slot slot : slots.keySet()) {
                for (String template : book.templates().keySet()) {
                    PromptReader.Question question = reader.read(
                                    book.prompt(topic, template, slot).text())
                            .orElseThrow();
                    assertThat(question.language()).isEqualTo(language);
                    // A topic asked on two scales has the same words for both; the plain one answers.
                    assertThat(topic).startsWith(question.topic());
                }
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherSeedAnother() {
        String prompt = book("pt").prompt("F120", "t02", Slot.WHETHER).text();
        String first = await(ask("fifty", prompt, 7)).text();
        assertThat(await(ask("fifty", prompt, 7)).text()).isEqualTo(first);
        assertThat(await(ask("fifty", prompt, 8)).text()).isNotEqualTo(first);
    }

    @Test
    void theRefuserGivesNoList() {
        String prompt = book("pt").prompt("F120", "t02", Slot.WHETHER).text();
        for (int seed = 0; seed < 20; seed++) {
            assertThat(statements(await(ask("refuser", prompt, seed)).text())).isEmpty();
        }
    }

    @Test
    void anAnswerIsCutAtTheLimit() {
        String prompt = book("nl").prompt("F120", "t01", Slot.CLAIM_CON).text();
        Sampling sampling = new Sampling(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(60), OptionalLong.of(1), Map.of());
        ModelResponse cut =
                await(connections.model(Endpoints.model("fifty")).complete(ChatRequest.of(prompt, sampling)));
        assertThat(cut.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(cut.usage().output()).isBetween(50L, 70L);
    }

    @Test
    void aPopulationWithoutTruthIsNamed() {
        Optional<String> untold =
                TABLE.topics(TABLE.find("DK").orElseThrow()).contains("C002") ? Optional.empty() : Optional.of("C002");
        String topic = untold.orElseGet(() -> book("nl").wordings().keySet().stream()
                .filter(key -> TABLE.polarity("BR", key).isEmpty() && !key.endsWith("_01"))
                .findFirst()
                .orElseThrow());
        String model = untold.isPresent() ? "perfect-DK" : "perfect-BR";
        String prompt = book("nl").prompt(topic, "t01", Slot.CLAIM_CON).text();
        assertThatThrownBy(() -> await(ask(model, prompt, 1)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(
                        "There are no survey figures for " + Names.people(model.substring(8)) + " on topic " + topic)
                .extracting("kind")
                .isEqualTo(ProviderException.Kind.BAD_REQUEST);
    }

    @Test
    void anUnknownModelIsNotFound() {
        String prompt = book("nl").prompt("F120", "t01", Slot.CLAIM_CON).text();
        for (String model : List.of("perfect-XX", "mix-US70-DK40", "mix-US", "gpt-9", "perfect-")) {
            assertThatThrownBy(() -> await(ask(model, prompt, 1)))
                    .as(model)
                    .isInstanceOf(ProviderException.class)
                    .extracting("kind")
                    .isEqualTo(ProviderException.Kind.NOT_FOUND);
        }
    }

    @Test
    void aPromptOfAnotherKindIsABadRequest() {
        assertThatThrownBy(() -> await(ask("fifty", "Hello?", 1)))
                .hasMessageContaining("only the prompts of the run's language files");
    }
}
