package dev.cultivar.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinkingTest {

    @Test
    void leadingThoughtsAreTakenAway() {
        assertThat(Thinking.strip("<think>a</think>b")).isEqualTo("b");
        assertThat(Thinking.strip(" <THINK>a\nb</THINK>\n\n1. c")).isEqualTo("1. c");
        assertThat(Thinking.strip("<think>a</think><think>b</think>c")).isEqualTo("c");
    }

    @Test
    void aThoughtWhoseOpeningTagBelongsToTheTemplateIsTakenAway() {
        assertThat(Thinking.strip("hm, let me see </think>\n1. a")).isEqualTo("1. a");
    }

    @Test
    void aThoughtThatTheLimitCutLeavesNoAnswer() {
        assertThat(Thinking.strip("<think>I wonder whether 1. a")).isEmpty();
    }

    @Test
    void otherTagsStay() {
        assertThat(Thinking.strip("1. <b>a</b> 2 < 3")).isEqualTo("1. <b>a</b> 2 < 3");
    }
}
