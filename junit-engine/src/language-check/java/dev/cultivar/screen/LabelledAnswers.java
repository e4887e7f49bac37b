package dev.cultivar.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cultivar.ReferenceData;
import dev.cultivar.provider.FinishReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Answers of which a reader knows the language, by kind. */
final class LabelledAnswers {

    private static final List<String> CASES_KEPT = List.of("SCORED", "WRONG_COUNT");

    private final Map<String, List<Answer>> byKind = new LinkedHashMap<>();
    private final Map<String, List<String>> statements = new LinkedHashMap<>();

    /**
     * One answer.
     *
     * @param asked the language of the prompt
     * @param accepted whether the answer is in it
     */
    record Answer(List<String> statements, String asked, boolean accepted) {}

    private LabelledAnswers() {}

    static LabelledAnswers all() throws IOException {
        LabelledAnswers all = new LabelledAnswers();
        all.addCorpus();
        all.addPlanted();
        all.addReal();
        all.addCases();
        return all;
    }

    Map<String, List<Answer>> byKind() {
        return byKind;
    }

    /** Single statements by the language they are in. */
    Map<String, List<String>> statements() {
        return statements;
    }

    private void addCorpus() {
        for (String language : Corpus.all()) {
            Corpus.of(language).forEach(statement -> addStatement(language, statement));
            for (int from = 0; from < Corpus.of(language).size(); from++) {
                List<String> own = Corpus.ten(language, from);
                List<String> brief = each(own, LabelledAnswers::beginning);
                add("opinions, in the language asked", own, language, true);
                add("their first words, in the language asked", brief, language, true);
                for (String other : Corpus.all()) {
                    if (!other.equals(language)) {
                        addMixed(language, other, from);
                    }
                }
            }
        }
    }

    private void addMixed(String language, String other, int from) {
        List<String> foreign = Corpus.ten(other, from);
        add("opinions, in another language", foreign, language, false);
        add("their first words, in another language", each(foreign, LabelledAnswers::beginning), language, false);
        add("one of ten in another language", Corpus.mixed(other, 1, language, from), language, true);
        add("five of ten in another language", Corpus.mixed(language, 5, other, from), language, false);
        List<String> own = Corpus.ten(language, from);
        List<String> halves = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            halves.add(half(own.get(i), 0) + " " + half(foreign.get(i), 1));
            names.add(own.get(i) + " (" + beginning(foreign.get(i)) + ")");
        }
        add("each statement changes language half way", halves, language, false);
        add("each statement ends with a few foreign words", names, language, true);
    }

    private void addPlanted() throws IOException {
        for (String language : Corpus.PROMPTED) {
            List<String> sentences = new ArrayList<>();
            for (String side : List.of("pro", "con", "neutral")) {
                resource("planted/" + language).path(side).forEach(s -> sentences.add(s.asText()));
            }
            List<String> topics = new ArrayList<>();
            texts(resource("prompt/" + language).path("wordings"), topics);
            List<String> statements = new ArrayList<>();
            for (int i = 0; i < topics.size(); i++) {
                String sentence = sentences.get(i % sentences.size());
                statements.add(sentence.replace("{topic}", topics.get(i)));
            }
            statements.forEach(statement -> addStatement(language, statement));
            for (int from = 0; from + 10 <= statements.size(); from += 10) {
                List<String> ten = statements.subList(from, from + 10);
                for (String asked : Corpus.all()) {
                    boolean own = asked.equals(language);
                    add("planted models, " + (own ? "as asked" : "asked for another"), ten, asked, own);
                }
            }
        }
    }

    private void addReal() throws IOException {
        List<String> answers = RealAnswersTest.answers();
        for (int line = 1; line <= answers.size(); line++) {
            String language = RealAnswersTest.language(line);
            List<String> read = WholeStatements.of(StatementReader.read(answers.get(line - 1)), FinishReason.OTHER);
            read.forEach(statement -> addStatement(language, statement));
            for (String asked : Corpus.all()) {
                boolean own = asked.equals(language);
                add("Gemma's answers, " + (own ? "as asked" : "asked for another"), read, asked, own);
            }
        }
    }

    private void addCases() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(ReferenceData.file("../cases/screen.jsonl"))) {
            JsonNode one = json.readTree(line);
            if (CASES_KEPT.contains(one.path("expect").asText())
                    && !one.path("statements").isEmpty()) {
                List<String> read = new ArrayList<>();
                one.path("statements").forEach(statement -> read.add(statement.asText()));
                for (String asked : Corpus.all()) {
                    boolean own = asked.equals(one.path("language").asText());
                    add("shapes of answers, " + (own ? "as asked" : "asked for another"), read, asked, own);
                }
            }
        }
    }

    private void add(String kind, List<String> answer, String asked, boolean accepted) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Answer(List.copyOf(answer), asked, accepted));
    }

    private void addStatement(String language, String statement) {
        statements.computeIfAbsent(language, l -> new ArrayList<>()).add(statement);
    }

    private static List<String> each(List<String> statements, UnaryOperator<String> change) {
        return statements.stream().map(change).toList();
    }

    /** Four words; ten characters where words are not parted by spaces. */
    static String beginning(String statement) {
        String[] words = statement.split(" ");
        return words.length < 4
                ? statement.substring(0, Math.min(10, statement.length()))
                : String.join(" ", List.of(words).subList(0, 4));
    }

    private static String half(String statement, int which) {
        String[] parts = statement.split(statement.contains(" ") ? "(?<= )" : "");
        int middle = parts.length / 2;
        return String.join(
                "",
                which == 0 ? List.of(parts).subList(0, middle) : List.of(parts).subList(middle, parts.length));
    }

    private static void texts(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            found.add(node.asText());
        }
        node.forEach(child -> texts(child, found));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = LabelledAnswers.class.getResourceAsStream("/dev/cultivar/" + name + ".yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        }
    }
}
