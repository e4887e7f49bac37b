package dev.cultivar.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.platform.commons.annotation.Testable;

/**
 * A class whose {@link CulturalProbe} methods are run across models and languages. Everything here is a default:
 * {@code cultivar.yaml} and then configuration parameters ({@code cultivar.models}, ...) override it.
 *
 * <p>Inherited by subclasses, and can be put on an annotation of your own.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Testable
public @interface CulturalSuite {

    /** {@return names of models: entries of {@code cultivar.yaml}, or built-in ones such as {@code planted/uniform}} */
    String[] models() default {};

    /** {@return ISO 639-1 codes of the languages to ask in} */
    String[] languages() default {};

    /** {@return the maximum number of responses per model and language, the same for every topic; 8 per topic by default} */
    int responses() default -1;

    /** {@return the seed of the prompt plan, of the models that take one, and of the bootstrap} */
    long seed() default 1;
}
