package dev.cultivar.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Names of the built-in models, and how they are reached where {@code cultivar.yaml} does not say otherwise. */
public final class BaselineModels {

    /** Start of every built-in model's name. */
    public static final String PREFIX = "baseline/";

    /** Name of the endpoint on loopback, whose address is known once its server runs. */
    public static final String ENDPOINT = "baseline";

    /** Family of the built-in models: the reference level of Eq. 4. */
    public static final String FAMILY = "baseline";

    /** Name of the built-in judge. */
    public static final String JUDGE = "baseline/judge";

    /** Models of a suite that names none. */
    static final List<String> DEFAULT_MODELS = List.of("baseline/perfect-local", "baseline/uniform");

    private static final int CONCURRENCY = 16;

    private BaselineModels() {}

    public static boolean isBaseline(String name) {
        return name.startsWith(PREFIX);
    }

    static String wireName(String name) {
        return name.substring(PREFIX.length());
    }

    static ModelSettings model(String name) {
        return new ModelSettings(
                name,
                ENDPOINT,
                wireName(name),
                FAMILY,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true,
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    static EndpointSettings endpoint() {
        return new EndpointSettings(
                ENDPOINT,
                "openai",
                Optional.empty(),
                Optional.empty(),
                CONCURRENCY,
                Duration.ofMinutes(1),
                2,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Map.of());
    }

    static JudgeSettings judge() {
        return new JudgeSettings(model(JUDGE), OptionalDouble.of(1), "");
    }
}
