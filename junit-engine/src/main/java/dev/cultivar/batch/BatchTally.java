package dev.cultivar.batch;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import brought.
 *
 * @param imported answers that are now in the store
 * @param known how many of them were in the store before
 * @param notAsked requests whose batch expired or was cancelled before their turn
 * @param failed requests that failed, by reason
 * @param foreign lines whose id matches no request in this folder
 * @param missing requests that the results do not mention
 */
public record BatchTally(
        int imported, int known, int notAsked, SortedMap<String, Integer> failed, int foreign, int missing) {

    static final BatchTally NOTHING = new BatchTally(0, 0, 0, new TreeMap<>(), 0, 0);

    BatchTally plus(BatchTally other) {
        SortedMap<String, Integer> all = new TreeMap<>(failed);
        other.failed.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        return new BatchTally(
                imported + other.imported,
                known + other.known,
                notAsked + other.notAsked,
                all,
                foreign + other.foreign,
                missing + other.missing);
    }

    /** One line, and one more for every reason for failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(imported)
                .append(" answers imported (")
                .append(known)
                .append(" of them known before), ")
                .append(notAsked)
                .append(" not asked before their batch ended, ")
                .append(missing)
                .append(" without a result, ")
                .append(foreign)
                .append(" lines of other requests");
        failed.forEach((reason, count) ->
                text.append("\n  ").append(count).append(" failed: ").append(reason));
        return text.toString();
    }
}
