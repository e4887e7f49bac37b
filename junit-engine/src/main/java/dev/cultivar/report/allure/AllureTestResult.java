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

    /**
     * One of the values that a test is told by.
     *
     * @param excluded whether the test is the same one in the history whatever this value is
     */
    record Parameter(String name, String value, boolean excluded) {

        /** A value without which it would be another test. */
        static Parameter ofTest(String name, String value) {
            return new Parameter(name, value, false);
        }

        /** A value that may be another in each run. */
        static Parameter ofRun(String name, String value) {
            return new Parameter(name, value, true);
        }
    }

    record Label(String name, String value) {}

    record Attachment(String name, String source, String type) {}
}
