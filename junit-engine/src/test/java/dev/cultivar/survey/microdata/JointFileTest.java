package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JointFileTest extends WithMicrodata {

    @Test
    void versionFourInLowerCaseGivesWhatVersionFiveGives() throws IOException {
        MadeUpFile five = new MadeUpFile("cntry", "cntry_AN", "lnge_iso", "gwght", "pwght", "F120", "D001_B")
                .row("208", "DK", "da", "2", "1", "10", "1")
                .row("208", "DK", "da", "1", "1", "5", "3");
        MadeUpFile four = new MadeUpFile("cntry", "cntry_an", "lnge_iso", "gwght", "pwght", "f120", "d001_b")
                .row("208", "DK", "da", "2", "1", "10", "1")
                .row("208", "DK", "da", "1", "1", "5", "3");

        assertThat(figures(read(four))).isEqualTo(figures(read(five)));
        assertThat(polarity(read(four), "DK", "F120")).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(polarity(read(four), "DK", "D001_B")).isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void zeroOfTheTwoQuestionsOnDemocracyIsNoAnswerAsInThePaper() throws IOException {
        MadeUpFile file = new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "E233A")
                .row("DK", "da", "1", "1", "0")
                .row("DK", "da", "1", "1", "10");

        assertThat(figure(read(file), "DK", "E233A").n()).isEqualTo(1);
    }
}
