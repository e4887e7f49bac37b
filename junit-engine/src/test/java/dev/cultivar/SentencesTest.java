package dev.cultivar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cultivar.report.words.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sentence is never data: facts have none, one room makes them, and nothing but a reader or a writer takes what it made. */
class SentencesTest {

    private static final Set<String> NAMES = Set.of(
            "message",
            "sentence",
            "text",
            "said",
            "why",
            "problem",
            "problems",
            "note",
            "reason",
            "warning",
            "direction",
            "brokeOff",
            "complaints",
            "summary",
            "detail",
            "hint",
            "advice");

    /**
     * What somebody else said: a model, an assertion of a suite, an endpoint, the screen or a judge, the reader of a file; and mistakes of
     * a suite, which keep it from being run.
     */
    private static final Set<String> QUOTED = Set.of(
            "FailedCheck.message",
            "CheckRow.message",
            "BrokeOff.said",
            "SuiteInfo.brokeOff",
            "GatePlan.problems",
            "Line.detail",
            "Loss.reason",
            "FailureReason.reason",
            "Content.text",
            "UnreadableBaseline.problem",
            "Unreadable.problem");

    private static final ArchCondition<JavaClass> HOLD_NO_SENTENCE = new ArchCondition<>("hold no sentence") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> NAMES.contains(field.getName()) && holdsText(field.getType()))
                    .map(field -> type.getSimpleName() + "." + field.getName())
                    .filter(name -> !QUOTED.contains(name))
                    .forEach(name -> events.add(SimpleConditionEvent.violated(type, name)));
        }
    };

    private static boolean holdsText(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isEquivalentTo(String.class));
    }

    private static final ArchRule FACTS_HOLD_NO_SENTENCE = classes()
            .that()
            .areRecords()
            .and(resideInAnyPackage(
                    "dev.cultivar.gate..", "dev.cultivar.results..", "dev.cultivar.history..", "dev.cultivar.run.."))
            .should(HOLD_NO_SENTENCE);

    private static final ArchRule ONLY_WHO_TELLS_PEOPLE_KNOWS_THE_WORDS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cultivar.report..", "dev.cultivar.engine..", "dev.cultivar.service..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cultivar.report.words..");

    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.cultivar");
    }

    @Test
    void factsHoldNoSentenceAndOnlyWhoTellsPeopleKnowsTheWords() {
        JavaClasses house = house();
        FACTS_HOLD_NO_SENTENCE.check(house);
        ONLY_WHO_TELLS_PEOPLE_KNOWS_THE_WORDS.check(house);
    }

    private record PlantedFact(String why, List<String> said, int topics) {}

    private record PlantedLoss(int reason, String population) {}

    private static final class PlantedRoom {
        String told() {
            return Numbers.p(0.5);
        }
    }

    @Test
    void aPlantedSentenceIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedFact.class, PlantedLoss.class);
        assertThat(classes()
                        .should(HOLD_NO_SENTENCE)
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .containsExactlyInAnyOrder("PlantedFact.why", "PlantedFact.said");
    }

    @Test
    void aPlantedRoomThatUsesTheWordsIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedRoom.class);
        assertThat(ONLY_WHO_TELLS_PEOPLE_KNOWS_THE_WORDS.evaluate(planted).hasViolation())
                .isTrue();
    }

    /** Failures that a library tells apart by their words alone. */
    private static final Set<String> LIBRARIES = Set.of(
            "model/http/FailureReader.java: reason.getMessage(", "settings/SettingsFile.java: e.getOriginalMessage(");

    /** What an exception, a fault or a record of {@link #QUOTED} says. */
    private static final Pattern QUOTES = Pattern.compile(
            "\\b(?:\\w+(?:\\(\\))?\\.)+(getMessage|getOriginalMessage|message|summary|said|reason|problem|brokeOff)\\(");

    @Test
    void nobodyReadsWhatTheWordsOrOthersSaid() throws IOException {
        assertThat(readings(calls(wordClasses()), false))
                .as("decide by the facts, not by the wording")
                .isEmpty();
        assertThat(readings(QUOTES, true))
                .as("decide by the facts, not by the wording")
                .allMatch(reading -> LIBRARIES.stream().anyMatch(reading::endsWith));
    }

    private static List<String> readings(Pattern calls, boolean inWords) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path module : List.of(Path.of(""), Path.of("../maven-plugin"))) {
            Path sources = module.resolve("src/main/java/dev/cultivar");
            assertThat(sources).isDirectory();
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                    if (inWords || !file.startsWith(sources.resolve("report/words"))) {
                        readings(calls, Files.readString(file)).forEach(reading -> found.add(file + ": " + reading));
                    }
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (e.getMessage().contains(\"timeout\")) {",
                "String brokeOff = suite.brokeOff();\n return brokeOff.endsWith(\".\") ? \"\" : \".\";",
                "byText.equals(fault.summary())",
                "unreadable.problem().substring(0, 5)"
            })
    void aPlantedReadingOfWhatOthersSaidIsFound(String source) {
        assertThat(readings(QUOTES, source)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (GateSentences.of(row).startsWith(\"Alignment\")) {",
                "GateSentences.of(GateRow.of(suite, verdict(\")\")))\n    .indexOf(\" mvn \")",
                "known.equals(NoteWords.of(note))",
                "String said = NoteWords.of(note);\n int at = said.indexOf(';');",
                "var said = NoteWords.of(note);\n said.split(\";\");",
                "NoteWords.of(notes).replaceAll(\"\\\\(.*\\\\)\", \"\")",
                "NoteWords.of(notes).strip().substring(3)"
            })
    void aPlantedReadingIsFound(String source) {
        assertThat(readings(calls(Set.of("GateSentences", "NoteWords")), source))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.append(GateSentences.of(row));",
                "String told = NoteWords.of(note);\n if (!told.isEmpty()) { text.append(told); }\n other.indexOf(';');",
                "line(text, PlainText.line(NoteWords.of(row), 160)); name.startsWith(\"a\");",
                "rows.stream().map(NoteWords::of).toList().contains(x)"
            })
    void passingOnIsNoReading(String source) {
        assertThat(readings(calls(Set.of("GateSentences", "NoteWords")), source))
                .isEmpty();
    }

    private static final String CUTS =
            "(equals|equalsIgnoreCase|contains|indexOf|lastIndexOf|startsWith|endsWith|matches"
                    + "|replace|replaceAll|replaceFirst|split|substring|compareTo|charAt)";

    private static final Pattern CUT_OF_RESULT =
            Pattern.compile("^(\\s*\\.(strip|trim|toString|orElse)\\([^()]*\\))*\\s*\\." + CUTS + "\\(");

    private static final Pattern ASSIGNED = Pattern.compile("\\b(String|var)\\s+(\\w+)\\s*=\\s*$");

    private static Set<String> wordClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/cultivar/report/words"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Pattern calls(Set<String> wordClasses) {
        return Pattern.compile("\\b(" + String.join("|", wordClasses) + ")\\.\\w+\\(");
    }

    /** Calls of words whose result is compared or cut: at once, as an argument of a comparison, or through a variable. */
    private static List<String> readings(Pattern calls, String source) {
        List<String> found = new ArrayList<>();
        Matcher call = calls.matcher(source);
        while (call.find()) {
            String rest = source.substring(closing(source, call.end()));
            String start = source.substring(0, call.start());
            Matcher assigned = ASSIGNED.matcher(start);
            boolean read = CUT_OF_RESULT.matcher(rest).find()
                    || Pattern.compile("\\." + CUTS + "\\(\\s*$").matcher(start).find()
                    || (assigned.find()
                            && Pattern.compile("\\b" + assigned.group(2) + "\\s*\\." + CUTS + "\\(")
                                    .matcher(rest)
                                    .find());
            if (read) {
                found.add(call.group());
            }
        }
        return found;
    }

    /** Behind the bracket that closes the one before {@code from}; brackets in literals do not count. */
    private static int closing(String source, int from) {
        int open = 1;
        int at = from;
        while (open > 0 && at < source.length()) {
            char c = source.charAt(at++);
            if (c == '"') {
                while (source.charAt(at) != '"') {
                    at += source.charAt(at) == '\\' ? 2 : 1;
                }
                at++;
            } else {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return at;
    }
}
