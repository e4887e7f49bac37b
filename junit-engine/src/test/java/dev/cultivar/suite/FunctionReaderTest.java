package dev.cultivar.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.ModelUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FunctionReaderTest {

    static class Sound {
        @ModelUnderTest(name = "assistant", version = "2")
        String answer(String prompt) {
            return prompt;
        }

        @ModelUnderTest(version = "1")
        static UnaryOperator<String> bare() {
            return prompt -> prompt;
        }
    }

    static class Mistaken {
        @ModelUnderTest(version = "1")
        String twoPrompts(String one, String other) {
            return one + other;
        }

        @ModelUnderTest(version = "1")
        int number(String prompt) {
            return prompt.length();
        }

        @ModelUnderTest(version = " ")
        String unversioned(String prompt) {
            return prompt;
        }

        @ModelUnderTest(version = "1")
        @SuppressWarnings("UnusedMethod") // by reflection alone
        private String hidden(String prompt) {
            return prompt;
        }
    }

    static class Twins {
        @ModelUnderTest(name = "one", version = "1")
        String first(String prompt) {
            return prompt;
        }

        @ModelUnderTest(name = "one", version = "1")
        String second(String prompt) {
            return prompt;
        }
    }

    private final List<String> mistakes = new ArrayList<>();

    private Map<String, String> read(Class<?> suite) {
        return new FunctionReader(suite, mistake -> mistakes.add(mistake.message())).read();
    }

    @Test
    void aModelIsNamedByClassMethodAndVersionSoThatStoredAnswersAreOfOneVersion() {
        String suite = Sound.class.getName();
        assertThat(read(Sound.class))
                .containsOnly(Map.entry("assistant", suite + ".answer@2"), Map.entry("bare", suite + ".bare@1"));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsAMistake() {
        read(Mistaken.class);
        assertThat(mistakes)
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("twoPrompts", "it must take a String and return one"))
                .anySatisfy(line -> assertThat(line).contains("number", "it must take a String and return one"))
                .anySatisfy(line -> assertThat(line).contains("unversioned", "has no version"))
                .anySatisfy(line -> assertThat(line).contains("hidden", "neither private nor abstract"));
    }

    @Test
    void twoMethodsOfOneNameAreAMistake() {
        read(Twins.class);
        assertThat(mistakes).singleElement().asString().contains("the same name as another model of the suite, 'one'");
    }
}
