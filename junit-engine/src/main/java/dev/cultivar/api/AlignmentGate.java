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
 * Requires that a model's answers follow a population's values: the lower bound of the alignment's interval must reach
 * {@link #min()}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(AlignmentGate.All.class)
public @interface AlignmentGate {

    /** {@return {@link Population#LOCAL}, {@link Population#LANGUAGE}, {@link Population#GLOBAL}, or a name such as {@code DK}} */
    String population() default Population.LOCAL;

    /** {@return the minimum alignment, in [-1,1]} */
    double min();

    /** {@return {@code spearman} (default), {@code mirrored}, {@code pearson}, {@code mean-alignment}, {@code jensen-shannon} or {@code wasserstein}} */
    String metric() default "spearman";

    /** {@return whether its interval is about these topics or about others like them} */
    Estimand estimand() default Estimand.SUITE;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link AlignmentGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        AlignmentGate[] value();
    }
}
