package dev.cultivar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What users and provider authors may build on, and that it leans on nothing that may change without notice. */
@AnalyzeClasses(packages = "dev.cultivar", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

    private static final List<String> OPEN = List.of("dev.cultivar.api", "dev.cultivar.provider");

    @ArchTest
    static void everyTypeThatUsersOrProviderAuthorsSeeSaysHowStableItIs(JavaClasses classes) {
        assertThat(classes.stream().filter(BoundaryTest::isOpen).filter(type -> type.getEnclosingClass()
                        .isEmpty()))
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(type.tryGetAnnotationOfType(API.class))
                        .as(type.getName())
                        .map(API::status)
                        .isNotEmpty()
                        .isNotEqualTo(Optional.of(API.Status.INTERNAL)));
    }

    @ArchTest
    static void everyOtherRoomIsInternal(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(room -> !room.getClasses().isEmpty() && !OPEN.contains(room.getName())))
                .hasSizeGreaterThan(20)
                .allSatisfy(room -> assertThat(room.tryGetAnnotationOfType(API.class))
                        .as(room.getName())
                        .map(API::status)
                        .isEqualTo(Optional.of(API.Status.INTERNAL)));
    }

    @ArchTest
    static void noSignatureThatUsersOrProviderAuthorsSeeNamesAnInternalType(JavaClasses classes) {
        List<String> leaks = new ArrayList<>();
        classes.stream().filter(BoundaryTest::isOpen).forEach(type -> named(type)
                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(named -> !named.isPrimitive() && !isAllowed(named.getPackageName()))
                .forEach(named -> leaks.add(type.getName() + " names " + named.getName())));
        assertThat(leaks).isEmpty();
    }

    /** Types in what others can see of a type: its parents, fields, constructors and methods. */
    private static Stream<JavaType> named(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(
                type.getSuperclass().filter(parent -> adds(parent.toErasure())).stream(),
                type.getInterfaces().stream());
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()))
                .map(field -> field.getType());
        Stream<JavaType> code = type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .flatMap(unit -> Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types));
        return Stream.of(parents, fields, code).flatMap(types -> types);
    }

    /** A parent without a visible member, such as that of all exceptions, shows nothing of itself. */
    private static boolean adds(JavaClass parent) {
        return Stream.concat(parent.getMethods().stream(), parent.getFields().stream())
                .anyMatch(member -> isVisible(member.getModifiers()));
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isOpen(JavaClass type) {
        return OPEN.contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
    }

    private static boolean isAllowed(String room) {
        return OPEN.contains(room)
                || room.startsWith("java.")
                || room.startsWith("org.junit.platform.")
                || room.equals("org.jspecify.annotations");
    }
}
