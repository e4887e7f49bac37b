package dev.cultivar.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "dev.cultivar.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_FILES = 30;

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE =
            slices().matching("dev.cultivar.maven.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLASSES_FORM_NO_CIRCLE =
            slices().assignedFrom(new Files()).should().beFreeOfCycles();

    /** The platform is that of the project, in a class loader of its own; what runs in Maven's talks to it through the bridge. */
    @ArchTest
    static final ArchRule ONLY_THE_BRIDGE_KNOWS_JUNIT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cultivar.maven.bridge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule THE_BRIDGE_KNOWS_NOTHING_OF_MAVEN = noClasses()
            .that()
            .resideInAPackage("dev.cultivar.maven.bridge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    @ArchTest
    static void noRoomHasMoreFilesThanOneOverlooks(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((room, files) -> assertThat(files).as(room).isLessThanOrEqualTo(MOST_FILES));
    }

    /** A file is its outermost class and all that is nested in it. */
    private static final class Files implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getPackageName().startsWith("dev.cultivar.maven")
                    ? SliceIdentifier.of(outer.getName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
