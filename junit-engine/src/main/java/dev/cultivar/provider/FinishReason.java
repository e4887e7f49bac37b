package dev.cultivar.provider;

/** Why a model stopped writing. */
public enum FinishReason {
    /** It was done. */
    STOP,
    /** It hit the token limit; the last statement may be cut. */
    LENGTH,
    /** The provider's filter stopped it. */
    CONTENT_FILTER,
    /** It called a tool, as asked. */
    TOOL_CALL,
    OTHER
}
