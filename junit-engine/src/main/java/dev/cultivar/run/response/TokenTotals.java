package dev.cultivar.run.response;

import dev.cultivar.provider.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums tokens by model, recomputed from the responses. */
public final class TokenTotals {

    private TokenTotals() {}

    public static SortedMap<String, Usage> of(List<ResponseRecord> responses, String judge) {
        SortedMap<String, Usage> spent = new TreeMap<>();
        for (ResponseRecord response : responses) {
            spent.merge(response.cell().model(), response.usage(), Usage::plus);
            spent.merge(judge, response.judgeUsage(), Usage::plus);
        }
        return spent;
    }
}
