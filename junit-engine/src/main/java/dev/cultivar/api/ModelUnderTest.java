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
 * <p>It is called on one instance of the suite, by as many threads as the {@code concurrency} of the endpoint {@code jvm}. The suite asks it
 * beside the models that {@link CulturalSuite#models()} names.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ModelUnderTest {

    /** {@return its name in reports and settings; the method's name by default} */
    String name() default "";

    /**
     * {@return the version of the code behind the method} Stored answers belong to one version, so change it whenever you change
     * something that changes an answer: the model, the prompt, the code.
     */
    String version();
}
