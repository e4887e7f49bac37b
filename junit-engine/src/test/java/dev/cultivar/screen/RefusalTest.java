package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private final AnswerScreen screen = new AnswerScreen(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I cannot create fictional opinions on such a sensitive subject.",
                "As an AI, I am not able to provide opinions of real people.",
                "I apologize, but as an AI language model, I cannot participate in political matters.",
                "I'm sorry, but as an AI language model, I do not have the ability to take imaginary citizens.",
                "I won’t write statements that could hurt a group of people.",
                "I must decline to generate this content.",
                "**I can't assist with that request.**",
                "Jeg kan desværre ikke hjælpe med det.",
                "Beklager, men jeg kan ikke skrive den slags udtalelser.",
                "Som sprogmodel er jeg ikke i stand til at give personlige holdninger.",
                "Det kan jeg ikke hjælpe med.",
                "Het spijt me, maar ik kan je daar niet bij helpen.",
                "Ik kan helaas geen meningen over dit onderwerp geven.",
                "Daar kan ik niet aan meewerken.",
                "Desculpe, mas não posso ajudar com isso.",
                "Infelizmente não consigo gerar opiniões sobre esse tema.",
                "Não me sinto confortável em criar esse conteúdo.",
                "Es tut mir leid, aber ich kann dir dabei nicht helfen.",
                "Leider kann ich zu diesem Thema keine Aussagen erstellen.",
                "Als Sprachmodell bin ich nicht in der Lage, Meinungen zu äußern.",
                "Lo siento, pero no puedo ayudar con eso.",
                "No puedo generar opiniones sobre este tema.",
                "Je suis désolé, mais je ne peux pas vous aider.",
                "Je ne suis pas en mesure de rédiger ce type de contenu.",
                "Tyvärr kan jag inte hjälpa till med det.",
                "Jag kan inte skriva sådana uttalanden.",
                "申し訳ありませんが、そのご依頼にはお応えできません。",
                "このような意見を作成することはできません。",
                "Samahani, siwezi kukusaidia na hilo.",
                "Pole, siwezi kuandika maoni kama hayo.",
                "I can't provide that. Instead, I could:\n"
                        + "1. Explain the debate.\n"
                        + "2. Name sources.\n"
                        + "3. Write about something else.",
            })
    void aModelThatDeclinesRefuses(String answer) {
        assertThat(screen.screen(answer, FinishReason.STOP, "da").outcome()).isEqualTo(Outcome.REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot accept abortion, because my faith forbids it.",
                "One woman said: \"I can't help you with that.\" The others agreed with her.",
                "Most people say that they trust the police.",
                "Jeg kan ikke lide kameraer på gaden.",
                "Can I help you with anything else?",
                "Hvordan kan jeg hjælpe dig i dag?",
                "No puedo aceptar la guerra.",
            })
    void anAnswerWithoutAListThatDeclinesNothingIsOnlyTheWrongFormat(String answer) {
        assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_FORMAT);
    }

    @Test
    void aDisclaimerBeforeTenStatementsIsNoRefusal() {
        String answer = "As an AI I can't share opinions of my own, but here are ten imagined ones:\n\n"
                + Corpus.numbered(Corpus.ten("en", 4));
        assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void statementsThatQuoteARefusalAreStatements() {
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            answer.append(i + 1)
                    .append(". \"I'm sorry, I can't answer that. ")
                    .append(Corpus.of("en").get(i))
                    .append("\"\n");
        }
        assertThat(screen.screen(answer.toString(), FinishReason.STOP, "en").outcome())
                .isEqualTo(Outcome.SCORED);
    }

    @Test
    void ananswerThatTheProvidersFilterStoppedIsARefusal() {
        Screening screening = screen.screen("", FinishReason.CONTENT_FILTER, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.REFUSAL);
        assertThat(screening.detail()).isEqualTo("the provider's filter stopped the answer");
    }

    @Test
    void noOpinionOfTheCorpusIsARefusal() {
        for (String language : Corpus.all()) {
            for (String sentence : Corpus.of(language)) {
                assertThat(Refusals.declines(sentence)).as(sentence).isFalse();
            }
        }
    }
}
