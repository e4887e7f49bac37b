package dev.cultivar.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Chat completions over HTTP. */
final class ChatHandler implements HttpHandler {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BODY_CAP = 4 * 1024 * 1024;
    private static final double TOKENS_PER_WORD = 1.3;
    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final char FIRST_WIDE = '\u3000';

    private final PlantedAnswers answers;
    private final PlantedJudge judge;

    ChatHandler(PlantedAnswers answers, PlantedJudge judge) {
        this.answers = answers;
        this.judge = judge;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            ObjectNode reply;
            try {
                reply = reply(exchange);
            } catch (PlantedModelException e) {
                status = e.status();
                reply = error(e);
            }
            byte[] bytes = MAPPER.writeValueAsBytes(reply);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode reply(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_CAP);
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new PlantedModelException(405, "method_not_allowed", "Only POST is served here.");
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new PlantedModelException(400, "invalid_json", "The request is not JSON.");
        }
        ChatAsk ask = ChatAsk.of(tree);
        boolean judging = ask.model().equals("judge");
        String whole = judging ? judge.answer(ask) : answers.answer(ask);
        String text = ask.maxTokens().isPresent() ? cut(whole, ask.maxTokens().getAsInt()) : whole;
        boolean toolCall = judging && ask.form() == ChatAsk.Form.TOOL;
        ObjectNode reply = MAPPER.createObjectNode();
        reply.put("id", "planted-" + Integer.toHexString(text.hashCode()));
        reply.put("object", "chat.completion").put("created", 0).put("model", ask.model());
        reply.put("system_fingerprint", "planted-1");
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        if (toolCall) {
            message.putNull("content");
            message.putArray("tool_calls")
                    .addObject()
                    .put("id", "call-1")
                    .put("type", "function")
                    .putObject("function")
                    .put("name", ask.tool())
                    .put("arguments", text);
        } else {
            message.put("content", text);
        }
        boolean whetherCut = text.length() < whole.length();
        choice.put("finish_reason", whetherCut ? "length" : toolCall ? "tool_calls" : "stop");
        long in = tokens(ask.prompt());
        long out = tokens(text);
        reply.putObject("usage")
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
        return reply;
    }

    private static ObjectNode error(PlantedModelException e) {
        ObjectNode reply = MAPPER.createObjectNode();
        reply.putObject("error")
                .put("message", e.getMessage())
                .put("type", "invalid_request_error")
                .putNull("param")
                .put("code", e.code());
        return reply;
    }

    /** About as many tokens as a common tokeniser would count; scripts without spaces have about one per character. */
    static long tokens(String text) {
        long words = 0;
        long wide = 0;
        boolean inWord = false;
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            boolean blank = c <= ' ' && BLANKS.indexOf(c) >= 0;
            words += blank || inWord ? 0 : 1;
            inWord = !blank;
            wide += c >= FIRST_WIDE && !Character.isLowSurrogate(c) ? 1 : 0;
        }
        return Math.round(words * TOKENS_PER_WORD) + wide;
    }

    private static String cut(String text, int maxTokens) {
        if (tokens(text) <= maxTokens) {
            return text;
        }
        int keep = (int) (text.length() * (double) maxTokens / tokens(text));
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, keep)));
    }
}
