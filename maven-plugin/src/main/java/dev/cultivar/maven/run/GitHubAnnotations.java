package dev.cultivar.maven.run;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.decision.RedCells;
import dev.cultivar.results.decision.Unmeasured;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What made a build red, as GitHub's workflow commands. GitHub shows them beside the suite's source in a pull request. Outside GitHub
 * there are none.
 */
public final class GitHubAnnotations {

    /** GitHub shows no more per step. */
    private static final int MOST = 10;

    /** One line for a red item, and one for how many more there are. */
    private static final int LEAST = 2;

    private static final int LONGEST = 600;

    private final boolean wanted;
    private final @Nullable Path workspace;
    private final List<Path> sources;
    private final int most;

    private GitHubAnnotations(boolean wanted, @Nullable Path workspace, List<Path> sources, int modules) {
        this.wanted = wanted;
        this.workspace = workspace;
        this.sources = sources;
        this.most = Math.max(LEAST, MOST / Math.max(1, modules));
    }

    /**
     * The annotations of a module.
     *
     * @param environment of the process, in which GitHub says that it runs the build and where the repository is
     * @param sources roots of the module's test sources
     * @param modules that share the step's limit
     */
    public static GitHubAnnotations of(Map<String, String> environment, List<String> sources, int modules) {
        return new GitHubAnnotations(
                "true".equals(environment.get("GITHUB_ACTIONS")),
                Optional.ofNullable(environment.get("GITHUB_WORKSPACE"))
                        .filter(path -> !path.isBlank())
                        .map(path -> Path.of(path).toAbsolutePath().normalize())
                        .orElse(null),
                sources.stream().map(Path::of).toList(),
                modules);
    }

    /**
     * Says that nothing was measured, where what went wrong leaves no results.
     *
     * @param why one text for each thing that went wrong
     */
    public List<String> unmeasured(List<String> why) {
        return lines(why, List.of(), List.of(), List.of(), List.of());
    }

    /** Warnings, one per reason why a suite's gates had nothing to compare with; they make no build red. */
    List<String> uncompared(List<GateRow> gates) {
        if (!wanted) {
            return List.of();
        }
        Map<String, List<GateRow>> bySuite = gates.stream()
                .filter(GateRow::uncompared)
                .collect(Collectors.groupingBy(GateRow::suite, LinkedHashMap::new, Collectors.toList()));
        return bySuite.entrySet().stream()
                .flatMap(suite -> MissedGates.uncompared(suite.getValue()).stream()
                        .map(said -> line("warning", suite.getKey(), said)))
                .limit(most)
                .toList();
    }

    /**
     * One line each for what stopped the run, for what else makes the build red as a whole, for gates, failed ones first, for models and
     * languages with unscored cells, and for checks. Gates that were not measured for the same reason share a line. Where there are more
     * lines than GitHub shows, the last says how many are left and whose they are.
     *
     * @param breaches breaches of the policy, and that no gate was decided
     * @param unscored unscored cells that nothing else here mentions
     */
    List<String> lines(
            List<String> errors,
            List<String> breaches,
            List<GateRow> missed,
            List<RedCells> unscored,
            List<CheckRow> failedChecks) {
        if (!wanted) {
            return List.of();
        }
        List<Red> red = Stream.of(
                        errors.stream().map(error -> new Red("", "the run", 1, "not measured: " + error)),
                        breaches.stream().map(breach -> new Red("", "the run", 1, breach)),
                        GateRow.redFirst(missed)
                                .filter(gate -> gate.verdict() == Verdict.FAIL && !gate.wentUnmeasured())
                                .map(GitHubAnnotations::red),
                        Unmeasured.of(missed).stream().map(GitHubAnnotations::red),
                        missed.stream()
                                .filter(gate -> gate.verdict() != Verdict.FAIL)
                                .map(GitHubAnnotations::red),
                        unscored.stream().map(GitHubAnnotations::red),
                        failedChecks.stream().map(GitHubAnnotations::red))
                .flatMap(each -> each)
                .toList();
        int shown = red.size() <= most ? red.size() : most - 1;
        List<String> lines = new ArrayList<>(red.subList(0, shown).stream()
                .map(each -> line("error", each.suite(), each.said()))
                .toList());
        if (shown < red.size()) {
            lines.add("::error title=Cultivar::" + data(PlainText.line(more(red.subList(shown, red.size())), LONGEST)));
        }
        return List.copyOf(lines);
    }

    /** Something red. The text begins with whose it is, what it is and the verdict, because lists show only its first words. */
    private record Red(String suite, String subject, int count, String said) {}

    private static Red red(GateRow gate) {
        return new Red(gate.suite(), gate.subject(), 1, GateLines.line(gate));
    }

    private static Red red(Unmeasured group) {
        GateRow first = group.gates().get(0);
        // If responses were lost, a gate's figures do not say why.
        return group.gates().size() == 1 && !(group.obstacle() instanceof Obstacle.Errors)
                ? red(first)
                : new Red(first.suite(), first.subject(), group.gates().size(), MissedGates.counted(group));
    }

    private static Red red(RedCells cells) {
        return new Red(
                cells.suite(),
                cells.model(),
                cells.cells().size(),
                cells.model() + ": " + DecisionWords.unscored(cells));
    }

    private static Red red(CheckRow check) {
        return new Red(
                check.suite(),
                check.model(),
                1,
                check.model() + ": check of " + check.topic() + " FAIL in " + Names.language(check.language()) + ": "
                        + check.message());
    }

    private String more(List<Red> rest) {
        Map<String, Integer> bySubject = rest.stream()
                .collect(Collectors.groupingBy(Red::subject, LinkedHashMap::new, Collectors.summingInt(Red::count)));
        return rest.stream().mapToInt(Red::count).sum() + " more gates, cells and checks are red: "
                + bySubject.entrySet().stream()
                        .map(each -> each.getValue() + " of " + each.getKey())
                        .collect(Collectors.joining(", "))
                + ". GitHub shows " + MOST + " errors of a step"
                + (most < MOST ? ", which the modules of a build share" : "")
                + "; summary.md and report.html have all.";
    }

    /** The title is the suite's simple name, so that it does not repeat the text. */
    private String line(String command, String suite, String said) {
        String place = source(suite).map(this::place).orElse("");
        String title = suite.isEmpty() ? "Cultivar" : "Cultivar: " + suite.replaceFirst("^.*[.$]", "");
        return "::" + command + " " + place + "title=" + property(title) + "::" + data(PlainText.line(said, LONGEST));
    }

    private String place(Source source) {
        Path file = source.file().toAbsolutePath().normalize();
        String shown = (workspace != null && file.startsWith(workspace) ? workspace.relativize(file) : file)
                .toString()
                .replace('\\', '/');
        return "file=" + property(shown) + "," + (source.line() == 0 ? "" : "line=" + source.line() + ",");
    }

    /** A suite's file and the line of its class, from 1; 0 where the class is not found. */
    private record Source(Path file, int line) {}

    private Optional<Source> source(String suite) {
        String outermost = suite.replaceFirst("\\$.*", "").replace('.', '/');
        String simple = suite.replaceFirst("^.*[.$]", "");
        return sources.stream()
                .flatMap(root -> Stream.of(".java", ".kt").map(ending -> root.resolve(outermost + ending)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new Source(file, declaration(file, simple)));
    }

    private static int declaration(Path file, String simple) {
        Pattern declared = Pattern.compile("(?:^|\\s)(?:class|interface)\\s+" + Pattern.quote(simple) + "\\b");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).strip().matches("(?://|\\*|/\\*).*"))
                    .filter(i -> declared.matcher(lines.get(i)).find())
                    .map(i -> i + 1)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // the file alone says enough
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(PlainText.line(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
