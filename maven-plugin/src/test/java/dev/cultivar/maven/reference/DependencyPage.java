package dev.cultivar.maven.reference;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that users get, as Maven resolved them. The date of a new version is the one thing that is written by hand. */
final class DependencyPage {

    static final String NO_DATE = "YYYY-MM-DD";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(.+?)` \\| (\\S+) \\| ((?:after )?\\d{4}-\\d{2}-\\d{2}) \\|$");

    private DependencyPage() {}

    /** @param page the page as it is, whose dates are kept */
    static String of(Path page, Path descriptor, Path engineClassPath) throws IOException {
        List<Dependency> all = Dependency.ofPlugin(descriptor);
        Set<String> engine = Stream.of(
                        Files.readString(engineClassPath).strip().split(Pattern.quote(File.pathSeparator)))
                .map(jar -> Path.of(jar).getFileName().toString())
                .collect(Collectors.toSet());
        Predicate<Dependency> ofEngine = dependency -> engine.contains(dependency.file());
        if (all.stream().filter(ofEngine).count() != engine.size()) {
            throw new IllegalStateException("The plugin resolves other versions than the engine: " + engine);
        }
        Map<String, String> dates = dates(page);
        return """
                # Dependencies

                Every jar that users get with Cultivar, its version, and the day that version was built for release. The software bill of
                materials (CycloneDX) that is published beside each jar has digests and licences too.
                `mvn -Paudit -pl .,junit-engine,maven-plugin verify` asks [OSV](https://osv.dev) about each of them: it fails if one has a known
                vulnerability, and if it gets no answer. Made from what Maven resolves; only the dates are written by hand.
                """
                + table("On the test class path, with the engine", all, ofEngine, dates)
                + table("In the plugin alone", all, ofEngine.negate(), dates);
    }

    private static String table(
            String title, List<Dependency> all, Predicate<Dependency> which, Map<String, String> dates) {
        return all.stream()
                .filter(which)
                .sorted(Comparator.comparing(Dependency::name))
                .map(dependency -> "| `" + dependency.name() + "` | " + dependency.version() + " | "
                        + dates.getOrDefault(dependency.name() + " " + dependency.version(), NO_DATE) + " |\n")
                .collect(Collectors.joining(
                        "", "\n## " + title + "\n\n| dependency | version | released |\n|---|---|---|\n", ""));
    }

    private static Map<String, String> dates(Path page) throws IOException {
        return ROW.matcher(Files.exists(page) ? Files.readString(page) : "")
                .results()
                .collect(Collectors.toMap(row -> row.group(1) + " " + row.group(2), row -> row.group(3)));
    }
}
