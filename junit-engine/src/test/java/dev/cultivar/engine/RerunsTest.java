package dev.cultivar.engine;

import static dev.cultivar.engine.Expect.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.cultivar.api.Verdict;
import dev.cultivar.engine.execution.RedLeaves;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.sound.SoundSuites;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** What was red, asked for again in the same process by its unique id: what Surefire does to rerun failing tests. */
class RerunsTest {

    private static final DiscoverySelector SUITE = selectClass(SoundSuites.TwoTopics.class);

    private final FakePipeline pipeline = new FakePipeline();
    private final Desk desk = new Desk(new CultivarTestEngine(pipeline));

    @Test
    void aGateThatFailedStaysRedAndNoModelIsAskedAgain() {
        pipeline.verdict = gate -> "planted/fifty".equals(gate.model()) ? Verdict.FAIL : Verdict.PASS;
        desk.run(SUITE);
        List<String> red = List.copyOf(desk.failed);
        pipeline.verdict = gate -> Verdict.PASS;

        desk.run(ids(red));

        assertThat(red).hasSize(2).allMatch(leaf -> leaf.contains("[gate:"));
        assertThat(desk.failed).containsExactlyElementsOf(red);
        assertThat(desk.failures)
                .hasSize(2)
                .allMatch(line -> line.startsWith("Red as before: a rerun in the same process asks nothing again. ")
                        && line.contains("It said: Coverage of planted/fifty in "));
        assertThat(pipeline.asked).hasSize(1);
        assertThat(pipeline.reported).as("the reports of the whole run stay").hasSize(1);
    }

    @Test
    void itIsRedTheSameWayAThirdTime() {
        pipeline.verdict = gate -> Verdict.FAIL;
        desk.run(SUITE);
        List<String> red = List.copyOf(desk.failed);

        desk.run(ids(red));
        List<String> second = List.copyOf(desk.failures);
        desk.run(ids(red));

        assertThat(desk.failures).isNotEmpty().containsExactlyElementsOf(second);
    }

    @Test
    void aCellThatNobodyScoredStaysRed() {
        pipeline.answer = cell -> CompletableFuture.completedFuture(
                FakePipeline.scored(cell, cell.topic().equals("F118") ? 0 : 8, 2));
        desk.run(SUITE);
        List<String> red = List.copyOf(desk.failed);
        pipeline.answer = cell -> CompletableFuture.completedFuture(FakePipeline.scored(cell, 8, 2));

        desk.run(ids(red));

        assertThat(red).hasSize(4).allMatch(leaf -> leaf.contains("[topic:F118]"));
        assertThat(desk.failed).containsExactlyElementsOf(red);
        assertThat(pipeline.asked).hasSize(1);
    }

    @Test
    void aRedLeafStaysRedWhereOthersAreAskedBesideIt() {
        pipeline.verdict = gate -> Verdict.FAIL;
        desk.run(SUITE);
        String gate = desk.failed.get(0);
        String cell = desk.passed.get(0);
        pipeline.verdict = any -> Verdict.PASS;

        desk.run(ids(List.of(gate, cell)));

        assertThat(desk.failed).containsExactly(gate);
        assertThat(desk.passed).containsExactly(cell);
    }

    @Test
    void aSuiteThatCouldNotReportStaysRedAsAWholeAndNoneOfItsLeavesPasses() {
        pipeline.onReport = () -> {
            throw new IllegalStateException("no space left on the device");
        };
        desk.run(SUITE);
        assertThat(desk.passed).hasSize(8 + 4);
        pipeline.onReport = () -> {};

        desk.run(selectUniqueId("[engine:cultivar]/[group:" + SoundSuites.class.getName() + "]/[suite:"
                + SoundSuites.TwoTopics.class.getName() + "]"));

        assertThat(desk.passed).isEmpty();
        assertThat(desk.failures)
                .contains(
                        "Red as before: a rerun in the same process asks nothing again. Run the whole suite for another"
                                + " verdict. It said: no space left on the device");
        assertThat(pipeline.asked).hasSize(1);
    }

    @Test
    void inAProcessOfSurefireThatHoldsWhereTheClassIsRunAgainByItsName() {
        Desk surefire = new Desk(new CultivarTestEngine(pipeline, new RedLeaves(true), Runner.SUREFIRE));
        pipeline.verdict = gate -> Verdict.FAIL;
        pipeline.onReport = () -> {
            throw new IllegalStateException("no space left on the device");
        };
        surefire.run(SUITE);
        List<String> red = List.copyOf(surefire.failed);
        pipeline.verdict = gate -> Verdict.PASS;
        pipeline.onReport = () -> {};

        surefire.run(SUITE);

        assertThat(surefire.passed).isEmpty();
        assertThat(red).hasSize(4);
        assertThat(surefire.failed).containsAll(red);
        assertThat(pipeline.asked).hasSize(1);
    }

    @Test
    void inAProcessOfSurefireASuiteThatLacksAGateLacksItWhenThatIsAskedAgain() {
        Desk surefire = new Desk(new CultivarTestEngine(pipeline, new RedLeaves(true), Runner.SUREFIRE));
        surefire.run(List.of(selectClass(SoundSuites.OneCell.class)));
        String missing = surefire.failed.get(0);

        surefire.run(selectUniqueId(missing));

        assertThat(surefire.failed).containsExactly(missing);
        assertThat(surefire.failures).singleElement().asString().contains("OneCell declares no gate");
        assertThat(surefire.skipped).isEmpty();
        assertThat(pipeline.asked).hasSize(1);
    }

    @Test
    void elsewhereAClassThatIsRunAgainByItsNameBeginsAnewThoughItCouldNotReport() {
        pipeline.onReport = () -> {
            throw new IllegalStateException("no space left on the device");
        };
        desk.run(SUITE);
        pipeline.onReport = () -> {};

        desk.run(SUITE);

        assertThat(desk.failures).isEmpty();
        assertThat(desk.passed).hasSize(8 + 4);
    }

    @Test
    void aRedLeafStaysRedWhereAnotherSuiteIsRunByItsName() {
        pipeline.verdict = gate -> Verdict.FAIL;
        desk.run(SUITE);
        List<String> red = List.copyOf(desk.failed);
        pipeline.verdict = gate -> Verdict.PASS;
        List<DiscoverySelector> both = new ArrayList<>(ids(red));
        both.add(selectClass(SoundSuites.OneCell.class));

        desk.run(both);

        assertThat(desk.failed).containsExactlyElementsOf(red);
        assertThat(desk.passed).isNotEmpty().allMatch(leaf -> leaf.contains("OneCell"));
    }

    @Test
    void aSuiteThatIsRunByNameBeginsAnew() {
        pipeline.verdict = gate -> Verdict.FAIL;
        desk.run(SUITE);
        List<String> red = List.copyOf(desk.failed);
        pipeline.verdict = gate -> Verdict.PASS;

        desk.run(SUITE);
        assertThat(desk.failed).isEmpty();

        desk.run(ids(red));
        assertThat(desk.passed).containsExactlyElementsOf(red);
        assertThat(pipeline.asked).hasSize(3);
    }

    @Test
    void whatPassedIsAskedAgainByItsId() {
        desk.run(SUITE);
        String cell = desk.passed.stream()
                .filter(leaf -> leaf.endsWith(id("F118", "planted/fifty", "da")))
                .findFirst()
                .orElseThrow();

        desk.run(selectUniqueId(cell));

        assertThat(desk.passed).containsExactly(cell);
        assertThat(pipeline.asked).hasSize(2);
    }

    private static List<? extends DiscoverySelector> ids(List<String> leaves) {
        return leaves.stream().map(DiscoverySelectors::selectUniqueId).toList();
    }
}
