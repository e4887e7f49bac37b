package dev.cultivar.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Names of the built-in models, and how they are reached unless {@code cultivar.yaml} says otherwise. */
public final class PlantedModels {

    /** Start of every built-in model's name. */
    public static final String PREFIX = "planted/";

    /** Name of the loopback endpoint, whose address is known only when its server runs. */
    public static final String ENDPOINT = "planted";

    private static final String FORMER_ENDPOINT = "baseline";

    /** Family of the built-in models: the reference level of Eq. 4. */
    public static final String FAMILY = "planted";

    /** Name of the built-in judge. */
    public static final String JUDGE = "planted/judge";

    /** The models of a suite that names none. */
    static final List<String> DEFAULT_MODELS = List.of("planted/perfect-local", "planted/uniform");

    private static final int CONCURRENCY = 16;

    private PlantedModels() {}

    public static boolean isPlanted(String name) {
        return name.startsWith(PREFIX);
    }

    /** Whether the name has the former prefix of built-in models, a word that now means only an earlier run. */
    static boolean hasFormerName(String name) {
        return name.startsWith(FORMER_ENDPOINT + "/");
    }

    static String newName(String formerName) {
        return PREFIX + formerName.substring(FORMER_ENDPOINT.length() + 1);
    }

    static boolean isFormerEndpoint(String endpoint) {
        return endpoint.equals(FORMER_ENDPOINT);
    }

    /** The model's name without the prefix. */
    public static String wireName(String name) {
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
                Optional.empty(),
                name);
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
