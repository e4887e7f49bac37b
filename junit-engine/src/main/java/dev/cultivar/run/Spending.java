package dev.cultivar.run;

import dev.cultivar.model.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums tokens by model, recomputed from the responses. */
final class Spending {

    private Spending() {}

    static SortedMap<String, Usage> of(List<ResponseRecord> responses, String judge) {
        SortedMap<String, Usage> spent = new TreeMap<>();
        for (ResponseRecord response : responses) {
            spent.merge(response.cell().model(), response.usage(), Usage::plus);
            spent.merge(judge, response.judgeUsage(), Usage::plus);
        }
        return spent;
    }
}
