package dev.cultivar.report.allure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <uuid>-result.json}, in the fields of Allure's own model. The model's own classes are not used: a suite may run with Allure's
 * listener, which puts its older version of them on the class path, and up to 2.34 they have neither {@code titlePath} nor
 * {@code expected} and {@code actual}.
 */
record AllureTestResult(
        String uuid,
        String name,
        String fullName,
        String testCaseId,
        String historyId,
        List<String> titlePath,
        String stage,
        long start,
        long stop,
        String status,
        StatusDetails statusDetails,
        String descriptionHtml,
        List<Parameter> parameters,
        List<Label> labels,
        List<Object> links,
        List<Object> steps,
        List<Attachment> attachments) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusDetails(
            String message,
            String trace,
            @Nullable String expected,
            @Nullable String actual,
            boolean flaky) {
        static final StatusDetails NONE = new StatusDetails("", "", null, null, false);
    }

    record Parameter(String name, String value, boolean excluded) {}

    record Label(String name, String value) {}

    record Attachment(String name, String source, String type) {}
}
