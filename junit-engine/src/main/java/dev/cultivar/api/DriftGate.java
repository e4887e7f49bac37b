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
 * An alarm: red if the answers on a category of topics drifted since an earlier, committed run, in either direction. If nothing did,
 * it stays silent, which does not prove that the release is as good as the last. So it cannot be a suite's only gate.
 * Categories of fewer than three topics are not tested.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(DriftGate.All.class)
public @interface DriftGate {

    /** {@return the path of the baseline run, from the module's folder} */
    String baseline();

    /**
     * {@return the model in the baseline with which every model of this gate is compared; if empty, each is compared with the one that its
     * {@code baseline} in {@code cultivar.yaml} names, or else with the one of the same name}
     */
    String baselineModel() default "";

    /** {@return whether a missing baseline file is a failure} */
    boolean required() default true;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** Holds more than one {@link DriftGate}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface All {
        /** {@return the gates} */
        DriftGate[] value();
    }
}
