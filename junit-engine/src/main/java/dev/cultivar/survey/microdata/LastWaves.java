package dev.cultivar.survey.microdata;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The waves that truth is made from: EVS 5 and WVS 7, both fielded from 2017 on. A trend file has the earlier waves too.
 *
 * @param columns least value that a respondent must have to be read, by index of the column; one of the columns is enough
 */
record LastWaves(Map<Integer, Integer> columns) {

    /** Last waves by name of their column, in lower case. The year decides only in a file that does not state the wave. */
    private static final Map<String, Integer> WAVE = Map.of("s002vs", 7, "s002evs", 5);

    private static final String YEAR = "s020";
    private static final int FIRST_YEAR = 2017;

    LastWaves {
        columns = Map.copyOf(columns);
    }

    /** @param index of each column by its name in lower case */
    static LastWaves of(Map<String, Integer> index, String source) {
        Map<Integer, Integer> waves = new HashMap<>();
        WAVE.forEach((name, wave) -> {
            Integer at = index.get(name);
            if (at != null) {
                waves.put(at, wave);
            }
        });
        Integer year = index.get(YEAR);
        if (waves.isEmpty() && year != null) {
            waves.put(year, FIRST_YEAR);
        }
        if (waves.isEmpty()) {
            throw new MicrodataException(source + " is " + MicrodataShape.TREND.title()
                    + " and has none of the columns S002VS, S002EVS and S020, so that its last wave cannot be told"
                    + " apart from the earlier ones. If you cut the file down, keep one of them.");
        }
        return new LastWaves(waves);
    }

    /** Whether a respondent belongs to one of these waves; everyone does in a file without earlier ones. */
    boolean include(Function<Integer, String> field) {
        return columns.isEmpty()
                || columns.entrySet().stream()
                        .anyMatch(column ->
                                FieldText.number(field.apply(column.getKey())).orElse(0) >= column.getValue());
    }
}
