package dev.cultivar.engine;

import static dev.cultivar.engine.Expect.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.suite.Tags;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class DiscoveryTest {

    private static final String GROUP = "[group:dev.cultivar.engine.sound.SoundSuites]/";
    private static final String TWO_TOPICS = GROUP + "[suite:" + SoundSuites.TwoTopics.class.getName() + "]/";
    private static final List<String> ABORTION = List.of(
            TWO_TOPICS + id("F120", "planted/uniform", "da"),
            TWO_TOPICS + id("F120", "planted/uniform", "en"),
            TWO_TOPICS + id("F120", "planted/fifty", "da"),
            TWO_TOPICS + id("F120", "planted/fifty", "en"));
    private static final String ENGINE = "[engine:cultivar]/";

    private final Bench bench = new Bench();

    @Test
    void supportsClassSelectors() {
        assertThat(bench.leaves(selectClass(SoundSuites.TwoTopics.class)))
                .hasSize(8 + 4)
                .startsWith(ABORTION.toArray(String[]::new))
                .endsWith(
                        gate("coverage planted/uniform da"),
                        gate("coverage planted/uniform en"),
                        gate("coverage planted/fifty da"),
                        gate("coverage planted/fifty en"));
    }

    @Test
    void supportsMethodSelectors() {
        assertThat(cells(bench.leaves(selectMethod(SoundSuites.TwoTopics.class, "abortion"))))
                .isEqualTo(ABORTION);
    }

    @Test
    void supportsMethodSelectorsThatDoNotKnowTheParameter() {
        assertThat(cells(bench.leaves(selectMethod(SoundSuites.TwoTopics.class.getName(), "homosexuality"))))
                .hasSize(4);
    }

    @Test
    void supportsPackageSelectors() {
        assertThat(bench.leaves(selectPackage("dev.cultivar.engine.sound"))).contains(ABORTION.get(0));
    }

    @Test
    void supportsClassPathRootSelectors() throws URISyntaxException {
        Path root = Path.of(SoundSuites.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        bench.filteredBy(includeClassNamePatterns(".*TwoTopics"));

        assertThat(bench.leaves(
                        selectClasspathRoots(Set.of(root)).toArray(new org.junit.platform.engine.DiscoverySelector[0])))
                .hasSize(8 + 4);
    }

    @Test
    void supportsNestedClassSelectors() {
        assertThat(bench.leaves(selectNestedClass(List.of(SoundSuites.class), SoundSuites.TwoTopics.class)))
                .hasSize(8 + 4);
    }

    @Test
    void supportsUniqueIdsOfEveryNode() {
        assertThat(bench.leaves(byId(TWO_TOPICS + "[topic:F120]"))).isEqualTo(ABORTION);
        assertThat(bench.leaves(byId(TWO_TOPICS + "[topic:F120]/[model:planted%2Ffifty]")))
                .isEqualTo(ABORTION.subList(2, 4));
        assertThat(bench.leaves(byId(ABORTION.get(3)))).containsExactly(ABORTION.get(3));
        assertThat(bench.leaves(byId(TWO_TOPICS + "[gates:gates]"))).hasSize(4);
        assertThat(bench.leaves(byId(gate("coverage planted/fifty da"))))
                .containsExactly(gate("coverage planted/fifty da"));
        assertThat(bench.leaves(byId(TWO_TOPICS.substring(0, TWO_TOPICS.length() - 1))))
                .hasSize(8 + 4);
    }

    @Test
    void everyNodeIsFoundAgainByItsUniqueId() {
        TestDescriptor engine = bench.discover(
                        selectClass(SoundSuites.TwoTopics.class), selectClass(SoundSuites.Group.class))
                .getEngineDescriptor();

        assertThat(engine.getDescendants()).isNotEmpty().allSatisfy(node -> {
            TestDescriptor again =
                    bench.discover(selectUniqueId(node.getUniqueId())).getEngineDescriptor();
            assertThat(again.findByUniqueId(node.getUniqueId())).isPresent();
        });
    }

    @Test
    void supportsUniqueIdsOfWhatIsNotThereByFindingNothing() {
        assertThat(bench.leaves(byId(TWO_TOPICS + id("F120", "planted/uniform", "nl"))))
                .isEmpty();
        assertThat(bench.leaves(byId(TWO_TOPICS + id("F999", "planted/uniform", "da"))))
                .isEmpty();
        assertThat(bench.leaves(byId(gate("bias planted/fifty da US")))).isEmpty();
        assertThat(bench.leaves(byId("[suite:no.such.Class]"))).isEmpty();
        assertThat(bench.leaves(byId("[suite:java.lang.String]/[topic:F120]"))).isEmpty();
        assertThat(bench.leaves(selectUniqueId("[engine:other]/" + ABORTION.get(0))))
                .isEmpty();
    }

    @Test
    void supportsIterationSelectorsAsTheCellsOfAProbe() {
        assertThat(bench.leaves(selectIteration(selectMethod(SoundSuites.TwoTopics.class, "abortion"), 1, 2, 17)))
                .containsExactly(ABORTION.get(1), ABORTION.get(2));
    }

    @Test
    void appliesClassNameFiltersToClassesButNotToUniqueIds() {
        bench.filteredBy(ClassNameFilter.excludeClassNamePatterns(".*TwoTopics"));

        assertThat(bench.leaves(selectClass(SoundSuites.TwoTopics.class))).isEmpty();
        assertThat(bench.leaves(byId(ABORTION.get(0)))).hasSize(1);
    }

    @Test
    void appliesPackageNameFilters() {
        bench.filteredBy(PackageNameFilter.excludePackageNames("dev.cultivar.engine.sound"));

        assertThat(bench.leaves(selectClass(SoundSuites.TwoTopics.class))).isEmpty();
    }

    @Test
    void aClassThatHoldsSuitesRunsThemAndStaysTheirAncestor() {
        TestDescriptor engine =
                bench.discover(selectClass(SoundSuites.Group.class)).getEngineDescriptor();

        assertThat(bench.leaves(engine)).hasSize(2).allSatisfy(leaf -> assertThat(leaf.getAncestors())
                .extracting(node -> node.getSource().orElse(null))
                .contains(ClassSource.from(SoundSuites.Group.class), ClassSource.from(SoundSuites.Group.Inner.class)));
    }

    @Test
    void aListLeavesOutWhatOtherProbesName() {
        List<String> leaves = bench.leaves(selectClass(SoundSuites.WholeList.class));
        List<String> list = bench.leaves(selectMethod(SoundSuites.WholeList.class, "everythingElse"));

        assertThat(leaves.get(0)).contains("[topic:F120]");
        assertThat(leaves).hasSizeGreaterThanOrEqualTo(32).doesNotHaveDuplicates();
        assertThat(list).hasSize(leaves.size() - 1).noneMatch(leaf -> leaf.contains("[topic:F120]"));
    }

    @Test
    void aTeamsOwnAnnotationBringsSuiteAndRepeatedGates() {
        assertThat(bench.leaves(selectClass(SoundSuites.MetaAnnotated.class)))
                .filteredOn(leaf -> leaf.contains("[gate:"))
                .extracting(leaf -> leaf.replaceAll(".*\\[gate:(.*)]", "$1").replace("%2F", "/"))
                .containsExactly("coverage planted/uniform da", "coverage planted/uniform en");
    }

    @Test
    void aSubclassInheritsProbesAndGatesAndItsBaseDoesNotRun() {
        assertThat(bench.leaves(selectClass(SoundSuites.Base.class))).isEmpty();
        assertThat(bench.leaves(selectClass(SoundSuites.Derived.class)))
                .hasSize(3)
                .allMatch(leaf -> leaf.contains("SoundSuites$Derived"));
    }

    @Test
    void leavesCarryTagsOfTheirPlaceAndOfTheUser() {
        TestDescriptor engine =
                bench.discover(selectClass(SoundSuites.TwoTopics.class)).getEngineDescriptor();

        assertThat(leaf(engine, id("F118", "planted/fifty", "da")).getTags())
                .extracting(TestTag::getName)
                .containsExactlyInAnyOrder(
                        "topic=F118", "model=planted/fifty", "language=da", "nightly", "core_values");
        assertThat(leaf(engine, "coverage").getTags())
                .extracting(TestTag::getName)
                .containsExactlyInAnyOrder("gate=coverage", "model=planted/uniform", "language=da", "nightly");
    }

    @Test
    void aTagIsMadeToFitWhateverAModelIsCalled() {
        assertThat(Tags.of("model", "my model (v1, beta) & more|less!").getName())
                .isEqualTo("model=my_model__v1__beta____more_less_");
    }

    @Test
    void leavesLeadToTheirMethodAndHaveNamesOfTheirOwn() {
        TestDescriptor engine =
                bench.discover(selectClass(SoundSuites.TwoTopics.class)).getEngineDescriptor();
        TestDescriptor cell = leaf(engine, id("F118", "planted/fifty", "en"));

        assertThat(cell.getSource().orElseThrow()).isInstanceOfSatisfying(MethodSource.class, source -> assertThat(
                        source.getJavaMethod().getName())
                .isEqualTo("homosexuality"));
        assertThat(leaf(engine, id("F120", "planted/fifty", "en")).getSource().orElseThrow())
                .isInstanceOfSatisfying(
                        MethodSource.class,
                        source -> assertThat(source.getJavaMethod().getName()).isEqualTo("abortion"));
        assertThat(cell.getDisplayName()).isEqualTo("F118 planted/fifty in English");
        TestDescriptor gate = leaf(engine, gate("coverage planted/fifty en"));
        assertThat(gate.getDisplayName()).isEqualTo("coverage of planted/fifty in English >= 0.8");
        assertThat(gate.getLegacyReportingName()).isEqualTo("coverage planted/fifty en >= 0.8");
        assertThat(bench.leaves(engine))
                .extracting(TestDescriptor::getLegacyReportingName)
                .doesNotHaveDuplicates();
    }

    /** Surefire takes the class of a leaf from a class source above a method, or else from the name of the leaf's parent. */
    @Test
    void underSurefireEveryLeafIsOfTheClassThatItStarted() {
        TestDescriptor engine = bench.by(Runner.SUREFIRE)
                .discover(selectClass(SoundSuites.TwoTopics.class))
                .getEngineDescriptor();
        assertThat(leaf(engine, gate("coverage planted/fifty en")).getDisplayName())
                .as("what its reports list")
                .isEqualTo("coverage planted/fifty en >= 0.8");

        String suite = SoundSuites.TwoTopics.class.getName();
        assertThat(bench.leaves(engine)).hasSize(8 + 4).allSatisfy(leaf -> {
            TestSource source = leaf.getSource().orElseThrow();
            if (source instanceof MethodSource method) {
                assertThat(method.getClassName()).isEqualTo(suite);
                assertThat(method.getMethodParameterTypes())
                        .as("leaves of a method without parameters are not merged")
                        .isNotBlank();
            } else {
                assertThat(source).as("leaves of a class are not merged").isNotInstanceOf(ClassSource.class);
                assertThat(leaf.getParent().orElseThrow().getDisplayName()).isEqualTo(suite);
            }
        });
    }

    @Test
    void theOrderIsThePlansWhateverTheRequests() {
        List<String> whole = bench.leaves(selectClass(SoundSuites.TwoTopics.class));

        assertThat(bench.leaves(
                        byId(gate("coverage planted/fifty en")),
                        selectMethod(SoundSuites.TwoTopics.class, "homosexuality"),
                        byId(ABORTION.get(3)),
                        byId(ABORTION.get(0)),
                        selectClass(SoundSuites.TwoTopics.class)))
                .isEqualTo(whole);
    }

    @Test
    void theEnginesIdNeedNotBeTheFirstSegment() {
        UniqueId nested = UniqueId.parse("[engine:junit-platform-suite]/[suite:x.Y]/[engine:cultivar]");
        var request = org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request()
                .selectors(selectUniqueId(nested + "/" + ABORTION.get(1)))
                .build();

        TestDescriptor engine = new CultivarTestEngine(bench.pipeline).discover(request, nested);

        assertThat(bench.leaves(engine))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.getUniqueId().toString()).isEqualTo(nested + "/" + ABORTION.get(1)));
    }

    @Test
    void discoveryAsksNobody() {
        bench.discover(selectPackage("dev.cultivar.engine.sound"));

        assertThat(bench.pipeline.asked).isEmpty();
    }

    @Test
    void parametersOverrideTheAnnotation() {
        bench.with("cultivar.models", "planted/refuser").with("cultivar.languages", "en");

        assertThat(cells(bench.leaves(selectMethod(SoundSuites.TwoTopics.class, "abortion"))))
                .containsExactly(TWO_TOPICS + id("F120", "planted/refuser", "en"));
    }

    private static org.junit.platform.engine.DiscoverySelector byId(String id) {
        return selectUniqueId(ENGINE + id);
    }

    private static String gate(String name) {
        return TWO_TOPICS + "[gates:gates]/[gate:" + name.replace("/", "%2F") + "]";
    }

    private static List<String> cells(List<String> leaves) {
        return leaves.stream().filter(leaf -> leaf.contains("[language:")).toList();
    }

    private TestDescriptor leaf(TestDescriptor engine, String part) {
        return bench.leaves(engine).stream()
                .filter(leaf -> leaf.getUniqueId().toString().contains(part))
                .findFirst()
                .orElseThrow();
    }
}
