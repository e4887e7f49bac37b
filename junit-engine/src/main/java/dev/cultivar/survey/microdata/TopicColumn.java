package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Topic;
import java.util.List;

/**
 * The column of a topic.
 *
 * @param index of the column
 * @param name of the column, for messages
 * @param topic what was asked
 * @param codes the topic's codes for the column's codes 1, 2, 3 and so on; empty where they are the same
 */
record TopicColumn(int index, String name, Topic topic, List<Integer> codes) {

    TopicColumn {
        codes = List.copyOf(codes);
    }

    /** Number of codes in the column. */
    int scale() {
        return codes.isEmpty() ? topic.coding().codes() : codes.size();
    }

    /** The topic's code; codes of 0 and below are left unchanged. */
    int code(int written) {
        return written <= 0 || codes.isEmpty() ? written : codes.get(written - 1);
    }
}
