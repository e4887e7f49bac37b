package dev.cultivar.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.provider.WireResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a provider's content filter, which stopped a prompt or its answer, from an endpoint failure. Only a JSON body that comments on the
 * text itself counts: a firewall's page, or a message about the account, is a failure.
 */
public final class ContentFilter {

    /** Statuses that filters are known to answer with; throttling and keys have their own. */
    private static final Set<Integer> STATUSES = Set.of(400, 403, 404, 406, 422, 451);

    /** Error codes, error types and finish reasons. */
    private static final Pattern CODE = Pattern.compile(
            "content[_ -]?filter.*|content[_ -]?policy[_ -]?violation"
                    + "|(?:bio|cyber)_policy(?:_violation)?|responsibleaipolicyviolation|data_?inspection_?failed"
                    + "|moderation[_ -]?(?:blocked|flagged|error)|prohibited_content|safety|image_safety"
                    + "|blocklist|spii|recitation|guardrails?[_ -]?(?:intervened|triggered|violation)|sensitive"
                    + "|refusal|model_armor",
            Pattern.CASE_INSENSITIVE);

    private static final String TEXT = "(?:prompt|input|output|content|response|text|request|message)s?";
    private static final String STOPPED =
            "(?:flagged|filtered|blocked|rejected|refused|inappropriate|unsafe|harmful|prohibited|violat\\w+|moderat\\w+)";

    private static final Pattern SENTENCE = Pattern.compile(
            "\\b" + TEXT + "\\b[^.]{0,60}\\b" + STOPPED + "\\b"
                    + "|\\b" + STOPPED + "\\b[^.]{0,40}\\b(?:content|prompt|input|output|request:)"
                    + "|content exists risk|requires moderation|PROHIBITED_CONTENT"
                    + "|\\b(?:content|safety)[ _-](?:filter\\w*|management|moderation|policy|system)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Messages to a caller without access use similar words. */
    private static final Pattern ACCESS = Pattern.compile(
            "\\b(?:accounts?|organi[sz]ations?|permissions?|api[ _-]?keys?|regions?"
                    + "|countr(?:y|ies)|subscriptions?|ip address)\\b|parameter|field|unsupported|not supported"
                    + "|response_format|tool_choice",
            Pattern.CASE_INSENSITIVE);

    private static final ParsedResponse STOPPED_ANSWER = new ParsedResponse(
            "", Optional.empty(), FinishReason.CONTENT_FILTER, Usage.NONE, Optional.empty(), Optional.empty());

    private ContentFilter() {}

    /** Stands in for an answer that a filter stopped; empty where the response does not mention a filter. */
    public static Optional<ParsedResponse> stopped(WireResponse response) {
        return STATUSES.contains(response.status())
                        && HttpErrors.tree(response)
                                .filter(ContentFilter::names)
                                .isPresent()
                ? Optional.of(STOPPED_ANSWER)
                : Optional.empty();
    }

    /** Does the same for an error in the body of a 2xx response. */
    public static Optional<ParsedResponse> stopped(JsonNode body) {
        return names(body) ? Optional.of(STOPPED_ANSWER) : Optional.empty();
    }

    private static boolean names(JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.path("error") : body;
        for (JsonNode code : new JsonNode[] {
            error.path("code"),
            error.path("type"),
            error.path("status"),
            error.path("innererror").path("code"),
            error.path("metadata").path("error_type")
        }) {
            if (isReason(code.asText(""))) {
                return true;
            }
        }
        JsonNode reasons = error.path("metadata").path("reasons");
        if (error.path("metadata").has("flagged_input") || (reasons.isArray() && !reasons.isEmpty())) {
            return true;
        }
        String words = HttpErrors.words(body);
        return SENTENCE.matcher(words).find() && !ACCESS.matcher(words).find();
    }

    /** Whether a finish reason or a code is a filter's. */
    public static boolean isReason(String word) {
        return CODE.matcher(word.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
