package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.run.Sharding;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Shard;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreTransfer;
import dev.cultivar.suite.SuitePlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A run that several machines share. */
class ShardRunTest extends AtLab {

    private static final int SHARDS = 3;
    private static final int GATES = 4;

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 20)
    @CoverageGate(min = 0.8)
    static class Suite {
        @CulturalProbe({"F118", "F120", "F121", "F123"})
        void topics() {}
    }

    private LabRun run(String output, String store) {
        return new LabRun(folder, settings)
                .with("cultivar.models", "perfect,uniform")
                .with("cultivar.output", folder.resolve(output).toString())
                .with("cultivar.store", folder.resolve(store).toString());
    }

    private JsonNode results(String output) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve(output).resolve("results.json").toFile());
    }

    private RunPlan plan() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("cultivar.config", settings.toString());
        parameters.put("cultivar.models", "perfect,uniform");
        return new SuitePlanner(key -> Optional.ofNullable(parameters.get(key)))
                .plan(Suite.class)
                .suite()
                .orElseThrow()
                .plan();
    }

    @Test
    void theShardsOfARunAreDisjointWholeAndOfAboutOneCost() {
        RunPlan plan = plan();
        Set<CellKey> seen = new HashSet<>();
        for (int part = 1; part <= SHARDS; part++) {
            Set<CellKey> cells = Sharding.cells(plan, new Shard(part, SHARDS));
            assertThat(cells).hasSizeBetween(4, 7);
            assertThat(seen).doesNotContainAnyElementsOf(cells);
            seen.addAll(cells);
        }
        assertThat(seen).isEqualTo(Set.copyOf(plan.cells()));
    }

    @Test
    void mergedShardsGiveWhatOneMachineGives() throws IOException {
        int planned = 2 * 2 * 4;
        for (int part = 1; part <= SHARDS; part++) {
            EngineExecutionResults shard = run("shard" + part, part + ".db")
                    .with("cultivar.shard", part + "/" + SHARDS)
                    .of(Suite.class);
            assertThat(complaints(shard)).isEmpty();
            assertThat(shard.testEvents().skipped().count())
                    .isEqualTo(planned
                            - Sharding.cells(plan(), new Shard(part, SHARDS)).size()
                            + GATES);
            assertThat(results("shard" + part).path("gates")).isEmpty();
            assertThat(results("shard" + part).at("/run/complete").asBoolean()).isFalse();
        }
        for (int part = 1; part <= SHARDS; part++) {
            Path export = folder.resolve(part + ".jsonl");
            try (ResponseStore from =
                    ResponseStores.open(folder.resolve(part + ".db").toString(), StoreMode.REPLAY)) {
                new StoreTransfer(from).exportTo(export, key -> true);
            }
            try (ResponseStore to =
                    ResponseStores.open(folder.resolve("merged.db").toString(), StoreMode.LIVE)) {
                new StoreTransfer(to).importFrom(export);
            }
        }
        int asked = lab.calls.get();

        assertThat(complaints(run("merged", "merged.db")
                        .with("cultivar.mode", "replay")
                        .withoutKey()
                        .of(Suite.class)))
                .isEmpty();
        assertThat(lab.calls).hasValue(asked);

        run("whole", "whole.db").of(Suite.class);
        JsonNode merged = results("merged");
        JsonNode whole = results("whole");
        for (String part : List.of("results", "cells", "gates")) {
            assertThat(bare(merged.path(part))).as(part).isEqualTo(bare(whole.path(part)));
        }
    }

    /** Without the command that would repeat a gate, which names the folders of the run. */
    private static JsonNode bare(JsonNode rows) {
        JsonNode copy = rows.deepCopy();
        copy.forEach(row -> ((ObjectNode) row).remove("rerun"));
        return copy;
    }

    @Test
    void aShardWithoutACellIsRed() {
        EngineExecutionResults results =
                run("x", "x.db").with("cultivar.shard", "17/17").of(Suite.class);

        assertThat(results.containerEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .singleElement()
                .asString()
                .contains("Nothing was asked", "shard 17/17 has none of the selected cells");
        assertThat(lab.calls).hasValue(0);
    }

    @Test
    void aShardThatIsNoneIsRefused() {
        assertThat(complaints(run("x", "x.db").with("cultivar.shard", "4/3").of(Suite.class)))
                .allSatisfy(line -> assertThat(line).contains("2/8"));
        assertThat(lab.calls).hasValue(0);
    }
}
