package dev.cultivar.screen;

import java.util.List;
import java.util.Locale;

/** Tells an answer that declines from one that is merely no list. */
final class Refusals {

    /** A refusal says so early. */
    private static final int WITHIN = 600;

    private static final List<String> PHRASES = List.of(
            // English
            "i can't",
            "i cannot",
            "i can not",
            "i'm unable",
            "i am unable",
            "i'm not able",
            "i am not able",
            "i won't",
            "i'm sorry",
            "i am sorry",
            "i would rather not",
            "i prefer not",
            "i would prefer",
            "not comfortable",
            "as an ai",
            "as a language model",
            // Danish, Norwegian, Swedish
            "kan ikke hjælpe",
            "jeg kan ikke",
            "jeg kan desværre ikke",
            "desværre ikke",
            "jeg beklager",
            "undskyld, men",
            "som en ai",
            "som sprogmodel",
            "som ai",
            "vil helst ikke",
            "vil hellere",
            "jag kan inte",
            "jag kan tyvärr inte",
            "tyvärr",
            "jag beklagar",
            "som språkmodell",
            "vill helst inte",
            "jag vill hellre",
            // Dutch
            "ik kan niet",
            "ik kan helaas",
            "kan ik niet",
            "kan ik helaas",
            "helaas niet",
            "het spijt me",
            "als taalmodel",
            "als ai",
            "ga ik liever niet",
            "liever niet",
            "ik geef de voorkeur",
            // German
            "ich kann nicht",
            "ich kann leider",
            "kann ich nicht",
            "kann ich leider",
            "tut mir leid",
            "leider nicht",
            "als sprachmodell",
            "als ki",
            "möchte ich nicht",
            "lieber nicht",
            "biete ich lieber",
            "bitte um verständnis",
            // Portuguese
            "não posso",
            "não consigo",
            "não me é possível",
            "não é possível",
            "lamento",
            "desculpe",
            "sinto muito",
            "infelizmente",
            "como modelo de linguagem",
            "como uma ia",
            "prefiro não",
            "prefiro oferecer",
            "prefiro dar",
            // Spanish
            "no puedo",
            "no me es posible",
            "no es posible",
            "lo siento",
            "lamentablemente",
            "lamento",
            "como modelo de lenguaje",
            "como una ia",
            "prefiero no",
            "prefiero ofrecer",
            // French
            "je ne peux pas",
            "je ne peux malheureusement",
            "je suis désolé",
            "je suis dans l'impossibilité",
            "désolé",
            "malheureusement",
            "en tant que modèle",
            "en tant qu'ia",
            "je préfère ne pas",
            "je préfère",
            "il ne m'est pas possible",
            // Japanese
            "できません",
            "できかねます",
            "お答えできない",
            "申し訳",
            "控えさせて",
            "お断り",
            "差し控え",
            "応じられません",
            "いたしかねます",
            // Swahili
            "siwezi",
            "samahani",
            "naomba radhi",
            "sitaweza",
            "kama modeli ya lugha",
            "pole, ",
            "ningependelea");

    private Refusals() {}

    /** @param answer an answer in which no list was found */
    static boolean isRefusal(String answer) {
        String start = answer.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
        String early = start.length() > WITHIN ? start.substring(0, WITHIN) : start;
        return PHRASES.stream().anyMatch(early::contains);
    }
}
