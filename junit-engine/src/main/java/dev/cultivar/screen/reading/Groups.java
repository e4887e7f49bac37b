package dev.cultivar.screen.reading;

import dev.cultivar.io.OwnResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements about what some of those asked think, not about what one person does: "Some respondents might be in favour". A person who
 * speaks about others says "I" as well: "Most people are against it, but I am not".
 */
public final class Groups {

    /** Up to two words, such as "of the" or "younger". */
    private static final String BETWEEN = "(?: [\\p{L}'’-]+){0,2}?";

    private static final Map<String, Pattern> BEGINNINGS = beginnings();

    private Groups() {}

    /**
     * How many statements begin with a group as their subject, in the languages that come with Cultivar. In any other language, none seems
     * to.
     *
     * @param language ISO 639-1 code, with or without a region
     */
    public static int among(List<String> statements, String language) {
        Pattern beginning = ByLanguage.find(BEGINNINGS, language);
        return beginning == null
                ? 0
                : (int) statements.stream()
                        .filter(said -> beginning.matcher(said).lookingAt())
                        .filter(said -> !FirstPerson.speaks(said, language))
                        .count();
    }

    private static Map<String, Pattern> beginnings() {
        try (InputStream in = Objects.requireNonNull(OwnResource.open(Groups.class, "groups.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.groupingBy(
                            row -> row[0],
                            Collectors.mapping(row -> row[1].replace(" ~ ", BETWEEN + " "), Collectors.joining("|"))))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> beginning(entry.getKey(), entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern beginning(String language, String alternatives) {
        String end = language.equals("ja") ? "" : "(?!\\p{L})";
        return Pattern.compile(
                "\\P{L}{0,3}(?:" + alternatives + ")" + end, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
