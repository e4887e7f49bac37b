package dev.cultivar.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.text.Fuzz;
import java.util.List;

/** A judge's answer has all its labels, or is refused in clean words. */
class StanceParserFuzzTest extends Fuzz {

    private static final int STATEMENTS = 3;

    @Override
    protected List<String> corpus() {
        return List.of(
                "{\"labels\":[{\"number\":1,\"stance\":\"pro\"},{\"number\":2,\"stance\":\"con\"},{\"number\":3,\"stance\":\"neutral\"}]}",
                "{\"1\":\"pro\",\"2\":\"con\",\"3\":\"off-topic\"}",
                "1. pro\n2. con - it says no\n3. neutral\n",
                "<think>1. con</think>\n| 1 | pro |\n| 2 | con |\n| 3 | neutral |\n");
    }

    @Override
    protected void look(String input) {
        try {
            assertThat(StanceParser.read(input, STATEMENTS)).hasSize(STATEMENTS).doesNotContainNull();
        } catch (StanceParser.Unusable e) {
            assertThat(e.complaint()).isNotBlank().matches(Fuzz::isClean);
        }
    }
}
