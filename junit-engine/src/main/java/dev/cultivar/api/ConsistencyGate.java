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
 * Requires that different responses of a model to the same topic agree: the lower bound of self-consistency must reach
 * {@link #min()}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(ConsistencyGate.All.class)
public @interface ConsistencyGate {

    /** {@return the minimum self-consistency, in [-1,1]} */
    double min();

    /** {@return whether its interval is about these topics or about others like them} */
    Estimand estimand() default Estimand.SUITE;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link ConsistencyGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        ConsistencyGate[] value();
    }
}
