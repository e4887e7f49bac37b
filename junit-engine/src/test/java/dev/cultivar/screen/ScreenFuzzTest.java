package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.FinishReason;
import dev.cultivar.text.Fuzz;
import java.util.ArrayList;
import java.util.List;

/** A bent answer passes with ten statements of one line each, or is refused in clean words. */
class ScreenFuzzTest extends Fuzz {

    private static final int STATEMENTS = 10;

    private final AnswerScreen screen = new AnswerScreen(STATEMENTS);

    @Override
    protected List<String> corpus() {
        List<String> answers = new ArrayList<>();
        Corpus.all().forEach(language -> answers.add(Corpus.numbered(Corpus.ten(language, answers.size()))));
        answers.add("<think>1. no\n2. no</think>\n" + answers.get(0));
        answers.add("| # | says |\n|---|---|\n" + answers.get(0).replaceAll("(?m)^(\\d+)\\. (.*)$", "| $1 | $2 |"));
        return answers;
    }

    @Override
    protected void look(String input) {
        Screening screening = screen.screen(input, FinishReason.STOP, "en");

        if (screening.passes()) {
            assertThat(screening.statements()).hasSize(STATEMENTS).allSatisfy(statement -> assertThat(statement)
                    .isNotBlank());
            assertThat(screening.detail()).isEmpty();
        } else {
            assertThat(screening.detail()).isNotBlank().matches(Fuzz::isClean);
        }
    }
}
