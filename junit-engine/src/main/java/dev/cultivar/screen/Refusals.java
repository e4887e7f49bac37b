package dev.cultivar.screen;

import dev.cultivar.io.OwnResource;
import dev.cultivar.screen.reading.Quotes;
import dev.cultivar.screen.reading.StatementText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Recognises a model that declines. A decline combines the model's own inability with the task ("I cannot write …"), so neither "I cannot
 * accept abortion" nor a quoted refusal counts. Every answer is checked in all languages, because models often refuse in English. For its
 * accuracy see docs/refusals.md.
 */
final class Refusals {

    /** A refusal comes first; later text is explanation. */
    private static final int WINDOW = 400;

    /** Gaps are bounded, so matching is linear. */
    private static final String GAP = "[^.!?\\n]{0,60}?";

    private static final String BEGIN = "(?:^|[.!?,:;—–\\n] ?)";
    private static final String END = " ?(?:$|[.!?。\\n])";

    private static final List<Wording> DECLINES = wordings();

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?]) |(?<=。)(?!$)");

    private static final Wording SELF =
            Wording.of("language model|\\bai\\b|sprogmodel|taalmodel|sprachmodell|\\bki\\b|\\bia\\b"
                    + "|modelo de linguagem|modelo de lenguaje|modèle de lang|språkmodell|言語モデル|aiで|modeli ya lugha");

    private Refusals() {}

    /**
     * A pattern, matched only where it may be found.
     *
     * @param needed texts of which at least one is in every text that matches; empty where nothing is known
     */
    private record Wording(Pattern pattern, List<String> needed) {

        static Wording of(String pattern) {
            return new Wording(Pattern.compile(pattern), NeededText.of(pattern));
        }

        boolean isIn(SearchedText text) {
            return mayBeIn(text) && pattern.matcher(text.text()).find();
        }

        private boolean mayBeIn(SearchedText text) {
            for (String one : needed) {
                if (text.contains(one)) {
                    return true;
                }
            }
            return needed.isEmpty();
        }
    }

    /** Whether this text, which holds no statements or precedes them, declines. */
    static boolean declines(String text) {
        SearchedText window = new SearchedText(window(text));
        for (Wording wording : DECLINES) {
            if (wording.isIn(window)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement is the model speaking about itself, as no citizen would. */
    static boolean disclaims(String statement) {
        return SELF.isIn(new SearchedText(statement.toLowerCase(Locale.ROOT))) && declines(statement);
    }

    /** Whether a statement ends in a refusal, and so is not a statement. One that continues after the refusal is quoting it. */
    static boolean endsDeclining(String statement) {
        String[] sentences = SENTENCES.split(statement, -1);
        return declines(sentences[sentences.length - 1]);
    }

    private static String window(String text) {
        String start = StatementText.withoutMarkup(text.substring(0, Math.min(text.length(), 4 * WINDOW)));
        String bare = Quotes.without(start).replace('’', '\'').replace('‘', '\'');
        return Normalizer.normalize(bare.substring(0, Math.min(bare.length(), WINDOW)), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    private static List<Wording> wordings() {
        try (InputStream in = Objects.requireNonNull(OwnResource.open(Refusals.class, "refusals.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(Refusals::wording)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wording wording(String line) {
        // A pattern begins at the start of a word; Japanese and Chinese have no spaces to show where that is.
        boolean spaced = line.codePoints().noneMatch(Character::isIdeographic);
        String body = line;
        String begin = spaced ? "(?<!\\p{L})" : "";
        if (body.startsWith("^")) {
            begin = BEGIN;
            body = body.substring(1);
        }
        String end = "";
        if (body.endsWith("$")) {
            end = END;
            body = body.substring(0, body.length() - 1);
        }
        String gap = spaced ? GAP + "(?<!\\p{L})" : GAP;
        return new Wording(Pattern.compile(begin + "(?:" + body.replace("~", gap) + ")" + end), NeededText.of(body));
    }
}
