package dev.cultivar.run.response;

import dev.cultivar.provider.Usage;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums tokens by model, recomputed from the responses. */
public final class TokenTotals {

    private TokenTotals() {}

    public static SortedMap<String, Usage> of(Stream<ResponseRecord> responses, String judge) {
        SortedMap<String, Usage> spent = new TreeMap<>();
        responses.forEachOrdered(response -> {
            spent.merge(response.cell().model(), response.usage(), Usage::plus);
            spent.merge(judge, response.judgeUsage(), Usage::plus);
        });
        return spent;
    }
}
