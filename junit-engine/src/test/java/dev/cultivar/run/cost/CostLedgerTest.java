package dev.cultivar.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.SettingsFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CostLedgerTest {

    private static double cost(String price) {
        String yaml =
                "endpoints: {lab: {base-url: \"http://h/v1\"}}\nmodels: {m: {endpoint: lab, price: " + price + "}}\n";
        ModelSettings model = Objects.requireNonNull(
                SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "yaml")
                        .models()
                        .get("m"));
        return CostLedger.money(model, new Usage(1_000_000, 100_000, 600_000)).orElseThrow();
    }

    @Test
    void cachedTokensHaveAPriceOfTheirOwn() {
        // 0.4 x 2 + 0.6 x 0.5 + 0.1 x 10
        assertThat(cost("{input: 2, output: 10, cached: 0.5}")).isEqualTo(2.1, Offset.offset(1e-12));
    }

    @Test
    void withoutOneTheyCostWhatOthersCost() {
        assertThat(cost("{input: 2, output: 10}")).isEqualTo(3.0, Offset.offset(1e-12));
    }
}
