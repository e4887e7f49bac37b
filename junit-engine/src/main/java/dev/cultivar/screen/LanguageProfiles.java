package dev.cultivar.screen;

import dev.cultivar.io.OwnResource;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear model over a text's features: its runs of one to three characters, and its short words. Each feature counts once, and its
 * weights speak for and against languages. The weights of runs are the largest in Apache OpenNLP's language model, rounded;
 * {@code docs/language-check.md} says how they were chosen and how often they are right. Immutable.
 *
 * <p>A script that identifies the language by itself needs neither: each of its letters is worth {@value #LETTER}, about as much as a
 * letter of Latin script contributes.
 */
@SuppressWarnings("EnumOrdinal") // looked up for every letter of every answer
final class LanguageProfiles implements LanguageGuess {

    private static final String RESOURCE = "language-profiles.bin.gz";

    private static final float LETTER = 0.06f;

    /**
     * The languages among the profiles that a letter of a script points to. Kana count three times, because up to two thirds of the
     * letters in a Japanese text are Han.
     */
    private static final Map<UnicodeScript, List<String>> WRITERS = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, List.of("ell")),
            Map.entry(UnicodeScript.HEBREW, List.of("heb")),
            Map.entry(UnicodeScript.ARMENIAN, List.of("hye")),
            Map.entry(UnicodeScript.GEORGIAN, List.of("kat")),
            Map.entry(UnicodeScript.BENGALI, List.of("ben")),
            Map.entry(UnicodeScript.GUJARATI, List.of("guj")),
            Map.entry(UnicodeScript.GURMUKHI, List.of("pan")),
            Map.entry(UnicodeScript.KANNADA, List.of("kan")),
            Map.entry(UnicodeScript.MALAYALAM, List.of("mal")),
            Map.entry(UnicodeScript.SINHALA, List.of("sin")),
            Map.entry(UnicodeScript.TAMIL, List.of("tam")),
            Map.entry(UnicodeScript.TELUGU, List.of("tel")),
            Map.entry(UnicodeScript.THAI, List.of("tha")),
            Map.entry(UnicodeScript.HANGUL, List.of("kor")),
            Map.entry(UnicodeScript.HAN, List.of("cmn")),
            Map.entry(UnicodeScript.HIRAGANA, List.of("jpn", "jpn", "jpn")),
            Map.entry(UnicodeScript.KATAKANA, List.of("jpn", "jpn", "jpn")));

    /** Multiplicative hashing by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Set in the keys of words, so that no word is mistaken for a run. */
    private static final long WORD = Long.MIN_VALUE;

    private final List<String> languages;
    private final int[][] writers = new int[UnicodeScript.values().length][0];

    /** Hash table with open addressing: the keys of runs and words, or 0 for an empty slot. */
    private final long[] keys;

    /** The number of the run or word in a slot; 0 is the number of an empty slot, which has no weights. */
    private final int[] numbers;

    /** Where the weights of a run or word begin, by its number. They are in the order of languages; the next one's weights follow. */
    private final int[] begin;

    /** Where its weights for frequently requested languages end, by its number. */
    private final int[] endOfFrequent;

    private final int frequent;

    private final byte[] language;
    private final float[] weight;

    private LanguageProfiles(DataInputStream in) throws IOException {
        String[] codes = new String[in.readUnsignedByte()];
        frequent = in.readUnsignedByte();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = in.readUTF();
        }
        languages = List.of(codes);
        WRITERS.forEach((script, by) -> writers[script.ordinal()] =
                by.stream().mapToInt(languages::indexOf).toArray());
        int runs = in.readInt();
        int size = runs + in.readInt();
        int slots = Integer.highestOneBit(size) << 2;
        keys = new long[slots];
        numbers = new int[slots];
        begin = new int[size + 2];
        for (int number = 1; number <= size; number++) {
            String text = in.readUTF();
            long key = number <= runs ? run(text) : word(text);
            int slot = slot(key);
            keys[slot] = key;
            numbers[slot] = number;
            begin[number + 1] = begin[number] + in.readUnsignedByte();
        }
        int weights = begin[size + 1];
        float step = in.readFloat();
        language = in.readNBytes(weights);
        weight = new float[weights];
        for (int i = 0; i < weights; i++) {
            weight[i] = in.readByte() * step;
        }
        endOfFrequent = new int[size + 1];
        for (int number = 1; number <= size; number++) {
            int end = begin[number];
            while (end < begin[number + 1] && language[end] < frequent) {
                end++;
            }
            endOfFrequent[number] = end;
        }
    }

    /** The profiles that come with Cultivar; read once, when first needed. */
    static LanguageProfiles builtIn() {
        return BuiltIn.PROFILES;
    }

    @Override
    public List<String> languages() {
        return languages;
    }

    @Override
    public double[] evidence(String text, int[] candidates) {
        boolean all = Arrays.stream(candidates).anyMatch(candidate -> candidate >= frequent);
        double[] evidence = new double[languages.size()];
        long[] seen = new long[(begin.length >> 6) + 1];
        long last = 0;
        long before = ' ';
        long word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? Alphabet.folded(text.charAt(i)) : ' ';
            if (c == ' ' && before == ' ') {
                continue;
            }
            long pair = before << 16 | c;
            add(c, seen, all, evidence);
            add(pair, seen, all, evidence);
            add(last << 32 | pair, seen, all, evidence);
            last = before;
            before = c;
            if (c == ' ') {
                add(word | WORD, seen, all, evidence);
                word = 0;
            } else {
                word = longer(word, c);
            }
            for (int writer : writers[Alphabet.script(c).ordinal()]) {
                evidence[writer] += LETTER;
            }
        }
        return evidence;
    }

    /** Adds the weights of a run or word the first time it is seen. */
    private void add(long key, long[] seen, boolean all, double[] evidence) {
        int number = numbers[slot(key)];
        long bit = 1L << number;
        if ((seen[number >> 6] & bit) == 0) {
            seen[number >> 6] |= bit;
            int end = all ? begin[number + 1] : endOfFrequent[number];
            for (int w = begin[number]; w < end; w++) {
                evidence[language[w]] += weight[w];
            }
        }
    }

    private static long run(String text) {
        return text.chars().asLongStream().reduce(0, (run, c) -> run << 16 | c);
    }

    private static long word(String text) {
        return text.chars().asLongStream().reduce(0, LanguageProfiles::longer) | WORD;
    }

    private static long longer(long word, long c) {
        return (word + c) * GOLDEN;
    }

    /** Where a key is, or would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 40) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static final class BuiltIn {

        private static final LanguageProfiles PROFILES = read();

        private static LanguageProfiles read() {
            try (@Nullable InputStream file = OwnResource.open(LanguageProfiles.class, RESOURCE)) {
                if (file == null) {
                    throw new IllegalStateException(
                            "the language profiles " + RESOURCE + " are not in the engine's jar");
                }
                return new LanguageProfiles(new DataInputStream(new GZIPInputStream(file, 1 << 16)));
            } catch (IOException e) {
                throw new UncheckedIOException("the language profiles " + RESOURCE + " cannot be read", e);
            }
        }
    }
}
