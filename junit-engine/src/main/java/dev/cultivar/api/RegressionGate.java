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
 * Requires that a model is no worse than in an earlier, committed run: the lower bound of the paired difference in
 * alignment must be above {@code -margin}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(RegressionGate.All.class)
public @interface RegressionGate {

    /** {@return the path of the baseline run, from the module's folder} */
    String baseline();

    /** {@return the non-inferiority margin, at least 0} */
    double margin();

    /** {@return the population whose alignment is compared, as for {@link AlignmentGate}} */
    String population() default Population.LOCAL;

    /** {@return whether a missing baseline file is a failure} */
    boolean required() default true;

    /** {@return names of the models it holds for; empty for all} */
    String[] models() default {};

    /** {@return languages it holds for; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link RegressionGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        RegressionGate[] value();
    }
}
