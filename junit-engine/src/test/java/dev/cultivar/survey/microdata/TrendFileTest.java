package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrendFileTest extends WithMicrodata {

    @Test
    void theLastWaveOfEitherSurveyIsReadAndTheEarlierOnesAreNot() throws IOException {
        MadeUpFile file = new MadeUpFile("S002VS", "S002EVS", "S003", "COW_ALPHA", "S017", "pwght", "lnge_iso", "F120")
                .row("7", "-4", "276", "GMY", "1", "2", "de", "10")
                .row("-4", "5", "276", "GMY", "3", "2", "de", "1")
                .row("6", "-4", "276", "GMY", "1", "2", "de", "10")
                .row("-4", "4", "40", "AUS", "1", "2", "de", "10");

        ImportedPopulations imported = read(file);

        assertThat(polarity(imported, "DE", "F120")).isEqualTo(0.25, within(1e-12));
        assertThat(polarity(imported, "de", "F120")).isEqualTo(0.25, within(1e-12));
        assertThat(imported.respondents()).isEqualTo(2);
        assertThat(figures(imported)).doesNotContainKey("AT F120");
    }

    @Test
    void theYearTellsTheWaveWhereNothingElseDoes() throws IOException {
        MadeUpFile file = new MadeUpFile("S003", "S020", "S017", "F120")
                .row("276", "2018", "1", "10")
                .row("276", "2013", "1", "1");

        assertThat(polarity(read(file), "DE", "F120")).isEqualTo(1);
    }

    @Test
    void withoutThePeopleOfEachCountryNobodyIsCountedAcrossCountries() throws IOException {
        MadeUpFile file = new MadeUpFile("S002VS", "COUNTRY_ALPHA", "S003", "S016", "S017", "F120")
                .row("7", "JPN", "392", "2190", "1", "10")
                .row("7", "NIR", "909", "1240", "1", "10");

        ImportedPopulations imported = read(file);

        assertThat(figures(imported)).containsOnlyKeys("JP F120", "NIR F120");
        // the file has numbers of its own for languages, so the country's is looked up
        assertThat(figure(imported, "JP", "F120").language()).isEqualTo("ja");
        assertThat(imported.dropped())
                .anySatisfy(dropped -> assertThat(dropped.reason()).contains("pwght"));
    }
}
