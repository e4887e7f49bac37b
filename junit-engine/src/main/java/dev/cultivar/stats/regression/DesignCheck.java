package dev.cultivar.stats.regression;

/** Checks the input of a regression, so that every later error is about the numbers and not about their shape. */
final class DesignCheck {

    private DesignCheck() {}

    static void check(double[] y, double[][] x, String[] names) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y has " + y.length + " rows but x has " + x.length + "; both need the same number");
        }
        if (x.length == 0 || x[0].length == 0) {
            throw new IllegalArgumentException("a regression needs at least one row and one column");
        }
        int columns = x[0].length;
        if (names.length != 0 && names.length != columns) {
            throw new IllegalArgumentException(
                    "there are " + names.length + " names for " + columns + " columns; one is needed for each");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "y is " + y[i] + " in row " + i + "; every value must be a finite number");
            }
            if (x[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " of x has " + x[i].length + " columns but row 0 has " + columns);
            }
            for (int j = 0; j < columns; j++) {
                if (!Double.isFinite(x[i][j])) {
                    throw new IllegalArgumentException(column(j, names) + " is " + x[i][j] + " in row " + i
                            + "; every value must be a finite number");
                }
            }
        }
        if (x.length <= columns) {
            throw new IllegalArgumentException("there are " + x.length + " rows for " + columns
                    + " columns; a regression needs more rows than columns");
        }
    }

    static String column(int j, String[] names) {
        return names.length == 0 ? "column " + j : "column " + j + " (" + names[j] + ")";
    }
}
