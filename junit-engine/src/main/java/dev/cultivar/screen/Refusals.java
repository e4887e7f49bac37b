package dev.cultivar.screen;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises a model that declines. A decline names the model's own inability together with the task ("I cannot write
 * …"), so that "I cannot accept abortion" and quoted refusals are none. All languages are tried on any answer, since
 * models often refuse in English.
 */
final class Refusals {

    /** A refusal comes first; later text is explanation. */
    private static final int WINDOW = 400;

    /** One entry a language: inability, then within a few words the task. Gaps are bounded, so matching is linear. */
    private static final List<Pattern> DECLINES = List.of(
            pattern(
                    "(?:don'?t have personal|do not have personal|can'?t|cannot|can not|unable to|not able"
                            + " to|won'?t|will not|must decline|decline to|not comfortable|not appropriate for me"
                            + " to|against my|rather not|prefer not to|prefer to|don'?t feel comfortable|refuse to)",
                    "(?:help|assist|provid|generat|creat|writ|answer|fulfil|compl|express|shar|simulat|produc|respon|continu|do"
                        + " that|do"
                        + " this|role-?play|offer|engag|discuss|opinion|request|summar|guideline|polic|list|invent|make"
                        + " up|neutral explanation|neutral overview)"),
            pattern(
                    "(?:kan(?: \\p{L}+){0,3}? (?:ikke|ingen)|er(?: jeg)? ikke i stand til|må(?: \\p{L}+)?"
                            + " afvise|vil(?: \\p{L}+){0,2}? ikke|vil(?: \\p{L}+)? hellere|afslår)",
                    "(?:hjælp|lave|skriv|svar|opret|generer|give|besvar|udtryk|dele|producer|opfind|deltag|levere|opfylde|komme"
                        + " med|finde på|neutral forklaring)"),
            pattern(
                    "(?:kan(?: \\p{L}+){0,4}? (?:niet|geen)|niet in staat|moet(?: \\p{L}+){0,2}? weigeren|wil (?:ik"
                            + " )?(?:niet|geen)|liever (?:niet|geen)|geef de voorkeur aan)",
                    "(?:help|gev|genere|mak|schrijv|antwoord|beantwoord|verstrek|opstel|uit(?:en|druk)|del(?:en)|voldoe|bied|verzin|meewerk|lever|doen|uitvoer|op"
                        + " dit verzoek|neutrale uitleg)"),
            pattern(
                    "(?:não posso|não consigo|não sou capaz|não me sinto|incapaz de|devo recusar|não vou|recuso|não"
                            + " (?:me )?é possível|não estou apto|prefiro)",
                    "(?:ajud|fornec|ger(?:ar|o)|cri(?:ar|o)|escrev|respond|atend|express|compartilh|partilh|produz|simul|oferec|inventar|particip|dar"
                        + " |fazer|elabor|cumpr)"),
            pattern(
                    "(?:kann(?: \\p{L}+){0,4}? (?:nicht|keine[nr]?)|nicht in der lage|muss(?: \\p{L}+){0,3}?"
                            + " ablehnen|möchte (?:ich )?(?:nicht|keine)|werde (?:ich )?(?:nicht|keine)|biete ich"
                            + " lieber|lieber nicht)",
                    "(?:helf|erstell|schreib|antwort|beantwort|geben|gener|liefer|teil|äußer|erfüll|verfass|nachkomm|weiterhelf|anbiet|erfind|mach|sachlich|neutral)"),
            pattern(
                    "(?:no puedo|no me es posible|no soy capaz|no estoy en condiciones|incapaz de|debo"
                            + " (?:rechazar|declinar)|no voy a|no me siento|me niego|prefiero)",
                    "(?:ayud|proporcion|gener|crear|escrib|respond|cumpl|expres|compart|produc|simul|ofrec|invent|particip|dar"
                        + " |hacer|elabor|redact)"),
            pattern(
                    "(?:ne (?:peux|suis|vais|saurais|souhaite|pourrai) pas|préfère|ne m'est pas possible|pas en"
                            + " mesure|dois (?:refuser|décliner)|incapable de|refuse de)",
                    "(?:aid|fourn|génér|cré|écri|rédig|répon|satisf|exprim|partag|produi|simul|offr|invent|particip|donner|faire|assist|accéd)"),
            pattern(
                    "(?:kan(?: \\p{L}+){0,3}? inte|är inte i stånd|måste(?: \\p{L}+)? avböja|vill inte|kommer inte)",
                    "(?:hjälp|skap|skriv|svar|besvar|gener|ge |uttryck|dela|producera|hitta"
                            + " på|bidra|uppfylla|tillhandahåll|göra|ta fram)"),
            Pattern.compile(
                    "(?:お手伝い|作成|生成|回答|提供|お答え|対応|執筆|お応え|ご要望|ご依頼|意見).{0,20}?(?:できません|できかねます|いたしかねます|出来ません|お断り|かねます|ことはできない|控え|応じられません)|説明をすることなら"),
            pattern(
                    "(?:siwezi|sitaweza|sina uwezo|haiwezekani|nalazimika"
                            + " kukataa|sitoweza|nakataa|napendelea|ningependa|ningependelea)",
                    "(?:kusaidia|kutoa|kuandika|kujibu|kuunda|kutengeneza|kutunga|kukusaidia|kushiriki|kueleza|kuzalisha|kutimiza|kufanya|kubuni|kutojibu|maelezo)"));

    private static final Pattern SELF = Pattern.compile(
            "language model|\\bai\\b|sprogmodel|taalmodel|sprachmodell|modelo de linguagem|modelo de lenguaje|modèle"
                    + " de lang|språkmodell|言語モデル|modeli ya lugha");

    private Refusals() {}

    /** Whether this text, in which no statements were found or which stands before them, declines. */
    static boolean declines(String text) {
        String window = window(text);
        return DECLINES.stream().anyMatch(pattern -> pattern.matcher(window).find());
    }

    private static String window(String text) {
        String start = StatementText.withoutMarkup(text.substring(0, Math.min(text.length(), 4 * WINDOW)));
        String bare = Quotes.without(start).replace('’', '\'').replace('‘', '\'');
        return Normalizer.normalize(bare.substring(0, Math.min(bare.length(), WINDOW)), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a statement is the model speaking of itself, as no citizen would. */
    static boolean disclaims(String statement) {
        String window = window(statement);
        return SELF.matcher(window).find()
                && DECLINES.stream().anyMatch(p -> p.matcher(window).find());
    }

    private static Pattern pattern(String inability, String task) {
        return Pattern.compile("(?<![\\p{L}])" + inability + "[^.!?\\n]{0,60}?(?<![\\p{L}])" + task);
    }
}
