package dev.cultivar.prompt;

/**
 * One place in the plan of a run. The same plan is asked of every model.
 *
 * @param sample position within its topic's plan, from 0; together with the seed it tells repeats of a prompt apart
 * @param prompt what is asked
 */
public record PlannedPrompt(int sample, Prompt prompt) {}
