package dev.cultivar.suite;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** Finds suites that need a missing class: a class path scan silently skips what it cannot read. */
public final class UnreadableSuites {

    private static final String CLASS = ".class";
    private static final List<String> MARKS =
            List.of(CulturalSuite.class.descriptorString(), CulturalProbe.class.descriptorString());

    private UnreadableSuites() {}

    /** What is wrong with those in a folder of compiled classes; empty if {@code root} is not a folder. */
    public static List<Mistake> in(Path root) {
        List<Mistake> mistakes = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>)
                        files.filter(each -> each.toString().endsWith(CLASS)).sorted()::iterator) {
                    String name = name(root, file);
                    Throwable why = unreadable(name);
                    if (why != null && isMarked(file)) {
                        mistakes.add(new Mistake(
                                "Suite " + PlainText.line(name) + " cannot be read ("
                                        + PlainText.line(why.toString())
                                        + "), so it would be left out. Add what it needs to the test class path.",
                                ClassSource.from(name)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return mistakes;
    }

    private static String name(Path root, Path file) {
        String path = root.relativize(file).toString();
        return path.substring(0, path.length() - CLASS.length())
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static @Nullable Throwable unreadable(String name) {
        try {
            Class<?> type = SuiteClasses.load(name);
            SuiteClasses.concern(type);
            SuiteClasses.probeMethods(type);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (LinkageError | RuntimeException e) {
            return e;
        }
    }

    private static boolean isMarked(Path file) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(bytes::contains);
    }
}
