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
 * Requires that a model is not worse than in an earlier, committed run by more than a margin: the whole interval of the change, paired
 * prompt by prompt, must lie on the better side of the margin. Without {@link #margin}, it is the smallest margin at which all regression
 * gates of the suite together pass an unchanged release in 80 of 100 runs. It follows from the plan and the baseline, never from the new
 * answers; if it is above 0.10, the gate is red and says how many responses it needs.
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

    /** {@return what must not get worse; a drift towards the reference country may raise alignment with others, and bias shows it} */
    Statistic statistic() default Statistic.BIAS;

    /** {@return by how much bias may rise, or an alignment fall, at least 0; NaN for the smallest margin, from the plan} */
    double margin() default Double.NaN;

    /** {@return the country that bias is measured towards} */
    String reference() default "US";

    /** {@return the population whose alignment or distinct alignment is compared, as for {@link AlignmentGate}; bias has none} */
    String population() default Population.LOCAL;

    /**
     * {@return the model in the baseline with which every model of this gate is compared; if empty, each is compared with the one that its
     * {@code baseline} in {@code cultivar.yaml} names, or else with the one of the same name}
     */
    String baselineModel() default "";

    /** {@return whether a missing baseline file is a failure} */
    boolean required() default true;

    /** {@return whether its interval is about these topics or about others like them} */
    Estimand estimand() default Estimand.SUITE;

    /** {@return names of the models it applies to; empty for all} */
    String[] models() default {};

    /** {@return languages it applies to; empty for all} */
    String[] languages() default {};

    /** What is compared with the baseline. */
    enum Statistic {
        /** How much closer the model is to the reference country than to the countries of the language. */
        BIAS,
        /** What remains of the alignment with the population after removing what other countries share. */
        DISTINCT,
        /** Alignment with the population, by Spearman's rho. */
        ALIGNMENT
    }

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
