package dev.cultivar.survey.microdata;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a file is read.
 *
 * @param charset what its text is written in; a mark at its beginning is skipped
 * @param rule what becomes of neutral codes
 * @param groupBy a further column whose values are groups
 */
public record MicrodataOptions(Charset charset, CodingRule rule, Optional<String> groupBy) {}
