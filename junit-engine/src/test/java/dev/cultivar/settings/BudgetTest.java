package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "25 USD, 25, MONEY",
        "0.5 EUR, 0.5, MONEY",
        "2M tokens, 2000000, TOKENS",
        "1.5M tokens, 1500000, TOKENS",
        "300k tokens, 300000, TOKENS",
        "5000 calls, 5000, CALLS",
        "1 call, 1, CALLS"
    })
    void aBudgetIsAnAmountOfSomething(String text, double amount, Budget.Unit unit) {
        assertThat(Budget.parse(text)).contains(new Budget(amount, unit, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"25", "USD", "-3 USD", "0 calls", "five calls", "25 dollars", "1e9 tokens", "25 usd", "NaN USD"})
    void whatIsNoneIsRefused(String text) {
        assertThat(Budget.parse(text)).isEmpty();
        assertThatThrownBy(() -> resolve(SettingsFile.NONE, "planted/uniform", text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Parameter cultivar.budget is '" + text + "'; it must be an amount and its unit");
    }

    @Test
    void aBudgetThatNothingCouldHoldIsRefused() {
        assertThatThrownBy(() -> resolve(file("price: {input: 1, output: 2}"), "m", "2M tokens"))
                .hasMessageContaining(
                        "the maximum cost of a call to m is unknown; give it a 'max-tokens' in cultivar.yaml");
        assertThatThrownBy(() -> resolve(file("max-tokens: 100"), "m", "25 USD"))
                .hasMessageContaining("give it a 'price' in cultivar.yaml");
        assertThat(resolve(file("max-tokens: 100"), "m", "5 calls").value(Settings.BUDGET))
                .isPresent();
    }

    @Test
    void everyModelThatABudgetDoesNotCoverIsNamed() {
        String yaml = """
            endpoints:
              lab: {base-url: "https://models.example.org/v1"}
            models:
              m: {endpoint: lab, max-tokens: 100}
              n: {endpoint: lab, price: {input: 1, output: 2}}
            judge: {endpoint: lab, model: j, max-tokens: 100}
            """;
        SettingsFile file =
                SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");

        assertThatThrownBy(() -> resolve(file, "m,n", "25 USD"))
                .hasMessageContaining("is '25 USD', but the maximum cost of a call to n, m and j is unknown; give n a"
                        + " 'max-tokens' and m and j a 'price' in cultivar.yaml.");
    }

    private static SettingsFile file(String more) {
        String yaml = """
            endpoints:
              lab: {base-url: "https://models.example.org/v1"}
            models:
              m: {endpoint: lab, %s}
            judge: {endpoint: lab, model: j, max-tokens: 100, price: {input: 1, output: 2}}
            """.formatted(more);
        return SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
    }

    private static RunSettings resolve(SettingsFile file, String model, String budget) {
        Map<String, String> parameters = Map.of("cultivar.budget", budget, "cultivar.models", model);
        return SettingsResolver.resolve(
                new SuiteDefaults(List.of(), List.of("en"), 10, 1),
                file,
                key -> Optional.ofNullable(parameters.get(key)));
    }
}
