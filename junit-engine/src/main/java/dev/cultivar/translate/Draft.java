package dev.cultivar.translate;

/**
 * One translated sentence.
 *
 * @param source the English sentence
 * @param text its translation
 * @param back the translation's translation into English
 * @param similarity of {@code back} with {@code source}, in [0,1]
 * @param status {@code unreviewed} until a person writes {@code reviewed}
 */
record Draft(String source, String text, String back, double similarity, String status) {}
