package dev.cultivar.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.run.RunRecord;
import org.junit.jupiter.api.Test;

class RerunCommandTest {

    @Test
    void aNameThatAShellWouldReadIsQuoted() {
        RunRecord run = new Reports().build().run();

        assertThat(RerunCommand.ofSuite(
                        "org.example.Outer$Inner; rm 'x'\u001B[1m", run.plan().settings()))
                .contains("'-Dcultivar.suites=org.example.Outer$Inner; rm '\\''x'\\'''");
    }
}
