package dev.cultivar.history;

import dev.cultivar.settings.Estimand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gates as older files have them: among the settings, the names of each in one text, as {@code gate bias gpt-4o da US}. What cannot be read
 * so stays a setting.
 */
final class GatesAmongSettings {

    private static final String GATE = "gate ";
    private static final String BASELINE = " against ";
    private static final String OF_FAMILIES = "capability";
    private static final Set<String> ESTIMANDS =
            Arrays.stream(Estimand.values()).map(Estimand::label).collect(Collectors.toSet());

    private GatesAmongSettings() {}

    /** The same run with its gates apart. */
    static BaselineRun read(BaselineRun run) {
        return run.withRuns(run.runs().stream()
                .map(origin -> origin.with(read(origin.provenance(), run.samples())))
                .toList());
    }

    private static BaselineRun.Provenance read(BaselineRun.Provenance kept, List<BaselineRun.Sample> samples) {
        SortedMap<String, String> settings = new TreeMap<>(kept.settings());
        List<BaselineRun.Threshold> gates = new ArrayList<>();
        kept.settings().forEach((name, bound) -> {
            if (name.startsWith(GATE)) {
                key(name.substring(GATE.length()), samples).ifPresent(key -> {
                    gates.add(new BaselineRun.Threshold(key, bound));
                    settings.remove(name);
                });
            }
        });
        return gates.isEmpty()
                ? kept
                : new BaselineRun.Provenance(kept.cultivar(), kept.commit(), kept.dirty(), settings, gates);
    }

    /** Kind, model or family, language, and, where there are some, population, metric, estimand and baseline. */
    private static Optional<GateKey> key(String text, List<BaselineRun.Sample> samples) {
        int end = text.indexOf(BASELINE);
        String baseline = end < 0 ? null : text.substring(end + BASELINE.length());
        String names = (end < 0 ? text : text.substring(0, end)) + " ";
        String kind = names.substring(0, names.indexOf(' '));
        String whom = names.substring(kind.length() + 1);
        if (kind.equals(OF_FAMILIES)) {
            int language = whom.strip().lastIndexOf(' ');
            return language < 0
                    ? Optional.empty()
                    : Optional.of(new GateKey(
                            kind,
                            null,
                            whom.substring(0, language),
                            whom.substring(language).strip(),
                            null,
                            null,
                            null,
                            baseline));
        }
        // A model's name may be how another's begins.
        return samples.stream()
                .filter(sample -> whom.startsWith(start(sample)))
                .max(Comparator.comparingInt(sample -> sample.model().length()))
                .map(sample -> key(kind, sample, whom.substring(start(sample).length()), baseline));
    }

    private static GateKey key(String kind, BaselineRun.Sample sample, String others, @Nullable String baseline) {
        List<String> words = new ArrayList<>(List.of(others.split(" ")));
        String estimand = words.stream().filter(ESTIMANDS::contains).findFirst().orElse(null);
        words.removeAll(ESTIMANDS);
        return new GateKey(
                kind,
                sample.model(),
                null,
                sample.language(),
                words.isEmpty() || words.get(0).isEmpty() ? null : words.get(0),
                words.size() > 1 ? words.get(1) : null,
                estimand,
                baseline);
    }

    private static String start(BaselineRun.Sample sample) {
        return sample.model() + " " + sample.language() + " ";
    }
}
