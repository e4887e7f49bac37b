package dev.cultivar.engine;

import dev.cultivar.run.CellKey;
import dev.cultivar.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;

/** What a discovered tree would ask, for a dry run. */
public final class SuitePlans {

    private SuitePlans() {}

    /**
     * One suite.
     *
     * @param plan of the whole suite
     * @param cells those that would be asked
     */
    public record Selected(RunPlan plan, Set<CellKey> cells) {
        public Selected {
            cells = Set.copyOf(cells);
        }
    }

    /**
     * The suites of a tree that {@link CultivarTestEngine} discovered, in its order. Suites that are skipped or cannot be
     * run are left out.
     */
    public static List<Selected> of(TestDescriptor engine) {
        List<Selected> plans = new ArrayList<>();
        collect(engine, plans);
        return List.copyOf(plans);
    }

    private static void collect(TestDescriptor node, List<Selected> plans) {
        if (!(node instanceof SuiteDescriptor suite)) {
            node.getChildren().forEach(child -> collect(child, plans));
        } else if (suite.suite().definition().skipped().isEmpty()) {
            plans.add(new Selected(suite.suite().plan(), suite.selection().cells()));
        }
    }
}
