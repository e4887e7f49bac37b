package dev.cultivar.judge;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;

/** The judge failed a response: it could not be reached, did not give one stance a statement, or did not read. One line. */
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

    /** That the judge's endpoint, or what stands before it, failed. */
    static JudgeException notAsked(Throwable cause) {
        return cause instanceof ProviderException provider
                ? new JudgeException(provider)
                : new JudgeException(NOT_ASKED + cause.getMessage(), cause, Judgement.NONE, false);
    }

    /** That its answers kept to no form; the judgement has no stance. */
    static JudgeException unusable(StanceParser.Unusable last, Judgement judgement) {
        return new JudgeException(
                "The judge's answer was not usable twice: " + last.complaint()
                        + "; raise max-tokens under judge, or name another judge.",
                last,
                judgement,
                true);
    }

    /** That it thought and gave no label; with another limit the same is asked anew. */
    static JudgeException silent(StanceParser.Unusable last, long tokens, Judgement judgement) {
        return new JudgeException(
                "The judge's answer was not usable twice: all " + (tokens == 0 ? "" : tokens + " ")
                        + "tokens of the last went into reasoning; raise max-tokens under judge, or lower its"
                        + " reasoning.",
                last,
                judgement,
                false);
    }

    /** That its labels of statements of known side were wrong. */
    static JudgeException misread(Judgement judgement) {
        return new JudgeException(MISREAD, judgement);
    }

    /** The message without the number of attempts. */
    public String reason() {
        return reason;
    }

    /** What it said, though it is not believed; {@link Judgement#NONE} where it said nothing that could be read. */
    public Judgement judgement() {
        return judgement;
    }

    /** Whether its answers kept to no form, so that whoever reads them again from a store finds the same. */
    public boolean isUnusable() {
        return unusable;
    }

    /** How often the endpoint was tried, at least 1. */
    public int attempts() {
        return attempts;
    }
}
