package dev.cultivar.maven.store;

import dev.cultivar.store.ResponseStore;
import dev.cultivar.text.Plural;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToLongFunction;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Deletes answers from a store: those stored before a day, or those that no run has used since. */
@Mojo(name = "store-prune", requiresProject = false, aggregator = true, threadSafe = true)
public class StorePruneMojo extends AbstractStoreMojo {

    /** Deletes answers stored before this day (UTC), for example {@code 2026-11-24}. */
    @Parameter(property = "cultivar.store.storedBefore")
    private @Nullable String storedBefore;

    /** Deletes answers that no run has used since this day (UTC), for example {@code 2026-11-24}. */
    @Parameter(property = "cultivar.store.unusedSince")
    private @Nullable String unusedSince;

    @Override
    void perform(ResponseStore responses) throws MojoExecutionException {
        String before = storedBefore;
        String since = unusedSince;
        if (before == null && since == null) {
            throw new MojoExecutionException("Say what to delete: -Dcultivar.store.unusedSince=DAY or"
                    + " -Dcultivar.store.storedBefore=DAY, with a day such as 2026-11-24.");
        }
        if (before != null) {
            delete(before, "stored before", responses::removeStoredBefore);
        }
        if (since != null) {
            delete(since, "unused since", responses::removeUnusedSince);
        }
    }

    private void delete(String day, String what, ToLongFunction<Instant> remove) throws MojoExecutionException {
        try {
            Instant moment = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            getLog().info(Plural.of(remove.applyAsLong(moment), "answer") + " " + what + " " + day + " deleted.");
        } catch (DateTimeException e) {
            throw new MojoExecutionException("\"" + day + "\" is not a day; write it like 2026-11-24.", e);
        }
    }
}
