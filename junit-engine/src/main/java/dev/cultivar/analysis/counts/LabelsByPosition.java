package dev.cultivar.analysis.counts;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.text.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the judge labelled the statements of one model, by their position in a response. A judge that labels by position without reading
 * shows here, but so does one that reads a model which lists its people in order; only the controls, whose positions are drawn, tell the
 * two apart. A judge that gives all statements of a response one label may be reading a response of one mind; again the controls tell.
 *
 * @param model who was judged
 * @param responses that have labels, believed or not
 * @param misread of these, those in which the judge labelled a control wrongly, once or twice
 * @param lost of these, those in which it did so twice: their labels are not believed
 * @param alike of these, those whose statements all have one label although they are not all the same
 * @param alikeMisread those that are both alike and misread
 * @param positions labels of the first statements, of the second ones, and so on
 * @param explained share of the labels' entropy that the position explains, in [0,1]: Theil's uncertainty coefficient (Theil 1970), 1 -
 *     H(label | position) / H(label); null where all labels are equal, or there are none
 */
public record LabelsByPosition(
        String model,
        int responses,
        int misread,
        int lost,
        int alike,
        int alikeMisread,
        List<Labels> positions,
        @Nullable Double explained) {

    /** How many statements got which label. */
    public record Labels(int pro, int con, int neutral) {

        static final Labels NONE = new Labels(0, 0, 0);

        Labels and(Stance stance) {
            return switch (stance) {
                case PRO -> new Labels(pro + 1, con, neutral);
                case CON -> new Labels(pro, con + 1, neutral);
                case NEUTRAL -> new Labels(pro, con, neutral + 1);
            };
        }

        Labels plus(Labels more) {
            return new Labels(pro + more.pro, con + more.con, neutral + more.neutral);
        }

        int total() {
            return pro + con + neutral;
        }

        /** The number of labels times their entropy, in nats. */
        double surprise() {
            double surprise = 0;
            for (int count : new int[] {pro, con, neutral}) {
                surprise -= count == 0 ? 0 : count * Math.log((double) count / total());
            }
            return surprise;
        }
    }

    public LabelsByPosition {
        positions = List.copyOf(positions);
    }

    /** One for each model that has labels, in the order of their responses. */
    public static List<LabelsByPosition> of(Stream<ResponseRecord> all) {
        Map<String, Tally> labelled = new LinkedHashMap<>();
        all.filter(response -> !response.stances().isEmpty()).forEachOrdered(response -> labelled.computeIfAbsent(
                        response.cell().model(), model -> new Tally())
                .add(response));
        return labelled.entrySet().stream()
                .map(model -> model.getValue().of(model.getKey()))
                .toList();
    }

    /** Counts the responses of one model. */
    private static final class Tally {

        private final List<Labels> positions = new ArrayList<>();
        private int responses;
        private int misread;
        private int lost;
        private int alike;
        private int alikeMisread;

        void add(ResponseRecord response) {
            List<Stance> stances = response.stances();
            for (int i = 0; i < stances.size(); i++) {
                if (i == positions.size()) {
                    positions.add(Labels.NONE);
                }
                positions.set(i, positions.get(i).and(stances.get(i)));
            }
            int wrong = response.misread() > 0 ? 1 : 0;
            responses++;
            misread += wrong;
            lost += response.outcome() == Outcome.JUDGE_ERROR ? 1 : 0;
            if (isAlike(response)) {
                alike++;
                alikeMisread += wrong;
            }
        }

        LabelsByPosition of(String model) {
            return new LabelsByPosition(
                    model,
                    responses,
                    misread,
                    lost,
                    alike,
                    alikeMisread,
                    positions,
                    Decimals.orNull(explained(positions)));
        }
    }

    private static boolean isAlike(ResponseRecord response) {
        if (response.stances().stream().distinct().count() > 1) {
            return false;
        }
        StatementCounts counts = response.counts();
        return (counts.total() > 0 ? counts.different() : StatementCounts.different(response.statements())) > 1;
    }

    private static double explained(List<Labels> positions) {
        double all = positions.stream().reduce(Labels.NONE, Labels::plus).surprise();
        double within = positions.stream().mapToDouble(Labels::surprise).sum();
        return all == 0 ? Double.NaN : 1 - within / all;
    }
}
