package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.settings.EndpointSettings;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes in which filters of providers and gateways were seen to answer, and what is near to them and is none. */
class ContentFilterTest extends AgainstEndpoint {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {'error':{'message':'The prompt was stopped by the content"
                        + " policy.','code':'content_filter','innererror':{'code':'ResponsibleAIPolicyViolation'}}}",
                "403 | {'error':{'code':403,'message':'This model requires moderation; the input was"
                        + " flagged','metadata':{'reasons':['sexual'],'flagged_input':'...'}}}",
                "400 | {'error':{'message':'Content Exists"
                        + " Risk','type':'invalid_request_error','code':'invalid_request_error'}}",
                "400 | {'error':{'code':'data_inspection_failed','message':'Input data may contain inappropriate"
                        + " content.'}}",
                "400 | {'error':{'message':'Gemini blocked the request: PROHIBITED_CONTENT','code':400}}",
                "400 | {'error':{'message':'Your request was rejected as a result of our safety"
                        + " system.','code':'moderation_blocked'}}",
                "404 | {'error':{'message':'the content filter refuses this','code':'content_policy_violation'}}",
                // As LiteLLM 1.108.7 hands them on.
                "400 | {'error':{'message':'litellm.BadRequestError: OpenAIException - The prompt was stopped by the"
                        + " content policy.','type':'invalid_request_error','param':'prompt','code':'400'}}",
                "400 | {'error':{'message':'litellm.BadRequestError: litellm.ContentPolicyViolationError:"
                        + " AnthropicError - Output blocked by content filtering policy. content_policy_fallback=None."
                        + " fallbacks=None.','type':'invalid_request_error','code':'400'}}",
                "200 |"
                        + " {'choices':[{'finish_reason':'stop','message':{'content':null},'provider_specific_fields':{'native_finish_reason':'content_filter:"
                        + " PROHIBITED_CONTENT'}}]}",
                // As OpenRouter does.
                "200 | {'choices':[{'finish_reason':'stop','native_finish_reason':'SAFETY','message':{'content':''}}]}",
                "200 | {'error':{'message':'Output blocked by content filtering policy','code':400}}",
                // OpenAI's code for a prompt, documented for Responses.
                "400 | {'error':{'code':'bio_policy','message':'We cannot go on with"
                        + " this.','type':'invalid_request_error'}}",
                "400 | {'error':{'code':'invalid_prompt','message':'Your prompt was flagged; try"
                        + " another.','type':'invalid_request_error'}}",
                "200 | {'choices':[{'index':0,'finish_reason':'content_filter'}]}",
                "200 | {'choices':[{'index':0,'message':null,'finish_reason':'PROHIBITED_CONTENT'}]}",
                "200 | {'choices':[{'index':0,'message':{'content':''},'finish_reason':'SAFETY'}]}",
                "200 | {'choices':[{'index':0,'message':{'role':'assistant'},'finish_reason':'content_filter:"
                        + " PROHIBITED_CONTENT'}]}",
                "200 | {'choices':[{'index':0,'message':{'content':'','refusal':'I cannot help with"
                        + " that.'},'finish_reason':'stop'}]}",
                "200 | {'choices':[{'index':0,'message':{'content':null,'refusal':'I cannot help with"
                        + " that.'},'finish_reason':'stop'}]}",
            })
    void aFilterOfChatCompletionsIsAnAnswer(int status, String body) {
        assertThat(answered(endpoint(), status, body).finish()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "anthropic | 400 | {'type':'error','error':{'type':'invalid_request_error','message':'Output blocked"
                        + " by content filtering policy'}}",
                "anthropic | 200 | {'type':'message','content':[],'stop_reason':'refusal','usage':{}}",
                "gemini | 200 | {'promptFeedback':{'blockReason':'OTHER'}}",
                "gemini | 200 | {'candidates':[{'content':{'role':'model'},'finishReason':'RECITATION'}]}",
                "gemini | 200 | {'candidates':[{'finishReason':'IMAGE_SAFETY'}]}",
                "gemini | 400 | {'error':{'code':400,'status':'INVALID_ARGUMENT','message':'The prompt was blocked by"
                        + " the safety filter'}}",
            })
    void soIsOneOfAnotherProtocol(String provider, int status, String body) {
        EndpointSettings other = Endpoints.endpoint(provider, server.url("/v1").toString());
        assertThat(answered(other, status, body).finish()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "403 | <html><head><title>403 Forbidden</title></head><body>Request blocked</body></html> | FORBIDDEN",
                "403 | {'error':{'message':'Your account was flagged; requests are blocked.'}} | FORBIDDEN",
                "403 | {'error':{'message':'You have no permission to use this model.'}} | FORBIDDEN",
                "404 | {'error':{'message':'The model does not exist','code':'model_not_found'}} | NOT_FOUND",
                "404 | {'error':{'message':'No endpoints found that support tool use'}} | NOT_FOUND",
                "400 | {'error':{'message':'response_format: unsupported content type','param':'response_format'}} |"
                        + " BAD_REQUEST",
                "401 | {'error':{'message':'the input was flagged'}} | KEY",
            })
    void aFaultOfTheEndpointIsNone(int status, String body, Kind kind) {
        server.enqueue(reply(status, body));
        assertThat(failure(endpoint()).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'error','message':'no permission for this model','code':50001}",
                "{'detail':'no permission for this model'}",
                "{'success':false,'message':'no permission for this model','code':'1113'}",
            })
    void anErrorThatCallsItselfSuccessIsToldInTheEndpointsOwnWords(String body) {
        enqueue(3, reply(200, body));
        ProviderException failure = failure(endpoint());
        assertThat(failure).hasMessageContaining("answers 200 with an error: no permission for this model");
    }

    @Test
    void aRefusalOfTheKeyIsToldInTheEndpointsOwnWordsWithoutTheKey() {
        server.enqueue(reply(402, "{'error':{'message':'Insufficient credits for sk-test-****cdef.'}}"));
        assertThat(failure(endpoint()))
                .hasMessageContaining("refuses the key in LAB_KEY (HTTP 402: Insufficient credits for [secret])");
    }

    @Test
    void theAddressThatWasAskedStandsInEveryErrorOfAWrongOne() {
        String asked = server.url("/v1/chat/completions").toString();
        server.enqueue(reply(404, "{'error':{'message':'no such page'}}"));
        assertThat(failure(endpoint())).hasMessageContaining(" at " + asked + ": no such page");
        enqueue(3, reply(200, "<html>"));
        assertThat(failure(endpoint())).hasMessageContaining("not JSON, from " + asked);
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .setHeader("location", "https://elsewhere.example/")
                .build());
        assertThat(failure(endpoint())).hasMessageContaining(asked).hasMessageContaining("elsewhere.example");
        server.close();
        assertThat(failure(Endpoints.with(endpoint(), Map.of()))).hasMessageContaining(asked);
    }

    private ModelResponse answered(EndpointSettings endpoint, int status, String body) {
        server.enqueue(reply(status, body));
        return answer(endpoint);
    }

    private static MockResponse reply(int status, String body) {
        boolean page = body.startsWith("<");
        return new MockResponse.Builder()
                .code(status)
                .setHeader("content-type", page ? "text/html" : "application/json")
                .body(page ? body : body.replace('\'', '"'))
                .build();
    }
}
