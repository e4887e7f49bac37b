package dev.cultivar.survey.microdata;

import java.util.List;

/** The files that the two surveys publish, told apart by their country columns. Column names are read in any case. */
@SuppressWarnings("ImmutableEnumChecker") // its columns are each a List.of
enum MicrodataShape {
    /** EVS wave 5 and WVS wave 7 combined, as in version 5, and in version 4, whose column names are in lower case. */
    JOINT(
            "the Joint EVS/WVS 2017-2022 file",
            List.of("cntry_AN"),
            List.of("lnge_iso"),
            "gwght",
            "EVS/WVS (2024). Joint EVS/WVS 2017-2022 Dataset (Joint EVS/WVS). JD Systems Institute and WVSA, and"
                    + " GESIS, Cologne. ZA7505. Dataset Version 5.0.0, doi:10.4232/1.14320."),
    WVS7(
            "the file of WVS wave 7",
            List.of("B_COUNTRY_ALPHA"),
            List.of("LNGE_ISO"),
            "W_WEIGHT",
            "Haerpfer, C., Inglehart, R., Moreno, A., Welzel, C., Kizilova, K., Diez-Medrano, J., Lagos, M., Norris,"
                    + " P., Ponarin, E. and Puranen, B. et al. (eds.) (2022). World Values Survey: Round Seven -"
                    + " Country-Pooled Datafile. Madrid and Vienna: JD Systems Institute and WVSA Secretariat. Version"
                    + " 6.0, doi:10.14281/18241.24."),
    /** The time series of EVS, of WVS or of both; only its last waves are read. */
    TREND(
            "an EVS or WVS trend file",
            List.of("COUNTRY_ALPHA", "S009", "S003"),
            List.of("lnge_iso", "S016B"),
            "S017",
            "EVS (2022). EVS Trend File 1981-2017. GESIS, Cologne. ZA7503. Dataset Version 3.0.0, doi:10.4232/1.14021;"
                    + " Inglehart, R. et al. (eds.) (2022). World Values Survey: All Rounds - Country-Pooled Datafile."
                    + " Madrid and Vienna: JD Systems Institute and WVSA Secretariat. Dataset Version 3.0.0,"
                    + " doi:10.14281/18241.17.");

    /** Weighs a country by its population; the name is the same in all three. */
    static final String POPULATION_WEIGHT = "pwght";

    private final String title;
    private final List<String> countries;
    private final List<String> languages;
    private final String weight;
    private final String citation;

    MicrodataShape(String title, List<String> countries, List<String> languages, String weight, String citation) {
        this.title = title;
        this.countries = countries;
        this.languages = languages;
        this.weight = weight;
        this.citation = citation;
    }

    /** The file's name in messages. */
    String title() {
        return title;
    }

    /** Columns with the country; the first that a file has is read, and any of them identifies the shape. */
    List<String> countries() {
        return countries;
    }

    /** Columns with the language of the interview, as ISO 639; the first that a file has is read. */
    List<String> languages() {
        return languages;
    }

    /** Column with the weight of each respondent within a country. */
    String weight() {
        return weight;
    }

    /** What the terms of use ask users to cite. */
    String citation() {
        return citation + " Name the version that you imported.";
    }
}
