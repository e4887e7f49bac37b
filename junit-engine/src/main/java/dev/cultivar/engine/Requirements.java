package dev.cultivar.engine;

import dev.cultivar.engine.execution.Runner;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestEngine;

/** Checks what a project needs, so that no gate is lost or fails with just the name of a missing class. */
final class Requirements {

    /** A class that is needed and exists since platform 1.13. */
    private static final String NEEDED = "org.junit.platform.engine.DiscoveryIssue";

    /** The platform's own switch, read here in the same way. */
    private static final String DRY_RUN = "junit.platform.execution.dryRun.enabled";

    private static final Version LEAST_PLATFORM = Version.parse("1.13");

    private static final Version LEAST_SUREFIRE = Version.parse("3.2.5");

    private Requirements() {}

    /**
     * Checks this process. A project's own JUnit may have replaced only a part of the platform; an older launcher would drop discovery
     * issues.
     *
     * @throws JUnitException if something is missing
     */
    static void check(EngineDiscoveryRequest request) {
        try {
            Class.forName(NEEDED, false, TestEngine.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw refusal(oldPlatform(
                    Optional.ofNullable(TestEngine.class.getPackage().getImplementationVersion())));
        }
        Stream<Class<?>> parts = Stream.of(
                TestEngine.class,
                JUnitException.class,
                request.getDiscoveryListener().getClass());
        oldPart(parts.filter(part -> part.getName().startsWith("org.junit.platform."))
                        .flatMap(part -> Stream.ofNullable(part.getPackage().getImplementationVersion())))
                .ifPresent(version -> {
                    throw refusal(oldPlatform(Optional.of(version)));
                });
        Runner.surefireVersion().flatMap(Requirements::oldSurefire).ifPresent(message -> {
            throw refusal(message);
        });
    }

    /**
     * Refuses a dry run, in which the platform reports every leaf as skipped and executes none, so that no leaf could be red.
     *
     * @throws JUnitException if this is a dry run
     */
    static void refuseDryRun(ConfigurationParameters parameters) {
        if (parameters.getBoolean(DRY_RUN).orElse(false)) {
            throw refusal("JUnit's dry run skips every gate and measures nothing: remove " + DRY_RUN
                    + " from junit-platform.properties, the build file and the command line. To see what a suite"
                    + " would ask, run cultivar:plan.");
        }
    }

    /** Also prints the message: the platform wraps what discovery throws, and Surefire shows only the wrapper. */
    private static JUnitException refusal(String message) {
        System.err.println(message);
        return new JUnitException(message);
    }

    /** The version of a part of the platform that is too old, if there is one. */
    static Optional<String> oldPart(Stream<String> versions) {
        return versions.filter(version -> Version.parse(version).compareTo(LEAST_PLATFORM) < 0)
                .findFirst();
    }

    /** Says what to set, and where. */
    static String oldPlatform(Optional<String> version) {
        return "Cultivar needs JUnit 5.13 or later, but the class path has JUnit Platform "
                + version.orElse("before 1.13")
                + ". With spring-boot-starter-parent set the property junit-jupiter.version to 5.13.4 (Gradle:"
                + " ext['junit-jupiter.version'] = '5.13.4'); in any other Maven build import"
                + " org.junit:junit-bom:5.13.4 in dependencyManagement before other BOMs; in Gradle add"
                + " testImplementation(platform('org.junit:junit-bom:5.13.4')).";
    }

    /** Why that version of Surefire is not trusted; empty if it is. */
    static Optional<String> oldSurefire(String version) {
        return Version.parse(version).compareTo(LEAST_SUREFIRE) < 0
                ? Optional.of("Surefire and Failsafe " + version
                        + " are not trusted to fail a build for a gate; set the version of the plugin to 3.2.5"
                        + " or later.")
                : Optional.empty();
    }
}
