package dev.cultivar.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Review;
import dev.cultivar.prompt.Slot;
import dev.cultivar.prompt.lint.Fault;
import dev.cultivar.provider.ProviderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on a real socket that "translates" by a marker before each sentence. */
class BookTranslationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PromptBook ENGLISH = book("""
        language: en
        name: English
        english-name: English
        reviewed: no
        version: 1
        templates:
          t1: Ask ten people about {topic}, please.
          t2: What would ten strangers say of {topic}?
        wordings:
          A: {claim-pro: the cat on the mat, neutral: a cat}
          B: {claim-pro: the cat on the mat}
        """);

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    /** What the server makes of a sentence; null for an error. */
    private volatile UnaryOperator<String> translator = BookTranslationTest::translated;

    private volatile String finish = "stop";

    private static String translated(String sentence) {
        return sentence.startsWith("xx ") ? sentence.substring(3) : "xx " + sentence;
    }

    private static PromptBook book(String yaml) {
        return PromptBooks.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test");
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return reply(JSON.readTree(request.getBody().utf8()));
                } catch (IOException e) {
                    return new MockResponse.Builder().code(500).build();
                }
            }
        });
        server.start();
    }

    private MockResponse reply(JsonNode body) throws IOException {
        String sentence = body.at("/messages/1/content").asText();
        asked.add(sentence);
        String text = translator.apply(sentence);
        if (text.equals("503")) {
            return new MockResponse.Builder().code(400).body("{}").build();
        }
        return new MockResponse.Builder()
                .setHeader("content-type", "application/json")
                .body(JSON.writeValueAsString(Map.of(
                        "model",
                        "m",
                        "choices",
                        List.of(Map.of(
                                "index",
                                0,
                                "finish_reason",
                                finish,
                                "message",
                                Map.of("role", "assistant", "content", text))))))
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path file() {
        return folder.resolve("it.yaml");
    }

    private BookTranslation.Outcome translate() {
        try (ModelConnections connections =
                Endpoints.open(Endpoints.endpoint("openai", server.url("/v1").toString()))) {
            var model = connections.model(Endpoints.model("m"));
            return new BookTranslation(model, model, TargetLanguage.of("it")).into(ENGLISH, file());
        }
    }

    private PromptBook written() throws IOException {
        return PromptBooks.read(Files.newInputStream(file()), "it.yaml");
    }

    @Test
    void everySentenceComesWithItsBackTranslationAndIsUnreviewed() throws IOException {
        BookTranslation.Outcome outcome = translate();

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.added())
                .as("one sentence is of two topics and asked once")
                .isEqualTo(4);
        assertThat(asked).hasSize(8);
        PromptBook book = written();
        assertThat(book.reviewed()).isFalse();
        assertThat(book.englishName()).isEqualTo("Italian");
        assertThat(book.prompt("A", "t1", Slot.NEUTRAL).text()).isEqualTo("xx Ask ten people about xx a cat, please.");
        assertThat(book.wordings("B")).containsOnlyKeys(Slot.CLAIM_PRO);
        assertThat(Files.readString(file()))
                .contains("source: Ask ten people about {topic}, please.")
                .contains("back: Ask ten people about {topic}, please.")
                .contains("similarity: 1.0")
                .contains("status: unreviewed");
    }

    @Test
    void aSecondRunAsksNothingAndKeepsWhatAPersonChanged() throws IOException {
        translate();
        asked.clear();
        String byHand = Files.readString(file())
                .replace("xx a cat", "un gatto")
                .replaceFirst("status: unreviewed", "status: reviewed");
        Files.writeString(file(), byHand);

        assertThat(translate().kept()).isEqualTo(4);

        assertThat(asked).isEmpty();
        assertThat(Files.readString(file())).contains("un gatto").contains("status: reviewed");
        String signed = byHand.replace("reviewed: false", "reviewed: {by: Anna Rossi, date: 2026-11-29}");
        Files.writeString(file(), signed);
        assertThatThrownBy(this::written).as("three sentences are not").hasMessageContaining("signed by Anna Rossi");
        Files.writeString(file(), signed.replace("status: unreviewed", "status: reviewed"));
        assertThat(written().review()).contains(new Review("Anna Rossi", LocalDate.of(2026, 11, 29)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chiedi a dieci persone, per favore.",
                "Chiedi {topic} a dieci persone di {topic}.",
                "Chiedi a dieci persone di {argomento}.",
                "I'm sorry, but I cannot help with that request.",
                "",
                "Ask ten people about {topic}, please."
            })
    void aBadAnswerIsAskedForAgainAndNeverWritten(String bad) throws IOException {
        translator = sentence -> sentence.equals("Ask ten people about {topic}, please.") ? bad : translated(sentence);

        BookTranslation.Outcome outcome = translate();

        assertThat(outcome.problems()).hasSize(1);
        assertThat(outcome.problems().get(0)).startsWith("'Ask ten people about {topic}, please.' was not translated");
        assertThat(asked.stream().filter("Ask ten people about {topic}, please."::equals))
                .hasSize(3);
        assertThat(written().templates()).containsOnlyKeys("t2");

        translator = BookTranslationTest::translated;
        assertThat(translate().added()).as("only what is missing").isEqualTo(1);
        assertThat(written().templates()).containsOnlyKeys("t1", "t2");
    }

    @Test
    void theLintReadsTheDraft() {
        translator =
                sentence -> sentence.equals("the cat on the mat") ? "xx “the cat on the mat”" : translated(sentence);

        assertThat(translate().faults())
                .extracting(Fault::toString)
                .contains(
                        "A claim-pro: is quoted where the master is not, or the other way round ('the cat on the mat')")
                .contains("A whether: is missing");
    }

    @Test
    void anAnswerCutAtTheTokenLimitIsNotWritten() throws IOException {
        finish = "length";

        assertThat(translate().problems()).hasSize(4).allMatch(problem -> problem.contains("token limit"));
        assertThat(written().templates()).isEmpty();
    }

    @Test
    void whatWasTranslatedBeforeTheEndpointFailedIsKept() throws IOException {
        translator = sentence -> sentence.contains("strangers") ? "503" : translated(sentence);

        assertThatThrownBy(this::translate).isInstanceOf(ProviderException.class);

        assertThat(written().templates()).containsOnlyKeys("t1");
    }

    @Test
    void aFileThatIsNoDraftIsLeftAlone() throws IOException {
        String own = "language: it\nname: i\nenglish-name: I\nreviewed: no\nversion: 1\ntemplates: {t: '{topic}'}\n"
                + "wordings: {}\n";
        Files.writeString(file(), own);

        assertThatThrownBy(this::translate)
                .isInstanceOf(TranslationException.class)
                .hasMessageContaining("was not written by cultivar:translate");
        assertThat(Files.readString(file())).isEqualTo(own);
        assertThat(asked).isEmpty();
    }

    @Test
    void similarityIsTheCosineOfWordCounts() {
        assertThat(Similarity.of("the cat", "The cat")).isEqualTo(1);
        assertThat(Similarity.of("the cat", "a dog")).isZero();
        // (1,1,0) and (1,0,1): 1 / (sqrt 2 * sqrt 2)
        assertThat(Similarity.of("the cat", "the dog")).isCloseTo(0.5, within(0.005));
    }

    @Test
    void aCodeThatNamesNoLanguageIsRefused() {
        assertThatThrownBy(() -> TargetLanguage.of("qq")).hasMessageContaining("'qq' is not a language code");
        assertThatThrownBy(() -> TargetLanguage.of("en")).hasMessageContaining("name another one");
        assertThat(TargetLanguage.of("sw").englishName()).isEqualTo("Swahili");
    }
}
