package dev.cultivar.judge;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;

/**
 * The judge failed on a response: it could not be reached, did not give one stance per statement, or did not read the statements. The
 * message is one line.
 */
public final class JudgeException extends PlainException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_ASKED = "The judge could not be asked. ";

    private static final String MISREAD =
            "The judge labelled a control statement wrongly twice, and is not believed; if that is frequent, name"
                    + " another judge";

    private final String reason;
    private final int attempts;
    private final boolean unusable;

    /** Not kept where an exception is serialised. */
    private final transient Judgement judgement;

    JudgeException(String message, Judgement judgement) {
        super(message);
        reason = PlainText.text(message);
        attempts = 1;
        unusable = false;
        this.judgement = judgement;
    }

    private JudgeException(String message, Throwable cause, Judgement judgement, boolean unusable) {
        super(message, cause);
        reason = PlainText.text(message);
        attempts = 1;
        this.unusable = unusable;
        this.judgement = judgement;
    }

    private JudgeException(ProviderException cause) {
        super(NOT_ASKED + cause.getMessage(), cause);
        reason = NOT_ASKED + cause.reason();
        attempts = cause.attempts();
        unusable = false;
        judgement = Judgement.NONE;
    }

    /** The judge's endpoint, or something in front of it, failed. */
    static JudgeException notAsked(Throwable cause) {
        return cause instanceof ProviderException provider
                ? new JudgeException(provider)
                : new JudgeException(NOT_ASKED + cause.getMessage(), cause, Judgement.NONE, false);
    }

    /** The judge's answers followed no form; the judgement has no stances. */
    static JudgeException unusable(StanceParser.Unusable last, Judgement judgement) {
        return new JudgeException(
                "The judge's answer was not usable twice: " + last.complaint()
                        + "; raise max-tokens under judge, or name another judge.",
                last,
                judgement,
                true);
    }

    /** The judge reasoned but gave no label. With another limit, the same request is sent again. */
    static JudgeException silent(StanceParser.Unusable last, long tokens, Judgement judgement) {
        return new JudgeException(
                "The judge's answer was not usable twice: all " + (tokens == 0 ? "" : tokens + " ")
                        + "tokens of the last went into reasoning; raise max-tokens under judge, or lower its"
                        + " reasoning.",
                last,
                judgement,
                false);
    }

    /** The judge labelled statements of known stance wrongly. */
    static JudgeException misread(Judgement judgement) {
        return new JudgeException(MISREAD, judgement);
    }

    /** The message without the number of attempts. */
    public String reason() {
        return reason;
    }

    /** What the judge said, although it is not used; {@link Judgement#NONE} where it said nothing that could be read. */
    public Judgement judgement() {
        return judgement;
    }

    /** Whether its answers followed no form. Reading them again from a store then gives the same result. */
    public boolean isUnusable() {
        return unusable;
    }

    /** How many attempts were made, at least 1. */
    public int attempts() {
        return attempts;
    }
}
