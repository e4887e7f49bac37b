package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Short words that tell a language from those it is taken for. A word that relatives share stands with each of them; one
 * that a language without a list writes too is left out.
 */
final class FunctionWords {

    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry(
                    "eng",
                    "the and of that they their with should would because which this these those have has been are who"
                        + " what when where how more than people think believe his her she we you it not be from about"
                        + " into if must could each every"),
            Map.entry(
                    "dan",
                    "af hvad noget nogle meget mig dig efter uden kun end lige vores jeres burde havde gør nej mellem"
                            + " gennem nu blev hende op ud ind frem forkert rigtigt hvert kvinder tage give jeg og ikke"
                            + " også selv bør være hvis hvordan hvorfor sådan er det til på som har sig var med ved han"
                            + " hun skal kan om"),
            Map.entry(
                    "nob",
                    "av hva noe noen mye meg deg seg etter uten bare enn nei mellom gjennom nå ble henne opp ut inn"
                        + " feil riktig vår våre kvinner hverandre jeg og ikke også selv bør være hvis hvordan hvorfor"
                        + " slik kun hvert frem er det til på som har var med ved han hun skal kan om"),
            Map.entry(
                    "swe",
                    "och att är inte jag för av ett mycket mig vad något några efter utan bara än också mellan genom"
                        + " nu blev henne upp ut in tillbaka fel rätt vår våra deras eller vara ska måste tycker varje"
                        + " alla när där det på som har sig var med han hon kan om"),
            Map.entry(
                    "nld",
                    "het een van ik niet kan om dat zijn met voor maar ook hun zij wordt moet mensen deze naar heeft"
                        + " hebben worden vind vindt geen wel zou alleen iets ze uit bij wij mij je mijn aan omdat"),
            Map.entry(
                    "afr",
                    "kan om nie hulle ek sy mense hierdie vir sal baie wees dit hy die het van moet maar ook aan"
                            + " omdat"),
            Map.entry(
                    "deu",
                    "der die das und ist nicht ich mit ein eine sie auch dass für auf sich von dem zu werden wird"
                            + " haben hat wenn nur aber oder sein ihre menschen sollte muss bei"),
            Map.entry(
                    "por",
                    "não uma os com são mas isso meu minha muito também é dos das pela pelo ao à deve pessoas ser tem"
                            + " há ele ela eles elas nós você acho mais até já em para por"),
            Map.entry(
                    "spa",
                    "el los las y pero más muy también del hay yo ellos ella está están debe gente personas sin hasta"
                            + " ya una con es ser en para por"),
            Map.entry("ita", "il gli che di è non per sono ma anche più della nel alla questo perché una con"),
            Map.entry(
                    "fra",
                    "le les des et est pas je une dans pour qui sur avec ne elle nous vous ils leur plus mais être"
                            + " sont cette ce au du aux"),
            Map.entry("pol", "nie"),
            Map.entry("slk", "nie"),
            Map.entry(
                    "swa",
                    "kwa katika watu wa yangu wake hii kuwa lakini kama sana mimi mtu kila wengi zaidi nadhani wao yao"
                            + " ni"));

    private FunctionWords() {}

    /** Each word with the ISO 639-3 codes of the languages it speaks for. */
    static Map<String, List<String>> languages() {
        Map<String, List<String>> languages = new TreeMap<>();
        new TreeMap<>(BY_LANGUAGE).forEach((language, words) -> {
            for (String word : words.split(" ")) {
                languages.computeIfAbsent(word, w -> new ArrayList<>()).add(language);
            }
        });
        return languages;
    }
}
