package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.ProviderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class PlainExceptionTest {

    @Test
    void aTraceHoldsNothingThatATerminalWouldObey() {
        ProtocolException library =
                new ProtocolException("Unexpected status line: \u009B2J\u001B]0;owned\u0007\u202Egnp");
        library.addSuppressed(new IOException("not closed: \u001B[31m"));

        String trace = trace(new ProviderException(
                ProviderException.Kind.CONNECTION, "broke off (\u009B2J)", new IOException("wrapped", library)));

        assertThat(trace)
                .contains("broke off ()")
                .contains("Caused by: java.io.IOException: wrapped")
                .contains("Caused by: java.net.ProtocolException: Unexpected status line: gnp")
                .contains("Suppressed: java.io.IOException: not closed:")
                .contains("PlainExceptionTest.aTraceHoldsNothing")
                .doesNotContainPattern("[\\p{Cc}&&[^\\r\\n\\t]]|\u202E");
    }

    @Test
    void aCauseThatIsHarmlessStaysItself() {
        IOException cause = new IOException("connection reset", new IOException("by peer"));

        assertThat(new ProviderException(ProviderException.Kind.CONNECTION, "broke off", cause))
                .hasCause(cause);
        assertThat(PlainThrowable.of(cause)).isSameAs(cause);
    }

    @Test
    void aCauseOfOursStaysItselfBelowAForeignOne() {
        ProviderException ours = new ProviderException(ProviderException.Kind.KEY, "no key");

        assertThat(PlainThrowable.of(new IOException("\u009B2J", ours))).hasCause(ours);
    }

    @Test
    void aCircleOfCausesComesToAnEnd() {
        IOException one = new IOException("one \u0007");
        one.initCause(new IOException("other", one));

        assertThat(trace(PlainThrowable.of(one))).contains("java.io.IOException: one ");
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
