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
 * Requires that a model's answers follow a population's values beyond what other countries share with it: the lower bound of distinct
 * alignment's interval must reach {@link #min()}. Ten of the population's own people per answer score 0.5 to 0.9, or 0.40 with the mean of
 * the countries of English; the average of the world or random answers score about 0, other peoples less than own people.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(DistinctGate.All.class)
public @interface DistinctGate {

    /** {@return {@link Population#LOCAL}, {@link Population#LANGUAGE}, or a name such as {@code DK}} */
    String population() default Population.LOCAL;

    /** {@return the minimum distinct alignment, in [-1,1]} */
    double min();

    /** {@return whether its interval is about these topics or about others like them} */
    Estimand estimand() default Estimand.SUITE;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link DistinctGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        DistinctGate[] value();
    }
}
