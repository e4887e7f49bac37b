package dev.cultivar.report.allure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same whenever they are made from the same parts. */
final class AllureIds {

    private AllureIds() {}

    static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\u0001", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
