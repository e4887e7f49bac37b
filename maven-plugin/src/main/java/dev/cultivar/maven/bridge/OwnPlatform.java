package dev.cultivar.maven.bridge;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** The JUnit Platform that comes with this plugin, for projects whose own is too old. */
public final class OwnPlatform {

    private OwnPlatform() {}

    /** Its jars. */
    public static List<URL> jars() {
        return Stream.of(Launcher.class, TestEngine.class, JUnitException.class, AssertionFailedError.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toList();
    }
}
