package dev.cultivar.report.allure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Stable ids: the same parts always give the same id. */
final class AllureIds {

    private AllureIds() {}

    static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\u0001", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
