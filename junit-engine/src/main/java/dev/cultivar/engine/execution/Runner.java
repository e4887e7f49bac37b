package dev.cultivar.engine.execution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** What started the engine, where names, sources and what is red depend on it. */
public enum Runner {

    /** Surefire or Failsafe. They know no tree: a class is what a leaf's source or the name of its parent says, and skipped is green. */
    SUREFIRE,

    /** Anything else: an IDE, the console launcher, this project's own plugin. They show the tree. */
    OTHER;

    private static final String PROVIDER =
            "META-INF/maven/org.apache.maven.surefire/surefire-junit-platform/pom.properties";

    /** Surefire's own property tells. */
    public static Runner ofThisProcess() {
        return System.getProperty("surefire.test.class.path") != null ? SUREFIRE : OTHER;
    }

    /** Version of the Surefire or Failsafe that runs this process; empty where there is none, or none can be told. */
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
