package dev.cultivar;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

@AnalyzeClasses(packages = "dev.cultivar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Top to bottom; packages of one row do not know each other. */
    private static final List<List<String>> HOUSE = List.of(
            List.of("engine"),
            List.of("report"),
            List.of("gate"),
            List.of("analysis"),
            List.of("stats"),
            List.of("run"),
            List.of("batch"),
            List.of("store"),
            List.of("baseline"),
            List.of("judge", "translate"),
            List.of("screen"),
            List.of("model", "prompt"),
            List.of("survey"),
            List.of("settings"),
            List.of("api"));

    @ArchTest
    static void aPackageImportsOnlyThoseBelowIt(JavaClasses classes) {
        for (int row = 0; row < HOUSE.size(); row++) {
            for (String room : HOUSE.get(row)) {
                String[] forbidden = forbiddenFor(row, room);
                if (forbidden.length > 0) {
                    noClasses()
                            .that()
                            .resideInAPackage("dev.cultivar." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .because("data goes one way")
                            .check(classes);
                }
            }
        }
    }

    /** Whoever lists the processes of a machine sees their arguments. Git is told a folder and nothing of the settings. */
    @ArchTest
    static final ArchRule NO_PROCESS_IS_STARTED_WHOSE_ARGUMENTS_COULD_HOLD_A_SECRET = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.cultivar.report.GitChanges")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class)
            .orShould()
            .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exec"))));

    @ArchTest
    static final ArchRule STATS_KNOWS_NUMBERS_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.cultivar.stats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HOUSE.stream()
                    .flatMap(List::stream)
                    .filter(room -> !room.equals("stats"))
                    .map(room -> "dev.cultivar." + room + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_KNOWS_JUNIT = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cultivar.engine..", "dev.cultivar.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.cultivar.(*)..")
            .should()
            .beFreeOfCycles();

    private static String[] forbiddenFor(int row, String room) {
        List<String> above = new java.util.ArrayList<>();
        for (int other = 0; other <= row; other++) {
            HOUSE.get(other).stream()
                    .filter(name -> !name.equals(room))
                    .forEach(name -> above.add("dev.cultivar." + name + ".."));
        }
        return above.toArray(String[]::new);
    }
}
