package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {

    @Test
    void aPlatformThatIsTooOldIsSaidInOneLineWithWhatToSetWhere() {
        assertThat(Requirements.oldPlatform(Optional.of("1.12.2")))
                .doesNotContain("\n")
                .contains("JUnit 5.13 or later", "JUnit Platform 1.12.2")
                .contains(
                        "spring-boot-starter-parent", "junit-jupiter.version", "org.junit:junit-bom:5.13.4", "Gradle");
    }

    @Test
    void aPlatformOfWhichOnePartIsTooOldIsTooOld() {
        assertThat(Requirements.oldPart(Stream.of("1.13.4", "1.11.4", "1.13.4")))
                .hasValue("1.11.4");
        assertThat(Requirements.oldPart(Stream.of("1.13.0", "1.14.4", "6.1.0"))).isEmpty();
        assertThat(Requirements.oldPart(Stream.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.22.2", "3.0.0-M7", "3.1.2", "3.2.2"})
    void aSurefireThatWasNeverTriedIsRefusedByName(String version) {
        assertThat(Requirements.oldSurefire(version)).hasValueSatisfying(message -> assertThat(message)
                .contains("Surefire and Failsafe " + version, "3.2.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.3.0", "3.5.3", "3.6.1", "3.10.0", "4.0.0"})
    void oneThatWasTriedOrIsNewerIsNot(String version) {
        assertThat(Requirements.oldSurefire(version)).isEmpty();
    }
}
