package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.http.WireJson;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what is not; what it cost; and what to write where an endpoint refuses a parameter. */
class ParametersTest extends AgainstEndpoint {

    private static final Map<String, String> REPLIES = Map.of(
            "chat",
            "{'choices':[{'message':{'content':'fine'},'finish_reason':'stop'}],'usage':{'prompt_tokens':100,"
                    + "'completion_tokens':20,'total_tokens':150,'prompt_tokens_details':{'cached_tokens':60}}}",
            "responses",
            "{'status':'completed','model':'m-1','output':[{'type':'reasoning','summary':[{'type':'summary_text','text':'hm'}]},"
                    + "{'type':'message','content':[{'type':'output_text','text':'fi'},{'type':'output_text','text':'ne'}]}],"
                    + "'usage':{'input_tokens':100,'input_tokens_details':{'cached_tokens':60},'output_tokens':50}}",
            "anthropic",
            "{'content':[{'type':'text','text':'fine'}],'stop_reason':'end_turn','usage':{'input_tokens':40,"
                    + "'cache_read_input_tokens':60,'output_tokens':50}}",
            "gemini",
            "{'candidates':[{'content':{'parts':[{'text':'fine'}]},'finishReason':'STOP'}],'usageMetadata':{"
                    + "'promptTokenCount':100,'cachedContentTokenCount':60,'candidatesTokenCount':20,'thoughtsTokenCount':30}}");

    private EndpointSettings of(String protocol) {
        return switch (protocol) {
            case "chat" -> endpoint();
            case "responses" -> Endpoints.with(endpoint(), Map.of("api", "responses"));
            default -> Endpoints.endpoint(protocol, server.url("/v1").toString());
        };
    }

    private JsonNode sent(String protocol, ChatRequest request) {
        server.enqueue(reply(200, REPLIES.getOrDefault(protocol, "")));
        try (ModelConnections connections = Endpoints.open(of(protocol))) {
            Endpoints.await(connections.model(Endpoints.model("m")).complete(request));
            return WireJson.MAPPER.readTree(server.takeRequest().getBody().utf8());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chat, 'model,messages'",
        "responses, 'model,store,input'",
        "anthropic, 'model,max_tokens,messages'",
        "gemini, 'contents,generationConfig'",
    })
    void whatIsNotSetIsNotSent(String protocol, String fields) {
        JsonNode body = sent(protocol, ChatRequest.of("What?", Sampling.DEFAULT));
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder(fields.split(",", -1));
        assertThat(body.path("generationConfig")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "chat, /reasoning_effort, /messages/0/content",
        "responses, /reasoning/effort, /instructions",
        "anthropic, /output_config/effort, /system",
        "gemini, /generationConfig/thinkingConfig/thinkingLevel, /systemInstruction/parts/0/text",
    })
    void thinkingAndSystemPromptStandWhereTheProtocolHasThem(String protocol, String effort, String system) {
        Sampling sampling = new Sampling(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.of("low"),
                Map.of());
        JsonNode body = sent(
                protocol,
                new ChatRequest(
                        List.of(ChatMessage.system("Be brief."), ChatMessage.user("What?")),
                        sampling,
                        Optional.empty()));
        assertThat(body.at(effort).asText()).isEqualTo("low");
        assertThat(body.at(system).asText()).isEqualTo("Be brief.");
        assertThat(body.toString()).containsOnlyOnce("What?").containsOnlyOnce("Be brief.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "anthropic", "gemini"})
    void thoughtsAreOutputAndCachedTokensAreInput(String protocol) {
        server.enqueue(reply(200, REPLIES.getOrDefault(protocol, "")));
        ModelResponse response = answer(of(protocol));
        assertThat(response.text()).isEqualTo("fine");
        assertThat(response.usage()).isEqualTo(new Usage(100, 50, 60));
    }

    @Test
    void responsesDemandAFormByTheirOwnFields() {
        String schema = "{\"type\":\"object\"}";
        JsonNode format = sent("responses", demand(schema, ChatRequest.Means.RESPONSE_FORMAT));
        assertThat(format.at("/text/format/type").asText()).isEqualTo("json_schema");
        assertThat(format.at("/text/format/schema/type").asText()).isEqualTo("object");
        JsonNode tool = sent("responses", demand(schema, ChatRequest.Means.TOOL_CALL));
        assertThat(tool.at("/tools/0/name").asText()).isEqualTo("labels");
        assertThat(tool.at("/tool_choice/name").asText()).isEqualTo("labels");
    }

    private static ChatRequest demand(String schema, ChatRequest.Means means) {
        return new ChatRequest(
                List.of(ChatMessage.user("Which?")),
                Sampling.DEFAULT,
                Optional.of(new ChatRequest.Structure("labels", schema, means)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},'output':[]} | LENGTH",
                "{'status':'incomplete','incomplete_details':{'reason':'content_filter'},'output':[]} | CONTENT_FILTER",
                "{'status':'completed','output':[{'type':'message','content':[{'type':'refusal','refusal':'No.'}]}]} |"
                        + " CONTENT_FILTER",
                "{'status':'completed','output':[{'type':'function_call','name':'labels','arguments':'{}'}]} |"
                        + " TOOL_CALL",
                "{'status':'failed','error':{'code':'content_policy_violation','message':'x'},'output':[]} |"
                        + " CONTENT_FILTER",
                "{'status':'failed','error':{'code':'bio_policy','message':'x'},'output':[]} | CONTENT_FILTER",
            })
    void responsesSayInTheirOwnWaysWhyTheyEnded(String body, FinishReason finish) {
        server.enqueue(reply(200, body));
        assertThat(answer(of("responses")).finish()).isEqualTo(finish);
    }

    /** OpenAI's newer models say on their way what they are about to do, in messages of a phase of its own. */
    @Test
    void whatAModelSaysOnItsWayIsNotItsAnswer() {
        server.enqueue(reply(
                200,
                "{'status':'completed','output':[{'type':'message','phase':'commentary','content':[{'type':'output_text','text':'1."
                        + " Let me"
                        + " see.'}]},{'type':'message','phase':'final_answer','content':[{'type':'output_text','text':'1."
                        + " Ja.'}]}]}"));
        assertThat(answer(of("responses")).text()).isEqualTo("1. Ja.");
    }

    /** The parts that Mistral documents: thoughts as a list within a part, a limit of the model, its own count of the cache. */
    @Test
    void mistralsPartsReasonsAndCountsAreRead() {
        server.enqueue(
                reply(
                        200,
                        "{'choices':[{'message':{'content':[{'type':'thinking','thinking':[{'type':'text','text':'1."
                                + " Nej.'}]},{'type':'text','text':'1. Ja.'}]},'finish_reason':'model_length'}],"
                                + "'usage':{'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,'num_cached_tokens':60}}"));
        ModelResponse response = answer(endpoint());
        assertThat(response.text()).isEqualTo("1. Ja.");
        assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.usage()).isEqualTo(new Usage(100, 50, 60));
    }

    /** Of vLLM, Ollama and OpenRouter the first, of llama.cpp, DeepSeek and LiteLLM the second. */
    @ParameterizedTest
    @ValueSource(strings = {"reasoning", "reasoning_content"})
    void thoughtsInAFieldOfTheirOwnAreNotTheAnswer(String field) {
        server.enqueue(reply(
                200,
                "{'choices':[{'message':{'content':null,'" + field
                        + "':'1."
                        + " Nej.'},'finish_reason':'length'}],'usage':{'prompt_tokens':9,'completion_tokens':600}}"));
        ModelResponse response = answer(endpoint());
        assertThat(response.text()).isEmpty();
        assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.usage().output()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The message was not finished, as max_tokens was reached.",
                "It stopped because max_tokens or model output limit was reached; try higher max_tokens."
            })
    void aModelThatThoughtUpToItsLimitHasAnsweredThoughTheEndpointCallsItAnError(String words) {
        server.enqueue(reply(400, "{'error':{'message':'" + words + "','type':'invalid_request_error'}}"));
        ModelResponse response = answer(endpoint());
        assertThat(response.text()).isEmpty();
        assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void aFailedResponseIsAFault() {
        enqueue(3, reply(200, "{'status':'failed','error':{'code':'server_error','message':'try later'},'output':[]}"));
        ProviderException failure = failure(of("responses"));
        assertThat(failure.kind()).isEqualTo(Kind.SERVER);
        assertThat(failure).hasMessageContaining("try later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message':'Unsupported value: temperature does not support 0 with this"
                        + " model.','param':'temperature','code':'unsupported_value'} | delete 'temperature' from the"
                        + " entry of m",
                "{'message':'`top_p` is deprecated for this model.'} | delete 'top-p' from the entry of m",
                "{'message':'Unsupported parameter: max_tokens is not supported with this model. Use"
                        + " max_completion_tokens instead.','param':'max_tokens'} | write 'options:"
                        + " {max-completion-tokens: true}' under endpoints.lab",
                "{'message':'Unrecognized request argument supplied: seed'} | write 'seed: false' in the entry of m",
                "{'message':'seed: Extra inputs are not permitted'} | write 'seed: false' in the entry of m",
                "{'message':'Unsupported value: reasoning_effort does not support minimal','param':'reasoning_effort'}"
                        + " | delete 'reasoning' from the entry of m, or give it another word",
                "{'message':'Thinking level is not supported for this model.','status':'INVALID_ARGUMENT'} | delete"
                        + " 'reasoning' from the entry of m, or give it another word",
                "{'message':'max_tokens: 128000 > 64000, which is the maximum allowed for this model'} | lower"
                        + " 'max-tokens' in the entry of m",
                "{'message':'max_tokens is too large: 90000. This model supports at most 16384 completion"
                        + " tokens.','param':'max_tokens'} | lower 'max-tokens' in the entry of m",
                "{'message':'max_tokens or max_completion_tokens is too large: 90000. The context has 8192 tokens.'} |"
                        + " lower 'max-tokens' in the entry of m",
                "{'message':'Unknown parameter: top_k','param':'top_k'} | delete 'extra-body.top_k' from the entry of"
                        + " m",
            })
    void aRefusedParameterIsNamedWithTheLineThatMendsIt(String error, String line) {
        server.enqueue(reply(400, "{'error':" + error + "}"));
        assertThat(failure(endpoint())).hasMessageEndingWith("; in cultivar.yaml, " + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"This model has a context of 8192 tokens; the prompt has more.", "The system is not ready."})
    void otherComplaintsMendNoLine(String words) {
        server.enqueue(reply(400, "{'error':{'message':'" + words + "'}}"));
        assertThat(failure(endpoint())).hasMessageEndingWith(words);
    }

    private static MockResponse reply(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("content-type", "application/json")
                .body(body.replace('\'', '"'))
                .build();
    }
}
