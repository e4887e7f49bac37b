package dev.cultivar.maven.bridge;

import dev.cultivar.settings.Parameters;
import java.util.List;
import java.util.Map;

/** The command that asks one cell again, with the same prompts. */
final class CellCommand {

    /** What decides which prompts a cell has and where answers are; all else is found where it was found this time. */
    private static final List<String> REPEATED = List.of(
            Parameters.CONFIG,
            Parameters.MODELS,
            Parameters.LANGUAGES,
            Parameters.RESPONSES,
            Parameters.SEED,
            Parameters.CATALOGUE,
            Parameters.PROMPTS,
            Parameters.STORE);

    private final Map<String, String> parameters;

    /**
     * @param parameters of the run
     */
    CellCommand(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    String of(String uniqueId) {
        StringBuilder command =
                new StringBuilder(parameters.getOrDefault(Parameters.RERUN, "mvn test-compile cultivar:check"));
        command.append(" -Dcultivar.select=").append(quoted(uniqueId));
        for (String name : REPEATED) {
            String value = parameters.get(name);
            if (value != null) {
                command.append(" -D").append(name).append('=').append(quoted(value));
            }
        }
        return command.toString();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
