package dev.cultivar.provider;

import org.apiguardian.api.API;

/** Why a model stopped writing. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FinishReason {
    /** The answer was complete. */
    STOP,
    /** It hit the token limit; the last statement may be cut. */
    LENGTH,
    /** The provider's filter stopped it. */
    CONTENT_FILTER,
    /** It called a tool, as asked. */
    TOOL_CALL,
    /** Any other reason, or none given. */
    OTHER
}
