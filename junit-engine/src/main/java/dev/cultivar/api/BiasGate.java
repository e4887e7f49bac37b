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
 * Requires that a model is no closer to a reference country than to the local populations: the upper bound of the
 * bias's interval must not exceed {@link #max()}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(BiasGate.All.class)
public @interface BiasGate {

    /** {@return the reference country} */
    String reference() default "US";

    /** {@return the maximum bias: alignment with the reference minus mean alignment with the countries of the language} */
    double max();

    /** {@return how the bias is estimated} */
    Method method() default Method.PAIRED;

    /** Ways to estimate the bias. */
    enum Method {
        /** Paired difference on the same responses, with the interval of the estimand: by default a jackknife within topics. */
        PAIRED,
        /** The coefficient {@code us:model:language} of Eq. 4. */
        OLS
    }

    /** {@return whether its interval is about these topics or about others like them; that of {@link Method#OLS} is about all topics} */
    Estimand estimand() default Estimand.SUITE;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link BiasGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        BiasGate[] value();
    }
}
