package dev.cultivar.results.provenance;

import dev.cultivar.gate.GateResult;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command that repeats what was decided: the same prompts with the same seed, as a stochastic evaluation that is run again
 * until it passes proves nothing, and every setting that came from a parameter, as another confidence or settings file decides
 * otherwise.
 */
public final class AgainCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

    private static final String PARAMETER = Origin.PARAMETER.name().toLowerCase(Locale.ROOT);

    /** Settings by their names in the table that are no part of what was decided. */
    private static final Set<String> APART = Set.of(
            "models",
            "languages",
            "responses",
            "seed",
            "store",
            "mode",
            "output",
            "allure.results",
            "progress",
            "printFigures");

    private AgainCommand() {}

    static String ofSuite(String suite, RunSettings settings) {
        return command(suite, settings, models(settings), languages(settings));
    }

    /**
     * Only the model and language of the gate, where it rests on no other. A correction for several gates does: with fewer of
     * them each interval is narrower.
     */
    public static String ofGate(String suite, RunSettings settings, GateResult gate) {
        boolean alone = gate.gate().restsOnOneSample()
                && (!gate.gate().hasInterval() || settings.correction().value().equals("none"));
        return command(
                suite,
                settings,
                alone ? or(gate.model(), models(settings)) : models(settings),
                alone ? or(gate.language(), languages(settings)) : languages(settings));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static String command(String suite, RunSettings settings, String models, String languages) {
        List<String> words = new ArrayList<>();
        words.add(Optional.ofNullable(settings.others().get(Parameters.RERUN))
                .map(start -> PlainText.line(start.value()))
                .orElse("mvn test-compile cultivar:check"));
        words.add(quoted("-Dcultivar.suites=" + suite));
        words.add(quoted("-Dcultivar.models=" + models));
        words.add(quoted("-Dcultivar.languages=" + languages));
        words.add(quoted("-Dcultivar.responses=" + settings.responses().value()));
        words.add(quoted("-Dcultivar.seed=" + settings.seed().value()));
        // In another store everything would be paid for again.
        if (settings.store().origin() == Origin.PARAMETER) {
            words.add(quoted("-Dcultivar.store=" + SettingsTable.store(settings)));
        }
        if (settings.mode().value().equals("replay") && settings.mode().origin() == Origin.PARAMETER) {
            words.add("-Dcultivar.mode=replay");
        }
        SettingsTable.table(settings).forEach((name, setting) -> {
            if (setting.origin().equals(PARAMETER) && !APART.contains(name)) {
                words.add(quoted("-D" + Parameters.PREFIX + name + "=" + setting.value()));
            }
        });
        return String.join(" ", words);
    }

    private static String models(RunSettings settings) {
        return settings.models().value().stream().map(ModelSettings::name).collect(Collectors.joining(","));
    }

    private static String languages(RunSettings settings) {
        return String.join(",", settings.languages().value());
    }

    /** A shell word; names come from a user's files and may hold anything. */
    private static String quoted(String word) {
        String line = PlainText.line(word);
        return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
