package dev.cultivar.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitCallTest {

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type + ".java", 7);
    }

    @Test
    void whoeverCalledItIsNamed() {
        StackTraceElement probe = frame("org.example.Gate", "abortion");

        assertThat(ExitCall.caller(
                        frame("java.lang.Object", "wait"),
                        frame("java.lang.Shutdown", "exit"),
                        frame("java.lang.Runtime", "exit"),
                        frame("java.lang.System", "exit"),
                        probe,
                        frame("java.lang.Thread", "run")))
                .contains(probe);
        assertThat(ExitCall.caller(frame("java.lang.Runtime", "exit"), probe)).contains(probe);
    }

    /** As Java ends on Ctrl-C. */
    @Test
    void aSignalIsNoCall() {
        assertThat(ExitCall.caller(
                        frame("java.lang.Shutdown", "exit"),
                        frame("java.lang.Terminator$1", "handle"),
                        frame("jdk.internal.misc.Signal$1", "run"),
                        frame("java.lang.Thread", "run")))
                .isEmpty();
    }

    @Test
    void nobodyCalledItWhereNothingEnds() {
        assertThat(ExitCall.caller(frame("java.lang.Thread", "run"))).isEmpty();
    }
}
