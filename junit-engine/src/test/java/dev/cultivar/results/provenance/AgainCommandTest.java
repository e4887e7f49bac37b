package dev.cultivar.results.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.report.Reports;
import dev.cultivar.run.response.RunRecord;
import org.junit.jupiter.api.Test;

class AgainCommandTest {

    @Test
    void aNameThatAShellWouldReadIsQuoted() {
        RunRecord run = new Reports().build().run();

        assertThat(AgainCommand.ofSuite(
                        "org.example.Outer$Inner; rm 'x'\u001B[1m", run.plan().settings()))
                .contains("'-Dcultivar.suites=org.example.Outer$Inner; rm '\\''x'\\'''");
    }
}
