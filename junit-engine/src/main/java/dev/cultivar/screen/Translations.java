package dev.cultivar.screen;

import dev.cultivar.screen.reading.Reading;
import java.util.regex.Pattern;

/** Tells a model's translation of its own answer from a second answer. */
final class Translations {

    private static final int WINDOW = 200;
    private static final Pattern WORD = Pattern.compile(
            "translat|oversæt|oversat|overset|vertaling|vertaald|tradu[çcz]|übersetz|översätt|翻訳|和訳|英訳|訳[:：]|tafsiri|in"
                    + " english|på engelsk|auf englisch|in het engels|em inglês|en inglés|en anglais|på engelska|英語|kwa"
                    + " kiingereza",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Translations() {}

    /** Whether the lines just above a list say that it is a translation. */
    static boolean announced(Reading list) {
        String above = list.preamble();
        return WORD.matcher(above.substring(Math.max(0, above.length() - WINDOW)))
                .find();
    }
}
