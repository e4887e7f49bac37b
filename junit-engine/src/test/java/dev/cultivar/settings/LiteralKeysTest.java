package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key where only the name of its variable may stand: refused, with the place, and never repeated. */
class LiteralKeysTest {

    /** Of the common shape, and of none. */
    private static final String SHAPED = "sk-proj-Q7x9Zr2LmN0pT4vB8wYc";

    private static final String SHAPELESS = "correct-horse-7";

    private static final String SOUND = """
            endpoints:
              lab:
                base-url: https://models.example.org/v1
                key-env: LAB_KEY
                headers: {X-Team: "env:TEAM_TOKEN", X-Title: Cultivar, X-Author: A. Person}
                options: {proxy: "http://proxy.example.org:3128", proxy-credentials-env: proxy_login}
            models:
              sk-bert-base-slovak-uncased: {endpoint: lab, extra-body: {max_tokens: 5, eos_token_id: "7", top_k: 64}}
            judge: {endpoint: lab, model: judge-1}
            run: {store: "jdbc:postgresql://db.example.org/answers?user=cultivar"}
            """;

    @Test
    void namesOfVariablesAndPlainValuesAreTaken() {
        SettingsFile file = read(SOUND);
        assertThat(file.endpoints()).containsKey("lab");
        assertThat(file.models()).containsKey("sk-bert-base-slovak-uncased");
        for (String name : new String[] {"OPENAI_API_KEY", "azure_key_2", "K", "COMPANY_OPENAI2_KEY"}) {
            assertThatCode(() -> read(SOUND.replace("LAB_KEY", name))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            endpoints.lab.key-env                       | key-env: LAB_KEY                    | key-env: KEY
            endpoints.lab.base-url                      | base-url: https://                  | base-url: https://me:KEY@
            endpoints.lab.base-url                      | example.org/v1                      | example.org/v1?key=KEY
            endpoints.lab.base-url                      | example.org/v1                      | example.org/v1#KEY
            endpoints.lab.headers.X-Team                | env:TEAM_TOKEN                      | env:KEY
            endpoints.lab.headers.Authorization         | X-Title: Cultivar                   | Authorization: Bearer KEY
            endpoints.lab.headers.api-key               | X-Title: Cultivar                   | api-key: KEY
            endpoints.lab.headers.X-Api-Token           | X-Title: Cultivar                   | X-Api-Token: KEY
            endpoints.lab.options.proxy                 | http://proxy                        | http://me:KEY@proxy
            endpoints.lab.options.proxy-credentials-env | proxy_login                         | "me:KEY"
            models.sk-bert-base-slovak-uncased.extra-body.api_key | top_k: 64                 | api_key: KEY
            run.store                                   | ?user=cultivar                      | ?user=cultivar&password=KEY
            run.store                                   | postgresql://                       | postgresql://me:KEY@
            """)
    void aKeyIsRefusedWhereverItUsuallyGoesWhateverItsShape(String place, String sound, String wrong) {
        for (String key : new String[] {SHAPED, SHAPELESS}) {
            SettingsException refusal = refusal(SOUND.replace(sound, wrong.replace("KEY", key)), key);
            assertThat(refusal)
                    .hasMessageStartingWith("cultivar.yaml: " + place + " ")
                    .hasMessageContaining("environment");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Title: Cultivar|X-Title: KEY",
                "judge-1|KEY",
                "example.org/v1|example.org/KEY/v1",
                "http://proxy.example.org:3128|KEY",
                "{max_tokens: 5|{note: [a, {b: KEY}], max_tokens: 5",
                "  lab:|  lab:\n    timeout: KEY",
                "run: {|run: {mode: KEY, ",
                "run: {|run: {KEY: x, "
            })
    void whatHasTheShapeOfAKeyIsRefusedAnywhere(String change) {
        String[] parts = change.split("\\|");
        refusal(SOUND.replace(parts[0], parts[1].replace("KEY", SHAPED)), SHAPED);
    }

    @Test
    void aFileThatCannotBeReadIsNotQuoted() {
        refusal(SOUND.replace("key-env: LAB_KEY", "key-env: [" + SHAPELESS + "\n  }}"), SHAPELESS);
        refusal(SOUND.replace("key-env: LAB_KEY", "key: " + SHAPELESS), SHAPELESS);
    }

    @ParameterizedTest
    @CsvSource({
        "cultivar.store, jdbc:postgresql://db/answers?user=me&password=KEY",
        "cultivar.store, jdbc:postgresql://me:KEY@db/answers"
    })
    void aStoreNamedByAParameterHoldsNoPassword(String parameter, String value) {
        assertThat(refusedParameter(parameter, value.replace("KEY", SHAPELESS), SHAPELESS))
                .hasMessageContaining("CULTIVAR_STORE_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cultivar.seed", "cultivar.models", "cultivar.mode", "cultivar.budget", "cultivar.rounds"})
    void aParameterThatReadsLikeAKeyIsNotRepeated(String parameter) {
        refusedParameter(parameter, SHAPED, SHAPED);
    }

    private static SettingsException refusedParameter(String parameter, String value, String key) {
        return requireSilent(
                catchThrowableOfType(
                        SettingsException.class,
                        () -> SettingsResolver.resolve(
                                SuiteDefaults.NONE,
                                SettingsFile.NONE,
                                name -> Optional.ofNullable(
                                        Map.of(parameter, value).get(name)))),
                key);
    }

    private static SettingsException refusal(String yaml, String key) {
        assertThat(yaml).contains(key);
        return requireSilent(catchThrowableOfType(SettingsException.class, () -> read(yaml)), key);
    }

    private static SettingsException requireSilent(SettingsException refusal, String key) {
        assertThat(refusal).isNotNull();
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(key);
        assertThat(refusal.getMessage()).hasLineCount(1);
        return refusal;
    }

    private static SettingsFile read(String yaml) {
        return SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
    }
}
