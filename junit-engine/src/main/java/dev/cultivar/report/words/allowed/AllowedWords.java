package dev.cultivar.report.words.allowed;

import dev.cultivar.history.Difference;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run was allowed: who set what, what was left out, and what changed since the baseline. */
public final class AllowedWords {

    public static final String NAME = "What this run was allowed";

    private static final int MOST = 8;
    private static final int MOST_CHARACTERS = 120;

    /** Settings that say where a run ran, not what it asked or decided. */
    private static final Set<String> OF_PLACE = Set.of(
            Settings.OUTPUT.shortName(),
            Settings.ALLURE.shortName(),
            Settings.PROGRESS.shortName(),
            Settings.PRINT.shortName(),
            Settings.POLICY.shortName());

    private AllowedWords() {}

    /** Lines on all suites, one sentence each; the first says whether there is a policy. */
    public static List<String> of(ResultsFile results) {
        List<SuiteInfo> suites = results.run().suites();
        List<String> lines = new ArrayList<>();
        lines.add(policy(suites));
        settings(suites).ifPresent(lines::add);
        leftOut(suites, "Suites of the module that this run left out: ", others(suites))
                .ifPresent(lines::add);
        leftOut(
                        suites,
                        "Models of the suites that a parameter left out: ",
                        suites.stream()
                                .flatMap(suite -> suite.leftOut().models().stream())
                                .distinct()
                                .toList())
                .ifPresent(lines::add);
        leftOut(
                        suites,
                        "Languages of the suites that a parameter left out: ",
                        suites.stream()
                                .flatMap(suite -> suite.leftOut().languages().stream())
                                .distinct()
                                .map(Names::language)
                                .toList())
                .ifPresent(lines::add);
        leftOut(
                        suites,
                        "Skipped topics: ",
                        suites.stream()
                                .flatMap(suite -> suite.leftOut().topics().stream())
                                .toList())
                .ifPresent(lines::add);
        leftOut(
                        suites,
                        "Gates narrowed or left out by a parameter: ",
                        suites.stream()
                                .flatMap(suite -> suite.leftOut().gates().stream())
                                .toList())
                .ifPresent(lines::add);
        if (!results.run().complete()) {
            lines.add("Only part of the planned cells was asked.");
        }
        changed(results).ifPresent(lines::add);
        return lines;
    }

    private static String policy(List<SuiteInfo> suites) {
        Set<String> digests = suites.stream()
                .flatMap(suite -> suite.setting(Settings.POLICY).stream())
                .map(setting -> String.valueOf(setting.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        return digests.isEmpty()
                ? "No policy: only the suites themselves say what they require."
                : "Held to the policy with SHA-256 " + String.join(", ", digests) + ".";
    }

    private static Optional<String> settings(List<SuiteInfo> suites) {
        Set<String> set = new TreeSet<>();
        suites.forEach(suite -> suite.settings().forEach((key, setting) -> {
            String from = from(setting);
            if (from != null && !OF_PLACE.contains(key)) {
                set.add(key + " " + shown(setting.value()) + " (" + from + ")");
            }
        }));
        return set.isEmpty() ? Optional.empty() : Optional.of("Set outside the suite: " + String.join(", ", set) + ".");
    }

    private static @Nullable String from(SettingInfo setting) {
        if (setting.isFrom(Origin.YAML)) {
            return "cultivar.yaml";
        }
        return setting.isFrom(Origin.PARAMETER) ? Objects.requireNonNullElse(setting.given(), "parameter") : null;
    }

    private static String shown(Object value) {
        String text = value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("+"))
                : String.valueOf(value);
        return PlainText.line(text, MOST_CHARACTERS);
    }

    private static List<String> others(List<SuiteInfo> suites) {
        Set<String> others = new TreeSet<>();
        suites.forEach(suite -> others.addAll(suite.leftOut().suites()));
        suites.forEach(suite -> others.remove(suite.suite()));
        return List.copyOf(others);
    }

    private static Optional<String> leftOut(List<SuiteInfo> suites, String start, List<String> names) {
        if (suites.isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        int more = names.size() - MOST;
        return Optional.of(names.stream()
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(", ", start, more > 0 ? " and " + more + " more." : ".")));
    }

    private static Optional<String> changed(ResultsFile results) {
        Set<String> changes = new TreeSet<>();
        results.baselines().stream()
                .flatMap(against -> Stream.ofNullable(against.runs()))
                .flatMap(runs -> runs.differences().stream())
                .forEach(difference -> {
                    if (difference instanceof Difference.OtherSettings other) {
                        changes.addAll(ComparisonWords.moved(other));
                    } else if (difference instanceof Difference.OtherGates other) {
                        changes.addAll(ComparisonWords.moved(other));
                    } else if (difference instanceof Difference.OnlyInBaseline only) {
                        changes.add(only.model() + " in " + Names.language(only.language()) + " then, not asked now");
                    }
                });
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("Changed since the baseline: " + PlainText.line(String.join("; ", changes), 600) + ".");
    }
}
