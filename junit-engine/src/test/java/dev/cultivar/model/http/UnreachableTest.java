package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class UnreachableTest {

    @Test
    void whereNoConnectionCameAboutInTimeNotAByteWasSent() {
        assertThat(FailureReader.isUnreachable(new DirectLink.ConnectTimeout())).isTrue();
        assertThat(FailureReader.isUnreachable(new ConnectException("refused"))).isTrue();
        assertThat(FailureReader.isUnreachable(new SocketTimeoutException("Connect timed out")))
                .as("as the JDK says it, whose type does not")
                .isTrue();
    }

    @Test
    void anAnswerThatCameTooLateWasAskedForOfSomebodyWhoIsThere() {
        assertThat(FailureReader.isUnreachable(new SocketTimeoutException("timeout")))
                .isFalse();
        assertThat(FailureReader.isUnreachable(null)).isFalse();
    }
}
