package dev.cultivar.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Your own tag, for the tag filters of the JUnit Platform ({@code groups} under Surefire). A suite's tags hold
 * for all its probes and gates.
 *
 * <p>Every cell also carries {@code topic=F120}, {@code model=gpt-4o} and {@code language=da}, and every gate
 * {@code gate=alignment} with its model, language and {@code population=DK}. White space and the characters
 * {@code , ( ) & | !}, which tag expressions reserve, become {@code _}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(ProbeTag.All.class)
public @interface ProbeTag {

    /** {@return the tag, without white space and without {@code , ( ) & | !}} */
    String value();

    /** Holds more than one {@link ProbeTag}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the tags} */
        ProbeTag[] value();
    }
}
