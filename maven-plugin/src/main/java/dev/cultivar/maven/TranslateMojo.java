package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.maven.bridge.BridgeResult;
import dev.cultivar.service.TranslationRun;
import dev.cultivar.text.Plural;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the prompts of another language with a model in {@code cultivar.yaml}, for people to review. Run again, it asks only for
 * what the file lacks.
 */
@Mojo(
        name = "translate",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class TranslateMojo extends AbstractSuiteMojo {

    /** Required. ISO 639-1 code of the language to draft, for example {@code it}. */
    @Parameter(property = "cultivar.translate.to")
    private @Nullable String to;

    /** Required. The model in {@code cultivar.yaml} that translates. */
    @Parameter(property = "cultivar.translate.model")
    private @Nullable String model;

    /** The model that translates back; by default the one that translates. A different one is a better check. */
    @Parameter(property = "cultivar.translate.backModel")
    private @Nullable String backModel;

    /** File for the draft; by default in the folder {@code cultivar.prompts}, or else in the module's test resources. */
    @Parameter(property = "cultivar.translate.file")
    private @Nullable File file;

    @Override
    protected void perform() throws MojoExecutionException, MojoFailureException {
        Map<String, String> own = new HashMap<>();
        add(own, TranslationRun.TO, to);
        add(own, TranslationRun.MODEL, model);
        add(own, TranslationRun.BACK_MODEL, backModel);
        add(own, TranslationRun.FILE, file);
        BridgeResult result = call("translate", own);
        result.texts(BridgeKeys.LINES).forEach(getLog()::info);
        List<String> problems = result.texts(BridgeKeys.ERRORS);
        problems.forEach(getLog()::error);
        if (!problems.isEmpty()) {
            throw new MojoFailureException(Plural.of(problems.size(), "sentence is", "sentences are")
                    + " missing in the draft; run the goal again, or write them by hand.");
        }
    }

    private static void add(Map<String, String> own, String key, @Nullable Object value) {
        if (value != null) {
            own.put(key, value.toString());
        }
    }
}
