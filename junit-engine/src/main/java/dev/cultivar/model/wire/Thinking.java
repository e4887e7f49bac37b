package dev.cultivar.model.wire;

import java.util.regex.Pattern;

/** Reasoning models may think aloud before they answer; their thoughts are not the answer. */
final class Thinking {

    private static final Pattern BLOCK =
            Pattern.compile("\\s*<(think|thinking|reasoning)>.*?</\\1>\\s*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED_ONLY = Pattern.compile("</(think|thinking)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENED_ONLY =
            Pattern.compile("\\s*<(think|thinking)>.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Thinking() {}

    /**
     * The answer without its leading thoughts. Where the opening tag belongs to the model's template only the closing
     * one arrives; where the limit cut the thought only the opening one does, and there is no answer.
     */
    static String strip(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        String rest = text;
        var block = BLOCK.matcher(rest);
        while (block.lookingAt()) {
            rest = rest.substring(block.end());
            block = BLOCK.matcher(rest);
        }
        var closed = CLOSED_ONLY.matcher(rest);
        int end = -1;
        while (closed.find()) {
            end = closed.end();
        }
        if (end >= 0) {
            return rest.substring(end).stripLeading();
        }
        return OPENED_ONLY.matcher(rest).matches() ? "" : rest;
    }
}
