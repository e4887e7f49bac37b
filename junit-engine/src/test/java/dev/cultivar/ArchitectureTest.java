package dev.cultivar;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.cultivar.text.PlainException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;

@AnalyzeClasses(packages = "dev.cultivar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Top to bottom; rooms of one row do not know each other. */
    private static final List<List<String>> ROWS = List.of(
            List.of("engine"),
            List.of("service"),
            List.of("suite", "report"),
            List.of("results"),
            List.of("policy"),
            List.of("gate"),
            List.of("history"),
            List.of("analysis"),
            List.of("stats"),
            List.of("run"),
            List.of("batch"),
            List.of("store"),
            List.of("planted"),
            List.of("judge", "translate"),
            List.of("screen"),
            List.of("model", "prompt"),
            List.of("provider"),
            List.of("survey"),
            List.of("settings"),
            List.of("text"),
            List.of("io"),
            List.of("api"));

    /**
     * The rooms of {@code report}, top to bottom: who writes which file where, the formats, what they are made of. Page and Allure
     * embed figures, so these stand below the formats; no format knows another.
     */
    private static final List<List<String>> FORMATS = List.of(
            List.of(""),
            List.of("console", "markdown", "page", "allure", "junitxml"),
            List.of("figure"),
            List.of("words"),
            List.of("plot"),
            List.of("html"));

    private static final int MOST_FILES = 30;

    @ArchTest
    static void aRoomImportsOnlyThoseBelowIt(JavaClasses classes) {
        assertThat(new House(classes, ROWS).arrowsUp()).as("data goes one way").isEmpty();
    }

    @ArchTest
    static void noFormatOfAReportImportsAnother(JavaClasses classes) {
        assertThat(new House(classes, ROWS).arrowsUpWithin("report", FORMATS)).isEmpty();
    }

    @ArchTest
    static void roomsWithinARoomFormNoCircle(JavaClasses classes) {
        assertThat(new House(classes, ROWS).circlesOfRooms()).isEmpty();
    }

    @ArchTest
    static void classesWithinARoomFormNoCircle(JavaClasses classes) {
        assertThat(new House(classes, ROWS).circlesOfClasses()).isEmpty();
    }

    @ArchTest
    static void aRoomIsNoHall(JavaClasses classes) {
        assertThat(new House(classes, ROWS).filesByRoom())
                .allSatisfy((room, files) -> assertThat(files).as(room).isLessThanOrEqualTo(MOST_FILES));
    }

    /** Whoever lists the processes of a machine sees their arguments. Git is told a folder and nothing of the settings. */
    @ArchTest
    static final ArchRule NO_PROCESS_IS_STARTED_WHOSE_ARGUMENTS_COULD_HOLD_A_SECRET = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.cultivar.results.provenance.GitChanges")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class)
            .orShould()
            .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exec"))));

    /** Consoles show messages and traces as they are; {@link GroundTest} reads the sources for second sanitisers and file writers. */
    @ArchTest
    static final ArchRule NO_MESSAGE_OF_OURS_HOLDS_WHAT_A_TERMINAL_OBEYS = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .haveSimpleNameEndingWith("Exception")
            .should()
            .beAssignableTo(PlainException.class);

    @ArchTest
    static final ArchRule FILES_ARE_REPLACED_AND_DIGESTS_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cultivar.io..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(MessageDigest.class)
            .orShould()
            .callMethodWhere(target(owner(type(Files.class))).and(target(nameMatching("move"))));

    @ArchTest
    static final ArchRule STATS_KNOWS_NUMBERS_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.cultivar.stats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROWS.stream()
                    .flatMap(List::stream)
                    .filter(room -> !room.equals("stats"))
                    .map(room -> "dev.cultivar." + room + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_AND_THE_READER_OF_SUITES_KNOW_JUNIT = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cultivar.engine..", "dev.cultivar.suite..", "dev.cultivar.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    /** Slim containers have no fonts, and what needs a desktop draws other figures on every machine. */
    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_DESKTOP =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");
}
