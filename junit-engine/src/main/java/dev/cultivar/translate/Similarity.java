package dev.cultivar.translate;

import java.util.Locale;
import org.apache.commons.text.similarity.CosineDistance;

/**
 * How near a back-translation comes to its source: the cosine of their word counts (Commons Text), which does not see the
 * order of words and knows no synonyms. It points a reviewer at sentences; it judges none.
 */
final class Similarity {

    private Similarity() {}

    /** In [0,1], two decimals; words are compared in lower case. */
    static double of(String source, String back) {
        double cosine = 1 - new CosineDistance().apply(source.toLowerCase(Locale.ROOT), back.toLowerCase(Locale.ROOT));
        return Math.round(100 * Math.min(1, Math.max(0, cosine))) / 100.0;
    }
}
