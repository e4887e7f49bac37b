package dev.cultivar.screen;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.provider.Arguments;

/** Ten statements, who says them, and lists of them in any form. */
final class TenPeople {

    static final List<String> TEN = Corpus.ten("en", 0);

    static final List<String> NAMES =
            List.of("Maria", "Peter", "Ingrid", "Lars", "Fatima", "Jens", "Karen", "Omar", "Sofie", "Henrik");

    private TenPeople() {}

    static Arguments form(String name, BiFunction<Integer, String, String> form) {
        return form(name, form, 10);
    }

    static Arguments form(String name, BiFunction<Integer, String, String> form, int count) {
        return Arguments.of(name, form, count);
    }

    static String list(BiFunction<Integer, String, String> form) {
        return list(form, 10);
    }

    static String list(BiFunction<Integer, String, String> form, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> form.apply(i, TEN.get(i - 1)))
                .collect(Collectors.joining("\n"));
    }
}
