package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThoughtsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>~</think>",
                "<thinking>~</thinking>",
                "<THINK>~</THINK>",
                "<thought>~</thought>",
                "<thoughts>~</thoughts>",
                "<reasoning>~</reasoning>",
                "<reflection>~</reflection>",
                "<scratchpad>~</scratchpad>",
                "<inner_monologue>~</inner_monologue>",
                "<analysis>~</analysis>",
                "<seed:think>~</seed:think>",
                "<think budget=\"9\">~</think>",
                "[THINK]~[/THINK]",
                "[REASONING]~[/REASONING]",
                "[[thought]]~[[/thought]]",
                "◁think▷~◁/think▷",
                "<|think|>~<|/think|>",
                "<|begin_of_thought|>~<|end_of_thought|>",
                "<|START_THINKING|>~<|END_THINKING|>",
                "<|open|>think<|sep|>~<|close|>think<|sep|>",
                "<|inner_prefix|>~<|inner_suffix|>",
                "<|channel>thought\n~<channel|>",
                "<unused94>thought~<unused95>",
                "<details type=\"reasoning\" done=\"true\">\n<summary>Thought</summary>~</details>",
                "```thinking\n~\n```\n",
                "<|channel|>analysis<|message|>~<|end|><|start|>assistant<|channel|>final<|message|>",
                "<|channel|>analysis<|message|>~<|end|><|channel|>commentary<|message|>~<|end|><|channel|>final"
                        + " <|constrain|>json<|message|>",
                "analysisWe need ten.~assistantfinal",
                "Thinking process:\n\n~\n\nFinal answer:\n",
                "**Thinking Process:**\n~\n**Final Answer:**\n",
                "Here is my thought process:\n~\nHere is my response:\n",
                "Tankeproces:\n~\nEndeligt svar:\n",
                "思考過程：\n~\n最終回答：\n",
            })
    void whateverMarksThemThoughtsAreNoAnswer(String marks) {
        String answer = "1. I would vote for it.\n2. I would not.";
        String text = marks.replace("~", "\n1. Draft one.\n2. Draft two.\n");
        assertThat(Thoughts.strip(text + answer)).isEqualTo(answer);
        assertThat(Thoughts.strip(text + "\n\n" + answer)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>~",
                "[THINK]\n~",
                "◁think▷~",
                "Sure. <thought>~",
                "<think>~</think><think>~",
                "<|START_THINKING|>~",
                "<|channel|>analysis<|message|>~",
                "<|channel|>analysis<|message|>~<|end|>",
                "analysisWe need ten. ~",
                "Thinking process:\n~",
                "1. A first try.\n<reasoning>~",
            })
    void aThoughtThatNeverEndsLeavesNoAnswer(String marks) {
        assertThat(Thoughts.strip(marks.replace("~", "1. Draft one.\n2. Draft two.")))
                .isEmpty();
    }

    @Test
    void whatStandsBeforeAClosingMarkAloneIsThought() {
        for (String close : new String[] {"</think>", "[/THINK]", "◁/think▷", "</reasoning>", "<|end_of_thought|>"}) {
            assertThat(Thoughts.strip("hm, let me see " + close + "\n1. a")).isEqualTo("1. a");
        }
    }

    @Test
    void thoughtsMayStandAnywhereAndMoreThanOnce() {
        assertThat(Thoughts.strip("Sure!\n<think>a</think>\n1. b\n<think>c</think>2. d"))
                .isEqualTo("Sure!\n\n1. b\n2. d");
        assertThat(Thoughts.strip("<think>a <think>b</think> c</think> d")).isEqualTo("d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. <b>a</b> 2 < 3",
                "1. [thinking] I would not.",
                "I think that the analysis is right. My final answer: no.",
                "Thoughts:\n1. a\n2. b",
                "<details>\n<summary>Interviews</summary>\n1. a\n</details>",
                "```\n1. a\n```",
                "",
            })
    void whatIsNoThoughtStays(String text) {
        assertThat(Thoughts.strip(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>",
                "</think>",
                "[think]",
                "[/think]",
                "<|channel|>",
                "<details ",
                "```",
                "<think a",
                "* ",
                "#",
                "analysis"
            })
    void aMegabyteOfMarksIsReadInLinearTime(String scrap) {
        String text = scrap.repeat((1 << 20) / scrap.length());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Thoughts.strip(text)))
                .hasSizeLessThanOrEqualTo(text.length());
    }
}
