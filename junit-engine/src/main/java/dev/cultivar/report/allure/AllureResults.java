package dev.cultivar.report.allure;

import dev.cultivar.gate.GateResult;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.response.CellRecord;
import java.nio.file.Path;

/** Writes an Allure result for every cell and every gate of a suite, and the files that Allure reads beside them. */
public final class AllureResults {

    private final Path folder;
    private final Path output;

    /**
     * Writes to a folder.
     *
     * @param folder of the Allure results
     * @param output of the other results, where a list of what was written is kept
     */
    public AllureResults(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    public void write(SuiteReport report, SuiteFigures figures) {
        AllureFolder files = new AllureFolder(folder, output);
        files.forget(report.suite());
        AllureCells cells = new AllureCells(report, files);
        for (CellRecord cell : report.run().cells()) {
            files.write(cells.test(cell));
        }
        AllureGates gates = new AllureGates(report, figures, files);
        for (GateResult gate : report.gates()) {
            files.write(gates.test(gate));
        }
        new AllureSideFiles(report).writeTo(files);
        files.remember(report.suite());
        new AllureListener(folder).giveWay(report.suite(), !report.gates().isEmpty(), files.written());
    }

    public void remove(String suite) {
        new AllureFolder(folder, output).forget(suite);
    }

    public void clear() {
        new AllureFolder(folder, output).forgetAll();
    }
}
