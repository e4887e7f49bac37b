package dev.cultivar.survey;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which populations answers are compared with.
 *
 * @param own a table of the user's own
 * @param replace whether it stands in place of the built-in table; else its populations are added to the built-in ones
 */
public record PopulationSource(Optional<Path> own, boolean replace) {

    public static final PopulationSource BUILT_IN = new PopulationSource(Optional.empty(), false);

    /**
     * Reads the table.
     *
     * @throws SurveyException naming file and line where the user's own is no such table
     */
    public PopulationTable table() {
        if (own.isEmpty()) {
            return PopulationTable.builtIn();
        }
        PopulationTable table = PopulationTable.read(own.get());
        return replace ? table : PopulationTable.builtIn().with(table);
    }
}
