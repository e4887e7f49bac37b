package dev.cultivar.screen;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;

/**
 * Makes the profiles that come with Cultivar from OpenNLP's model: of its runs of characters those that matter most, of
 * their weights the larger ones, rounded. Function words are added.
 */
class ProfileMaker {

    static final Path FILE = Path.of("src/main/resources/dev/cultivar/screen/language-profiles.bin.gz");

    private static final int RUNS = 20_000;

    /** Weights below this are left out; the others are rounded to multiples of the step. */
    private static final double LEAST = 0.008;

    private static final float STEP = 0.004f;

    /** What a function word adds to its languages: about as much as the runs of a short word. */
    private static final float OF_A_WORD = 0.2f;

    @Test
    void write() throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(FILE))) {
            out.write(profiles());
        }
    }

    /** The profiles before they are compressed, as {@link LanguageProfiles} reads them. */
    static byte[] profiles() {
        AbstractModel model = (AbstractModel) OpenNlpGuess.model().getMaxentModel();
        @SuppressWarnings("unchecked") // what the model documents for this place
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        List<String> languages = languages(model);
        int[] places = IntStream.range(0, languages.size())
                .map(outcome -> languages.indexOf(model.getOutcome(outcome)))
                .toArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(languages.size());
            out.writeByte(LanguageCheck.PLAUSIBLE.size());
            for (String language : languages) {
                out.writeUTF(language);
            }
            Map<String, Context> runs = runs(contexts);
            Map<String, List<String>> words = FunctionWords.languages();
            out.writeInt(runs.size());
            out.writeInt(words.size());
            for (Map.Entry<String, Context> run : runs.entrySet()) {
                int before = codes.size();
                addWeights(run.getValue(), places, codes, weights);
                out.writeUTF(run.getKey());
                out.writeByte(codes.size() - before);
            }
            for (Map.Entry<String, List<String>> word : words.entrySet()) {
                for (String language : word.getValue()) {
                    codes.write(languages.indexOf(language));
                    weights.write(Math.round(OF_A_WORD / STEP));
                }
                out.writeUTF(word.getKey());
                out.writeByte(word.getValue().size());
            }
            out.writeFloat(STEP);
            codes.writeTo(out);
            weights.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Context> runs(Map<String, Context> contexts) {
        Map<String, Context> kept = new TreeMap<>();
        contexts.entrySet().stream()
                .filter(run -> isUsed(run.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Context> run) -> -size(run.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RUNS)
                .forEach(run -> kept.put(run.getKey(), run.getValue()));
        return kept;
    }

    /** Letters of scripts that several languages write, alone or at the edge of a word. */
    private static boolean isUsed(String run) {
        return !run.isBlank() && !run.equals("'") && run.chars().allMatch(c -> c == ' ' || isUsed((char) c));
    }

    private static boolean isUsed(char c) {
        return Alphabet.folded(c) == c
                && (c == '\''
                        || switch (UnicodeScript.of(c)) {
                            case LATIN, CYRILLIC, ARABIC, DEVANAGARI, INHERITED -> true;
                            default -> false;
                        });
    }

    /** How much a run says, whatever the language: the sum of its weights without their signs. */
    private static double size(Context run) {
        return Arrays.stream(run.getParameters()).map(Math::abs).sum();
    }

    /** Those that a model may slip into first, since the others are weighed only where they are asked for. */
    private static List<String> languages(AbstractModel model) {
        return IntStream.range(0, model.getNumOutcomes())
                .mapToObj(model::getOutcome)
                .sorted(Comparator.comparing((String code) -> !LanguageCheck.PLAUSIBLE.contains(code))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static void addWeights(
            Context run, int[] places, ByteArrayOutputStream codes, ByteArrayOutputStream weights) {
        double[] byLanguage = new double[places.length];
        for (int i = 0; i < run.getOutcomes().length; i++) {
            byLanguage[places[run.getOutcomes()[i]]] = run.getParameters()[i];
        }
        for (int i = 0; i < byLanguage.length; i++) {
            if (Math.abs(byLanguage[i]) >= LEAST) {
                codes.write(i);
                weights.write((int) Math.max(-127, Math.min(127, Math.round(byLanguage[i] / STEP))));
            }
        }
    }
}
