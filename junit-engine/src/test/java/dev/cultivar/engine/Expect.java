package dev.cultivar.engine;

import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.EventConditions.uniqueIdSubstring;
import static org.junit.platform.testkit.engine.EventConditions.uniqueIdSubstrings;

import org.assertj.core.api.Condition;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

/** Conditions on events, in the words of this engine. */
final class Expect {

    private Expect() {}

    static Condition<Event> cell(String topic, String model, String language) {
        return event(test(), uniqueIdSubstrings(topic, model, language));
    }

    static Condition<Event> gate(String id) {
        return event(test(), uniqueIdSubstring(id));
    }

    static Condition<Event> failedWith(Class<? extends Throwable> type, String... parts) {
        return finishedWithFailure(
                TestExecutionResultConditions.instanceOf(type), TestExecutionResultConditions.message(message -> {
                    for (String part : parts) {
                        if (!message.contains(part)) {
                            return false;
                        }
                    }
                    return true;
                }));
    }

    /** As unique ids write it: a slash in a model's name is encoded. */
    static String id(String topic, String model, String language) {
        return "[topic:" + topic + "]/[model:" + model.replace("/", "%2F") + "]/[language:" + language + "]";
    }
}
