package dev.cultivar.engine.execution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** What started the engine; names, test sources and the rules for red depend on it. */
public enum Runner {

    /**
     * Surefire or Failsafe. They know no tree: they take a leaf's class from its source or its parent's name, and treat skipped as green.
     */
    SUREFIRE,

    /** Anything else: an IDE, the console launcher, this project's own plugin. They show the tree. */
    OTHER;

    private static final String PROVIDER =
            "META-INF/maven/org.apache.maven.surefire/surefire-junit-platform/pom.properties";

    /** Detected by Surefire's own system property. */
    public static Runner ofThisProcess() {
        return System.getProperty("surefire.test.class.path") != null ? SUREFIRE : OTHER;
    }

    /** Version of the Surefire or Failsafe that runs this process; empty if there is none or its version is unknown. */
    public static Optional<String> surefireVersion() {
        if (ofThisProcess() == OTHER) {
            return Optional.empty();
        }
        try (InputStream file = ClassLoader.getSystemResourceAsStream(PROVIDER)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(file);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
