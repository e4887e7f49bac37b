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
 * Requires that answers depend on what is asked more than on how: the lower bound of the topics' share of the variance of polarity must
 * reach {@link #min()}. The rest is by wording, by template and by sample. Its interval is over all topics such as these.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(StabilityGate.All.class)
public @interface StabilityGate {

    /** {@return the least share, in [0,1]} */
    double min();

    /** {@return names of the models it holds for; empty for all} */
    String[] models() default {};

    /** {@return languages it holds for; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link StabilityGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        StabilityGate[] value();
    }
}
