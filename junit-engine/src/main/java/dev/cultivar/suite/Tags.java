package dev.cultivar.suite;

import dev.cultivar.api.ProbeTag;
import dev.cultivar.text.PlainText;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;

/** Tags in the form that the platform accepts. */
public final class Tags {

    /** White space of any script, and the characters that tag expressions reserve. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s,()&|!]", Pattern.UNICODE_CHARACTER_CLASS);

    private Tags() {}

    public static TestTag of(String key, String value) {
        return TestTag.create(key + "=" + fitting(value));
    }

    private static String fitting(String value) {
        return FORBIDDEN.matcher(PlainText.line(value)).replaceAll("_");
    }

    /** The user's tags, with forbidden characters replaced. */
    static Set<TestTag> on(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ProbeTag.class).stream()
                .map(ProbeTag::value)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> TestTag.create(fitting(value)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
