package dev.cultivar.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.platform.commons.annotation.Testable;

/**
 * A method that stands for one topic, or for every topic of a list. It may take a {@link CellResult}, and then is
 * called once for each cell and may assert on it; a failed assertion fails the cell.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface CulturalProbe {

    /** {@return keys of the topics, for example {@code F120}} */
    String[] value() default {};

    /** {@return the name of a topic list of the catalogue, for example {@code wvs7}; topics probed elsewhere in the suite are left out} */
    String catalogue() default "";
}
