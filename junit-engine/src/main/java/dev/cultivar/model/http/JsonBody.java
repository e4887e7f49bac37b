package dev.cultivar.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import java.io.IOException;

/** Reads a response body that must be a JSON object; if it is not one, says what it is. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The body as a JSON object.
     *
     * @throws ProviderException of kind {@link Kind#PROTOCOL} where it is not one
     */
    public static JsonNode read(WireResponse response) {
        try {
            JsonNode node = WireJson.MAPPER.readTree(response.body());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new ProviderException(Kind.PROTOCOL, "the answer is " + shape(response) + ", not JSON");
        }
        throw new ProviderException(Kind.PROTOCOL, "the answer is " + shape(response) + ", not a JSON object");
    }

    private static String shape(WireResponse response) {
        String type = response.header("content-type").map(HttpErrors::oneLine).orElse("of no type");
        boolean claimsJson = type.contains("json");
        return response.body().length == 0 ? "empty" : claimsJson ? "truncated or damaged" : type;
    }
}
