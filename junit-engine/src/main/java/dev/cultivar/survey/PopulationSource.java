package dev.cultivar.survey;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which populations answers are compared with.
 *
 * @param own the user's own table, if any
 * @param replace whether the user's table replaces the built-in one; otherwise its populations are added to the built-in ones
 */
public record PopulationSource(Optional<Path> own, boolean replace) {

    public static final PopulationSource BUILT_IN = new PopulationSource(Optional.empty(), false);

    /**
     * Reads the table.
     *
     * @throws SurveyException naming file and line where the user's file is not such a table
     */
    public PopulationTable table() {
        if (own.isEmpty()) {
            return PopulationTable.builtIn();
        }
        PopulationTable table = PopulationTable.read(own.get());
        return replace ? table : PopulationTable.builtIn().with(table);
    }
}
