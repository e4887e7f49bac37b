package dev.cultivar.model.http;

import java.net.SocketTimeoutException;

/** No connection came about in time, so that not a byte was sent. */
final class ConnectTimeoutException extends SocketTimeoutException {

    private static final long serialVersionUID = 1L;

    ConnectTimeoutException() {
        super("connect timed out");
    }
}
