package dev.cultivar.stats.regression;

import java.util.Arrays;

/**
 * What a random intercept model needs from its data, in one pass over the rows: scatter within groups, and the means of each group. The
 * within-group and between-group parts are kept apart so that nothing cancels when one dwarfs the other. Groups of the same size share
 * their matrix, so a balanced design costs the same for any number of groups.
 */
final class GroupMoments {

    final int rows;
    final int columns;
    final int groups;
    /** Scatter of the columns within groups. */
    final double[][] within;

    final double[] withinY;
    final double withinYy;
    /** Distinct group sizes, and for each the sum over its groups of mean times mean transposed. */
    final int[] sizes;

    final double[][][] between;
    final int[] sizeOf;
    /** Group means of the columns and of y. */
    final double[][] mean;

    final double[] meanY;

    GroupMoments(Orthonormal basis, double[] y, GroupIndex groups) {
        rows = y.length;
        columns = basis.columns();
        this.groups = groups.count();
        double[][] centred = new double[columns][];
        mean = new double[this.groups][columns];
        for (int j = 0; j < columns; j++) {
            double[] means = groups.means(basis.column(j));
            centred[j] = groups.centred(basis.column(j), means);
            for (int g = 0; g < this.groups; g++) {
                mean[g][j] = means[g];
            }
        }
        meanY = groups.means(y);
        double[] centredY = groups.centred(y, meanY);
        within = new double[columns][columns];
        withinY = new double[columns];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k <= j; k++) {
                within[j][k] = Orthonormal.dot(centred[j], centred[k]);
                within[k][j] = within[j][k];
            }
            withinY[j] = Orthonormal.dot(centred[j], centredY);
        }
        withinYy = Orthonormal.dot(centredY, centredY);
        int[] all = new int[this.groups];
        Arrays.setAll(all, groups::size);
        sizes = Arrays.stream(all).distinct().sorted().toArray();
        sizeOf =
                Arrays.stream(all).map(size -> Arrays.binarySearch(sizes, size)).toArray();
        between = new double[sizes.length][columns][columns];
        for (int g = 0; g < this.groups; g++) {
            double[][] sum = between[sizeOf[g]];
            for (int j = 0; j < columns; j++) {
                Orthonormal.add(sum[j], mean[g][j], mean[g]);
            }
        }
    }

    int largestGroup() {
        return sizes[sizes.length - 1];
    }
}
