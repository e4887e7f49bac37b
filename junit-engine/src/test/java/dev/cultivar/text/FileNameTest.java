package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"com.example.ValuesTest", "com.example.Outer$Inner", "gpt-4o_mini.2024-08-06", "default-cli"})
    void ordinaryNamesStayAsTheyAre(String name) {
        assertThat(FileName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"planted/perfect-DK,planted_perfect-DK", "../../etc,.._.._etc", "a:b*c,a_b_c", "L\u00E5,L_"})
    void whatCouldLeaveTheFolderOrMeanSomethingBecomesAnUnderscore(String name, String file) {
        assertThat(FileName.of(name)).isEqualTo(file);
    }

    @Test
    void aFileThatPeopleNameInCommandsHasNoDollarSign() {
        assertThat(FileName.forShells("com.example.Outer$Inner")).isEqualTo("com.example.Outer_Inner");
    }
}
