package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrodataTextTest extends WithMicrodata {

    private MadeUpFile file() {
        return new MadeUpFile("região", "cntry_AN", "lnge_iso", "gwght", "pwght", "F120", "F121")
                .row("São Paulo", "BR", "pt", "1.0", "2", "10", "1")
                .row("Évora", "PT", "pt", "1.0", "1", "1", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void anySeparatorWithAndWithoutAMark(String separator) throws IOException {
        Map<String, Double> known = figures(read(file()));

        assertThat(known).containsEntry("pt F120", 2.0 / 3).containsEntry("BR F121", 0.0);
        assertThat(figures(read(file().separatedBy(separator)))).isEqualTo(known);
        assertThat(figures(read(file().separatedBy(separator).startingWith("\uFEFF"))))
                .isEqualTo(known);
    }

    @Test
    void latinOneIsReadByItsNameAndToldApartFromUtf8() throws IOException {
        MadeUpFile latin = file().in(StandardCharsets.ISO_8859_1);

        assertThat(figures(read(latin, in(StandardCharsets.ISO_8859_1)))).isEqualTo(figures(read(file())));
        assertThat(figures(read(latin, in(Charset.forName("windows-1252"))))).isEqualTo(figures(read(file())));
        assertThatThrownBy(() -> read(latin))
                .isInstanceOf(MicrodataException.class)
                .hasMessageContaining("is not encoded in UTF-8")
                .hasMessageContaining("-Dcultivar.encoding=ISO-8859-1");
    }

    /** R writes NA, Stata a point and a letter, pandas 1.0 or nothing; a German Excel a comma. */
    @Test
    void nothingIsNothingAndANumberIsANumberAsAnyProgramWritesThem() throws IOException {
        MadeUpFile file = new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "F120").separatedBy(";");
        for (String nothing : List.of("", "NA", ".", ".a", ".z", "NaN", "nan", "<NA>", "-1", "-4.0", " ")) {
            file.row("DK", "da", "1", "1", nothing);
        }
        file.row("DK", "da", "1", "1", "10.0")
                .row("DK", "da", "1,5", "1.0", "1,0")
                .row("DK", "da", "0.5", "1", "10");

        PopulationFigure figure = figure(read(file), "DK", "F120");

        assertThat(figure.n()).isEqualTo(3);
        assertThat(figure.polarity()).isEqualTo(1.5 / 3, within(1e-12));
    }
}
