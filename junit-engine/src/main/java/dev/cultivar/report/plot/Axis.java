package dev.cultivar.report.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Maps numbers to places along a line.
 *
 * @param least value at {@code from}
 * @param most value at {@code to}, above {@code least}
 * @param from start in pixels
 * @param to end in pixels; less than {@code from} on a vertical axis
 */
record Axis(double least, double most, double from, double to) {

    private static final double MARGIN = 0.04;
    private static final int MOST_TICKS = 100;

    Axis {
        if (!Double.isFinite(most - least) || most <= least) {
            throw new IllegalArgumentException("no axis from " + least + " to " + most);
        }
    }

    /** A round number on an axis. */
    record Tick(double at, String label) {}

    /**
     * An axis that spans all these finite values, at least one, with a little room around them.
     *
     * @param margin the least room on each side, above 0, so that a tiny difference does not look like a large one
     */
    static Axis holding(DoubleStream values, double margin, double from, double to) {
        var range = values.summaryStatistics();
        double room = Math.max(margin, (range.getMax() - range.getMin()) * MARGIN);
        return new Axis(range.getMin() - room, range.getMax() + room, from, to);
    }

    /** The place of a value in pixels. */
    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    /**
     * Multiples of a step: the smallest of 1, 2 or 5 times a power of ten that leaves room for every label.
     *
     * @param room pixels that a label takes along the axis, including the gap to its neighbour
     */
    List<Tick> ticks(ToDoubleFunction<String> room) {
        for (int exponent = (int) Math.floor(Math.log10((most - least) / MOST_TICKS)); ; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit, -exponent);
                List<Tick> ticks = multiples(step);
                double apart = Math.abs(at(least + step.doubleValue()) - from);
                if (ticks.stream().allMatch(tick -> room.applyAsDouble(tick.label()) <= apart)) {
                    return ticks;
                }
            }
        }
    }

    private List<Tick> multiples(BigDecimal step) {
        double size = step.doubleValue();
        return LongStream.rangeClosed((long) Math.ceil(least / size), (long) Math.floor(most / size))
                .mapToObj(BigDecimal::valueOf)
                .map(step::multiply)
                .map(value ->
                        new Tick(at(value.doubleValue()), value.toPlainString().replace('-', '\u2212')))
                .toList();
    }
}
