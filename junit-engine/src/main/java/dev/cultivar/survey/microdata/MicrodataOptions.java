package dev.cultivar.survey.microdata;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a file is read.
 *
 * @param charset what its text is written in; a mark at its beginning is skipped
 * @param rule what becomes of neutral codes
 * @param groupBy a further column whose values are groups
 */
public record MicrodataOptions(Charset charset, CodingRule rule, Optional<String> groupBy) {

    /** UTF-8, no groups. */
    public static MicrodataOptions of(CodingRule rule) {
        return new MicrodataOptions(StandardCharsets.UTF_8, rule, Optional.empty());
    }
}
