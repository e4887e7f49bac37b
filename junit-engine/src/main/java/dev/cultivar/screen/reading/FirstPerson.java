package dev.cultivar.screen.reading;

import java.util.Map;
import java.util.regex.Pattern;

/** Words with which people speak of themselves, in the languages that come with Cultivar. In any other language, nobody seems to. */
public final class FirstPerson {

    private static final Map<String, Pattern> WORDS = Map.of(
            "da", words("jeg|mig|min|mit|mine"),
            "de", words("ich|mich|mir|mein(?:e[mnrs]?)?"),
            "en", Pattern.compile("(?<!\\p{L})(?:I|(?i:me|my|mine|myself))(?!\\p{L})"),
            "es",
                    words(
                            "yo|me|mí|mis?|conmigo|creo|pienso|opino|siento|prefiero|soy|estoy|quiero|apoyo|confío|considero"),
            "fr", words("je|moi|me|mon|ma|mes|[jm]['’]\\p{L}+"),
            "ja", Pattern.compile("私|わたし|僕|俺|と思います|と思う|と考えます|と感じます"),
            "nl", words("ik|mij|me|mijn|mezelf"),
            "pt",
                    words(
                            "eu|me|mim|meus?|minhas?|comigo|acho|acredito|penso|creio|sinto|prefiro|sou|estou|quero|apoio|confio|vou|concordo|discordo"),
            "sv", words("jag|mig|min|mitt|mina"),
            "sw",
                    words(
                            "mimi|kwangu|[ylwzc]h?angu|nina\\p{L}*|ni(?:me|li|ta|si|nge)\\p{L}+|na(?:amini|dhani|fikiri|taka|penda|kubali|pinga|ona|unga)"
                                    + "|si(?:amini|dhani|kubali|wezi|taki|oni|na|ungi)"));

    private FirstPerson() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Whether people speak of themselves in a text.
     *
     * @param language ISO 639-1 code, with or without a region
     */
    public static boolean speaks(String text, String language) {
        Pattern words = ByLanguage.find(WORDS, language);
        return words != null && words.matcher(text).find();
    }
}
