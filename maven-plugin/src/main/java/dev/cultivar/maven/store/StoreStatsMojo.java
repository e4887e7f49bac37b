package dev.cultivar.maven.store;

import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreStats;
import dev.cultivar.text.Plural;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what a store holds: answers and judgements by model, their size, the oldest and the newest. */
@Mojo(name = "store-stats", requiresProject = false, aggregator = true, threadSafe = true)
public class StoreStatsMojo extends AbstractStoreMojo {

    @Override
    void perform(ResponseStore responses) {
        StoreStats stats = responses.stats();
        getLog().info(Plural.of(stats.answers(), "answer")
                + stats.oldest().map(oldest -> ", the oldest of " + oldest).orElse("")
                + stats.newest().map(newest -> ", the newest of " + newest).orElse("") + ".");
        for (StoreStats.Group group : stats.groups()) {
            getLog().info("  " + group.kind().name().toLowerCase(Locale.ROOT) + " of " + group.model() + ": "
                    + group.answers() + ", " + group.characters() + " characters");
        }
    }

    @Override
    StoreMode mode() {
        return StoreMode.REPLAY;
    }
}
