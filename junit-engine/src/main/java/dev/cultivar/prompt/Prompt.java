package dev.cultivar.prompt;

/**
 * A question as a model is asked it: template x topic wording x language.
 *
 * @param topic survey key
 * @param language ISO 639-1 code
 * @param template id of the template within its language, for example {@code t03}
 * @param slot which of the topic's wordings it uses
 * @param text what is sent
 */
public record Prompt(String topic, String language, String template, Slot slot, String text) {}
