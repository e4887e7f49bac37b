package dev.cultivar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private int seconds;
    private int done;

    @Test
    void aLongRunTellsOfItsReportsToo() {
        try (ProgressPrinter printer = printer(false)) {
            seconds = 30;
            done = 1200;
            printer.print();
            printer.enter(2400, "computing statistics and deciding 12 gates");
            pass(30);
            printer.print();
            pass(4);
            printer.enter(2400, "writing report.html");
        }

        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Cultivar Gate: 1200 of 2400 responses (50%)"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "Cultivar Gate: 2400 responses are in; computing statistics and deciding 12 gates"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "Cultivar Gate: 2400 responses are in; computing statistics and deciding 12 gates for"
                                                + " 30s"),
                        line -> assertThat(line)
                                .isEqualTo("Cultivar Gate: 2400 responses are in; writing report.html"));
    }

    @Test
    void aRunThatIsSoonOverSaysNothing() {
        try (ProgressPrinter printer = printer(false)) {
            printer.enter(24, "computing statistics and deciding 1 gate");
            printer.enter(24, "writing report.html");
        }

        assertThat(lines()).isEmpty();
    }

    @Test
    void reportsThatTakeLongAreToldOfEvenWhereAskingWasSoonOver() {
        try (ProgressPrinter printer = printer(false)) {
            printer.enter(24, "writing report.html");
            pass(30);
            printer.print();
        }

        assertThat(lines()).containsExactly("Cultivar Gate: 24 responses are in; writing report.html for 30s");
    }

    @Test
    void nothingIsSaidWhileTheLastResponsesAreGathered() {
        try (ProgressPrinter printer = printer(false)) {
            done = 2400;
            printer.print();
        }

        assertThat(lines()).isEmpty();
    }

    @Test
    void onATerminalTheBarStaysFullAndIsGoneAtTheEnd() {
        try (ProgressPrinter printer = printer(true)) {
            seconds = 1;
            done = 1200;
            printer.print();
            printer.enter(2400, "writing report.html");
            pass(2);
            printer.print();
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1))
                .satisfiesExactly(
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).startsWith("[##########..........] 1200 of 2400 responses"),
                        line -> assertThat(line)
                                .isEqualTo("[####################] 2400 responses are in; writing report.html"),
                        line -> assertThat(line)
                                .isEqualTo("[####################] 2400 responses are in; writing report.html for 2s"),
                        line -> assertThat(line).isEmpty());
    }

    private ProgressPrinter printer(boolean terminal) {
        return new ProgressPrinter(
                "Gate",
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                terminal,
                () -> ProgressLineTest.at(seconds, done),
                nanos::get);
    }

    private void pass(int more) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(more));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
