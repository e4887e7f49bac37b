package dev.cultivar.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * A method of a suite that Cultivar asks as it asks a model, so that you measure what you release, with its system prompt, retrieval and
 * filters. It takes the prompt and returns the answer, {@code String} to {@code String}. Or it has no parameters and returns such a function, a
 * {@code Function<String, String>}, for example {@code return chatModel::chat;}.
 *
 * <p>It is called on one instance of the suite, by as many threads as the endpoint {@code jvm} has {@code concurrency}. The suite asks it
 * beside the models that {@link CulturalSuite#models()} names.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ModelUnderTest {

    /** {@return its name in reports and settings; the method's by default} */
    String name() default "";

    /**
     * {@return the version of what answers} Stored answers belong to one version, so change it with anything that changes an answer: the
     * model behind it, its prompt, its code.
     */
    String version();
}
