package dev.cultivar.suite;

import dev.cultivar.api.ProbeTag;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;

/** Tags as the platform takes them. */
public final class Tags {

    /** White space, control characters, and what tag expressions keep for themselves. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\p{Cntrl},()&|!]");

    private Tags() {}

    public static TestTag of(String key, String value) {
        return TestTag.create(key + "=" + FORBIDDEN.matcher(value).replaceAll("_"));
    }

    /** Those that a user gave; mistyped ones are made to fit. */
    static Set<TestTag> on(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ProbeTag.class).stream()
                .map(ProbeTag::value)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> TestTag.create(FORBIDDEN.matcher(value).replaceAll("_")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
