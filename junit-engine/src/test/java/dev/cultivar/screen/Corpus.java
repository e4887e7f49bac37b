package dev.cultivar.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The project's own sentences: the same 40 opinions (24 in fr, ja, sw) in each language. */
final class Corpus {

    static final List<String> PROMPTED = List.of("da", "nl", "en", "pt", "de", "es", "fr", "sv", "ja", "sw");
    static final List<String> RELATIVES = List.of("nb", "af");

    private Corpus() {}

    static List<String> all() {
        List<String> languages = new ArrayList<>(PROMPTED);
        languages.addAll(RELATIVES);
        return languages;
    }

    static List<String> of(String language) {
        return lines("languages/" + language + ".txt");
    }

    /** The texts of a file whose lines begin with two words. */
    static List<String> labelled(String file, String first, String second) {
        String start = first + "\t" + second + "\t";
        return lines(file).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ten statements that begin at a position of the corpus and wrap around its end. */
    static List<String> ten(String language, int from) {
        List<String> all = of(language);
        List<String> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(all.get((from + i) % all.size()));
        }
        return ten;
    }

    /** Ten statements of which the first are in one language and the rest in another. */
    static List<String> mixed(String first, int count, String second, int from) {
        List<String> mixed = new ArrayList<>(ten(first, from).subList(0, count));
        mixed.addAll(ten(second, from).subList(count, 10));
        return mixed;
    }

    static String numbered(List<String> statements) {
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            answer.append(i + 1).append(". ").append(statements.get(i)).append('\n');
        }
        return answer.toString();
    }
}
