package dev.cultivar.settings;

import java.util.function.Predicate;

/**
 * The declaration of one setting, with everything that is known about it. Code that reads, shows, describes or repeats settings does so
 * for every declared one. Immutable; equal only to itself.
 *
 * @param <T> type of its values
 */
public final class SettingKey<T> {

    /** The prefix of every setting's name. */
    public static final String PREFIX = "cultivar.";

    /** Who takes a setting. */
    enum Taker {
        /** A run, as a parameter or under {@code run} in {@code cultivar.yaml}. */
        RUN,
        /** A run, only as a parameter. */
        RUN_BY_PARAMETER,
        /** Only goals of the Maven plugin. */
        GOALS
    }

    /** Whether the head of a report shows a setting. */
    public enum Shown {
        ALWAYS,
        /** Only if somebody set it. */
        WHERE_GIVEN,
        /** Never: it says where a run ran, not what it asked. */
        NEVER
    }

    /** Whether the command after {@code again:} repeats a setting. */
    public enum Repeated {
        /** Whoever set it. */
        ALWAYS,
        /** Only if a parameter set it; other values will be found again where they were found this time. */
        WHERE_GIVEN,
        /** Never: it has no part in what was decided. */
        NEVER
    }

    private final String name;
    private final SettingType<T> type;
    private final T byDefault;
    private final String defaultInWords;
    private final String meaning;
    private final Taker taker;
    private final Shown shown;
    private final Repeated repeated;
    private final Predicate<T> repeatedValues;
    private final boolean identity;

    private SettingKey(
            String name,
            SettingType<T> type,
            T byDefault,
            String defaultInWords,
            String meaning,
            Taker taker,
            Shown shown,
            Repeated repeated,
            Predicate<T> repeatedValues,
            boolean identity) {
        this.name = name;
        this.type = type;
        this.byDefault = byDefault;
        this.defaultInWords = defaultInWords;
        this.meaning = meaning;
        this.taker = taker;
        this.shown = shown;
        this.repeated = repeated;
        this.repeatedValues = repeatedValues;
        this.identity = identity;
    }

    /**
     * A setting of a run. Reports always show it, and it is repeated if a parameter set it.
     *
     * @param shortName without {@value #PREFIX}
     */
    static <T> SettingKey<T> of(String shortName, SettingType<T> type, T byDefault, String meaning) {
        return new SettingKey<>(
                PREFIX + shortName,
                type,
                byDefault,
                type.writer().apply(byDefault),
                meaning,
                Taker.RUN,
                Shown.ALWAYS,
                Repeated.WHERE_GIVEN,
                value -> true,
                false);
    }

    /** With a default that the reference describes in words, because it varies or is not a value. */
    SettingKey<T> byDefault(String inWords) {
        return new SettingKey<>(
                name, type, byDefault, inWords, meaning, taker, shown, repeated, repeatedValues, identity);
    }

    SettingKey<T> of(Taker whom) {
        return new SettingKey<>(
                name, type, byDefault, defaultInWords, meaning, whom, shown, repeated, repeatedValues, identity);
    }

    SettingKey<T> shown(Shown when) {
        return new SettingKey<>(
                name, type, byDefault, defaultInWords, meaning, taker, when, repeated, repeatedValues, identity);
    }

    SettingKey<T> repeated(Repeated when) {
        return new SettingKey<>(
                name, type, byDefault, defaultInWords, meaning, taker, shown, when, repeatedValues, identity);
    }

    /** Repeated only if a parameter gave one of these values. */
    SettingKey<T> repeated(Predicate<T> values) {
        return new SettingKey<>(
                name, type, byDefault, defaultInWords, meaning, taker, shown, repeated, values, identity);
    }

    /** Part of a run's identity: it decides what is asked or how answers are scored, so runs with different values are not comparable. */
    SettingKey<T> identity() {
        return new SettingKey<>(
                name, type, byDefault, defaultInWords, meaning, taker, shown, repeated, repeatedValues, true);
    }

    /** Full name, for example {@code cultivar.responses}. */
    public String name() {
        return name;
    }

    /** Name under {@code run} in {@code cultivar.yaml} and in results: without {@value #PREFIX}. */
    public String shortName() {
        return name.substring(PREFIX.length());
    }

    /** The values it accepts, for the reference; Markdown. */
    public String describedType() {
        return type.described();
    }

    /** The value if nobody sets it. */
    public T byDefault() {
        return byDefault;
    }

    /** The value if nobody sets it, for the reference and for reports; Markdown. */
    public String describedDefault() {
        return defaultInWords;
    }

    /** What it does, for the reference; Markdown. */
    public String meaning() {
        return meaning;
    }

    /** Whether {@code run} in {@code cultivar.yaml} takes it. */
    public boolean inYaml() {
        return taker == Taker.RUN;
    }

    /** Whether a run takes it, not just a goal. */
    public boolean ofRun() {
        return taker != Taker.GOALS;
    }

    public Shown shown() {
        return shown;
    }

    public Repeated repeated() {
        return repeated;
    }

    /** Whether the command after {@code again:} repeats this value, if it was given. */
    public boolean repeats(T value) {
        return repeated != Repeated.NEVER && repeatedValues.test(value);
    }

    /** Whether it is part of a run's identity: whether it decides what is asked or how answers are scored. */
    public boolean isIdentity() {
        return identity;
    }

    /**
     * The value that a text stands for.
     *
     * @throws SettingsException if it stands for none; the message is one line that says what it must be
     */
    public T read(String text) {
        return read(text, name);
    }

    /** @param place who wrote the text, for the message */
    T read(String text, String place) {
        return type.reader()
                .apply(text)
                .orElseThrow(() -> new SettingsException(
                        place + " is '" + LiteralKeys.shown(text) + "'; it must be " + type.form() + "."));
    }

    /** The text that stands for a value; empty for no value. */
    public String write(T value) {
        return type.writer().apply(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
