package dev.cultivar.engine;

import static dev.cultivar.engine.Expect.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.suite.SuiteClasses;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The calls that IDEs and build tools make of the launcher. */
class LauncherTest {

    private static final String TWO_TOPICS = "[engine:cultivar]/[group:" + SoundSuites.class.getName() + "]/[suite:"
            + SoundSuites.TwoTopics.class.getName() + "]/";
    private static final String CELL = TWO_TOPICS + id("F118", "planted/fifty", "da");

    private final FakePipeline pipeline = new FakePipeline();
    private final Desk desk = new Desk(new CultivarTestEngine(pipeline));

    /** A suite of the platform around one of ours. */
    @Suite
    @SelectClasses(SoundSuites.TwoTopics.class)
    static class Release {}

    @Test
    void aClassShowsItsWholeTreeBeforeItRunsAndReportsExactlyThat() {
        TestPlan plan = desk.run(selectClass(SoundSuites.TwoTopics.class));

        assertThat(Desk.leaves(plan)).hasSize(8 + 4);
        assertThat(desk.passed).containsExactlyElementsOf(Desk.leaves(plan));
    }

    @Test
    void aMethodWithOrWithoutItsParameterTypesRunsItsCellsAndTheGatesSayThatTheyDidNot() {
        String suite = SoundSuites.TwoTopics.class.getName();
        for (String method : List.of(
                suite + "#homosexuality(dev.cultivar.api.CellResult)",
                suite + "#homosexuality(CellResult)",
                suite + "#homosexuality")) {
            desk.run(selectMethod(method));

            assertThat(desk.passed).as(method).hasSize(4).allMatch(leaf -> leaf.contains("[topic:F118]"));
            assertThat(desk.skipped)
                    .hasSize(4)
                    .allMatch(leaf -> leaf.startsWith("coverage of planted/")
                            && leaf.contains("Only 4 of the suite's 8 cells were selected"));
        }
        assertThat(pipeline.reported)
                .allSatisfy(conclusion -> assertThat(conclusion.verdicts()).isEmpty());
    }

    @Test
    void severalMethodsOfOneRunAreAskedTogether() {
        desk.run(List.of(
                selectMethod(SoundSuites.TwoTopics.class, "abortion"),
                selectMethod(SoundSuites.TwoTopics.class, "homosexuality")));

        assertThat(pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(8));
        assertThat(desk.passed).hasSize(8 + 4);
    }

    @Test
    void whatFailedIsRunAgainByItsUniqueIdAndNothingElseIs() {
        desk.run(selectUniqueId(CELL));

        assertThat(desk.passed).containsExactly(CELL);
        assertThat(pipeline.asked).containsExactly(Set.of(new CellKey("F118", "planted/fifty", "da")));
    }

    @Test
    void anIdOfWhatIsNoLongerThereIsAnErrorAndNotAnEmptyRun() {
        assertThatThrownBy(() -> desk.run(selectUniqueId(CELL.replace("F118", "F999"))))
                .hasMessageContaining("could not be resolved")
                .hasMessageContaining("F999");
        assertThat(pipeline.asked).isEmpty();
    }

    @Test
    void aDryRunIsAnErrorAndNotARunOfWhichEveryGateIsSkipped() {
        desk.with("junit.platform.execution.dryRun.enabled", "true");

        assertThatThrownBy(() -> desk.run(selectClass(SoundSuites.TwoTopics.class)))
                .rootCause()
                .hasMessageContaining("dry run skips every gate")
                .hasMessageContaining("run cultivar:plan");
        assertThat(pipeline.asked).isEmpty();
    }

    @Test
    void anIterationIsACellOfItsProbe() {
        desk.run(selectIteration(selectMethod(SoundSuites.TwoTopics.class, "homosexuality"), 2));

        assertThat(desk.passed).containsExactly(CELL);
    }

    @Test
    void aFolderOfClassesIsNarrowedByClassNameAndTag() throws URISyntaxException {
        Path root = Path.of(SoundSuites.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        desk.run(
                selectClasspathRoots(Set.of(root)),
                ClassNameFilter.includeClassNamePatterns(".*TwoTopics|.*OneCell"),
                TagFilter.includeTags("topic=F118 & language=da"));

        assertThat(desk.passed)
                .containsExactly(TWO_TOPICS + id("F118", "planted/uniform", "da"), CELL)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPackageIsNarrowedByATagOfTheUser() {
        desk.run(selectPackage(SoundSuites.class.getPackageName()), TagFilter.includeTags("core_values"));

        assertThat(desk.passed).hasSize(4).allMatch(leaf -> leaf.contains("[topic:F118]"));
    }

    @Test
    void everyLeafLeadsToItsMethodOrClassAsIdesLookItUp() {
        TestPlan plan = desk.discover(selectClass(SoundSuites.TwoTopics.class));

        for (String leaf : Desk.leaves(plan)) {
            TestIdentifier node = plan.getTestIdentifier(org.junit.platform.engine.UniqueId.parse(leaf));
            if (leaf.contains("[gate:")) {
                assertThat(node.getSource()).contains(ClassSource.from(SoundSuites.TwoTopics.class));
            } else {
                assertThat(node.getSource().orElseThrow())
                        .isInstanceOfSatisfying(MethodSource.class, source -> assertThat(source.getJavaMethod())
                                .matches(SuiteClasses::isProbe));
            }
        }
    }

    @Test
    void aCellInsideAPlatformSuiteIsRunAgainByItsNestedId(@TempDir Path output) throws Exception {
        // The suite's own launcher takes engines where users' builds do, so this one runs the real pipeline.
        Desk suites = new Desk(suiteEngine())
                .with(Settings.RESPONSES.name(), "2")
                .with(Settings.OUTPUT.name(), output.toString())
                .with(Settings.ALLURE.name(), "none");

        List<String> leaves = Desk.leaves(suites.discover(selectClass(Release.class)));
        assertThat(leaves).hasSize(8 + 4).allMatch(leaf -> leaf.startsWith("[engine:junit-platform-suite]/[suite:"));
        String cell = leaves.stream()
                .filter(leaf -> leaf.endsWith(id("F118", "planted/fifty", "da")))
                .findFirst()
                .orElseThrow();

        suites.run(selectUniqueId(cell));

        assertThat(suites.passed).containsExactly(cell);
        assertThat(suites.failures).isEmpty();
        assertThat(Files.readAllLines(output.resolve("responses.jsonl")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"F118\"") && line.contains("planted/fifty"));
    }

    private static TestEngine suiteEngine() {
        return ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.getId().equals("junit-platform-suite"))
                .findFirst()
                .orElseThrow();
    }
}
