package dev.cultivar.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values that a setting accepts, and how they are read and written.
 *
 * @param described the accepted values in the words of the reference; Markdown
 * @param form the same in the words of a message: "it must be ..."
 * @param reader gives the value that a text stands for; empty if it stands for none
 * @param writer gives the text that stands for a value
 */
record SettingType<T>(String described, String form, Function<String, Optional<T>> reader, Function<T, String> writer) {

    private static final String WHOLE = "whole number";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    static SettingType<Integer> whole(int least, int most) {
        String form = WHOLE + " from " + least + " to " + most;
        return new SettingType<>(
                form,
                "a " + form,
                text -> number(text, Integer::parseInt).filter(value -> value >= least && value <= most),
                String::valueOf);
    }

    static SettingType<Long> whole() {
        return new SettingType<>(WHOLE, "a " + WHOLE, text -> number(text, Long::parseLong), String::valueOf);
    }

    /** A double in a range; NaN is in no range. */
    static SettingType<Double> number(double low, double high) {
        String form = "number from " + low + " to " + high;
        return new SettingType<>(
                form,
                "a " + form,
                text -> number(text, Double::parseDouble).filter(value -> value >= low && value <= high),
                String::valueOf);
    }

    static <E extends Enum<E> & Choice> SettingType<E> choice(Class<E> type) {
        return words(List.of(type.getEnumConstants()), Choice::label);
    }

    /** Any of a few words, separated by commas. */
    static <E extends Enum<E> & Choice> SettingType<Set<E>> choices(Class<E> type) {
        SettingType<E> one = choice(type);
        return new SettingType<>(
                "any of " + one.described().replace(" or ", ", ") + ", separated by commas",
                one.form().replace("one of", "any of") + ", separated by commas",
                text -> {
                    EnumSet<E> chosen = EnumSet.noneOf(type);
                    for (String word : text.split(",", -1)) {
                        Optional<E> read = one.reader().apply(word.strip());
                        if (read.isEmpty()) {
                            return Optional.empty();
                        }
                        read.ifPresent(chosen::add);
                    }
                    return Optional.of(Collections.unmodifiableSet(chosen));
                },
                chosen -> chosen.stream().map(Choice::label).collect(Collectors.joining(",")));
    }

    static SettingType<Boolean> flag() {
        return words(List.of(true, false), String::valueOf);
    }

    private static <T> SettingType<T> words(List<T> values, Function<T, String> label) {
        List<String> labels = values.stream().map(label).toList();
        String last = "`" + labels.get(labels.size() - 1) + "`";
        String others = labels.stream()
                .limit(labels.size() - 1L)
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "));
        return new SettingType<>(
                others + " or " + last,
                "one of " + String.join(", ", labels),
                text -> values.stream()
                        .filter(value -> label.apply(value).equals(text))
                        .findFirst(),
                label);
    }

    /** Names separated by commas; empty ones are dropped. */
    static SettingType<List<String>> names(String what) {
        String form = what + ", separated by commas";
        return new SettingType<>(
                form,
                form,
                text -> Optional.of(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()),
                names -> String.join(",", names));
    }

    static SettingType<Path> path(String described) {
        return new SettingType<>(described, "a path", SettingType::pathOf, path -> path.toString()
                .replace('\\', '/'));
    }

    private static Optional<Path> pathOf(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 as 64 hexadecimal digits. */
    static SettingType<String> digest() {
        String form = "SHA-256, 64 hexadecimal digits";
        return new SettingType<>(
                form,
                "a " + form,
                text -> Optional.of(text.toLowerCase(Locale.ROOT))
                        .filter(hex -> DIGEST.matcher(hex).matches()),
                text -> text);
    }

    static SettingType<String> text(String described) {
        return new SettingType<>(described, described, Optional::of, text -> text);
    }

    /** The same type for an optional setting; empty text stands for no value. */
    static <T> SettingType<Optional<T>> optional(SettingType<T> type) {
        return new SettingType<>(
                type.described(),
                type.form(),
                text -> Optional.of(type.reader().apply(text)).filter(Optional::isPresent),
                value -> value.map(type.writer()).orElse(""));
    }

    private static <N extends Number> Optional<N> number(String text, Function<String, N> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
