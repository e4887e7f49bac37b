package dev.cultivar.batch;

/**
 * What a provider says about a batch.
 *
 * @param state the provider's own word
 * @param ended whether nothing more will come
 * @param total requests; 0 while unknown
 * @param done requests that have an answer
 * @param failed requests that have no answer and will get none
 * @param message why the whole batch failed; empty otherwise
 */
record BatchStatus(String state, boolean ended, int total, int done, int failed, String message) {}
