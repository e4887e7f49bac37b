package dev.cultivar.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static final double LABEL = 40;

    @Test
    void itsNumbersAreThoseThatAReaderWouldWrite() {
        assertThat(labels(-0.24, 1.05)).containsExactly("\u22120.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(0.31, 0.52)).containsExactly("0.35", "0.40", "0.45", "0.50");
        assertThat(labels(-27, 19)).containsExactly("\u221220", "\u221210", "0", "10");
        assertThat(labels(-0.00055, 0.00035)).containsExactly("\u22120.0004", "\u22120.0002", "0.0000", "0.0002");
        assertThat(labels(-7_000, 20_000)).containsExactly("\u22125000", "0", "5000", "10000", "15000", "20000");
    }

    /** At any scale: numbers stand where they belong, evenly, with room for their labels, and there are at least two. */
    @Test
    void numbersStandEvenlyWhereTheyBelong() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            double least = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8) - 4);
            Axis axis = new Axis(least, least + Math.pow(10, random.nextDouble() * 7 - 3), 400, 100);
            List<Axis.Tick> ticks = axis.ticks(label -> LABEL);
            double apart = ticks.get(0).at() - ticks.get(1).at();

            assertThat(ticks).as(axis.toString()).hasSizeBetween(2, 8);
            assertThat(apart).isGreaterThanOrEqualTo(LABEL - 1e-6).isLessThan(2.5 * LABEL + 1e-6);
            for (int j = 0; j < ticks.size(); j++) {
                Axis.Tick tick = ticks.get(j);
                double value = Double.parseDouble(tick.label().replace('\u2212', '-'));
                assertThat(tick.at()).isBetween(100 - 1e-6, 400 + 1e-6);
                assertThat(tick.at()).isCloseTo(ticks.get(0).at() - j * apart, Offset.offset(1e-3));
                assertThat(tick.at())
                        .isCloseTo(
                                400 - 300 * (value - axis.least()) / (axis.most() - axis.least()), Offset.offset(1e-3));
            }
        }
    }

    @Test
    void itHoldsItsValuesWithRoomAroundThem() {
        Axis wide = Axis.holding(DoubleStream.of(3, -1, 9), 0.02, 0, 100);
        Axis narrow = Axis.holding(DoubleStream.of(0.5), 0.02, 0, 100);

        assertThat(List.of(wide.least(), wide.most())).containsExactly(-1.4, 9.4);
        assertThat(List.of(narrow.least(), narrow.most())).containsExactly(0.48, 0.52);
    }

    @Test
    void anAxisWithoutNumbersIsAnError() {
        assertThatThrownBy(() -> Axis.holding(DoubleStream.of(0, Double.NaN), 0.02, 0, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axis(1, 1, 0, 100)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> labels(double least, double most) {
        return new Axis(least, most, 0, 300)
                .ticks(label -> LABEL).stream().map(Axis.Tick::label).toList();
    }
}
