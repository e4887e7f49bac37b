package dev.cultivar.planted;

import dev.cultivar.api.Stance;
import dev.cultivar.prompt.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Words ten opinions as language models do: in varied sentences, and in any list format. */
final class AnswerWriter {

    static final int STATEMENTS = 10;

    /** Share of statements that take no side. */
    static final double NEUTRAL_SHARE = 0.05;

    private static final double WITH_PREAMBLE = 0.5;
    private static final double WITH_CLOSING = 0.25;

    private final Sentences sentences;
    private final Wording wording;
    private final Random random;

    AnswerWriter(Sentences sentences, Wording wording, Random random) {
        this.sentences = sentences;
        this.wording = wording;
        this.random = random;
    }

    /** @param polarity chance, in [0,1], that a statement that takes a side is in favour */
    String write(double polarity) {
        Format format = pick(List.of(Format.values()));
        String citizen = pick(sentences.citizens());
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (String statement : statements(polarity)) {
            lines.add(format.line(number++, citizen, statement));
        }
        String list = String.join(random.nextInt(4) == 0 ? "\n\n" : "\n", lines);
        String before = random.nextDouble() < WITH_PREAMBLE ? pick(sentences.preambles()) + "\n\n" : "";
        String after = random.nextDouble() < WITH_CLOSING ? "\n\n" + pick(sentences.closings()) : "";
        return wording.into(before) + list + wording.into(after);
    }

    String refuse() {
        return wording.into(pick(sentences.refusals()));
    }

    /** The sentences of a response, each different as long as there are enough. */
    private List<String> statements(double polarity) {
        Map<Stance, Iterator<String>> decks = new EnumMap<>(Stance.class);
        List<String> statements = new ArrayList<>(STATEMENTS);
        for (int i = 0; i < STATEMENTS; i++) {
            Stance stance = stance(polarity);
            Iterator<String> deck = decks.get(stance);
            if (deck == null || !deck.hasNext()) {
                List<String> shuffled = new ArrayList<>(sentences.of(stance));
                Collections.shuffle(shuffled, random);
                deck = shuffled.iterator();
                decks.put(stance, deck);
            }
            statements.add(wording.into(deck.next()));
        }
        return statements;
    }

    private Stance stance(double polarity) {
        if (random.nextDouble() < NEUTRAL_SHARE) {
            return Stance.NEUTRAL;
        }
        return random.nextDouble() < polarity ? Stance.PRO : Stance.CON;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** List formats seen in real answers. */
    private enum Format {
        DOT {
            @Override
            String line(int number, String citizen, String statement) {
                return number + ". " + statement;
            }
        },
        BRACKET {
            @Override
            String line(int number, String citizen, String statement) {
                return number + ") " + statement;
            }
        },
        BOLD {
            @Override
            String line(int number, String citizen, String statement) {
                return "**" + number + ".** " + statement;
            }
        },
        QUOTED {
            @Override
            String line(int number, String citizen, String statement) {
                return number + ". \"" + statement + "\"";
            }
        },
        CITIZEN {
            @Override
            String line(int number, String citizen, String statement) {
                return citizen + " " + number + ": " + statement;
            }
        },
        NUMBERED_CITIZEN {
            @Override
            String line(int number, String citizen, String statement) {
                return number + ". **" + citizen + " " + number + ":** " + statement;
            }
        },
        DASHED {
            @Override
            String line(int number, String citizen, String statement) {
                return "- " + citizen + " " + number + ": " + statement;
            }
        };

        abstract String line(int number, String citizen, String statement);
    }
}
