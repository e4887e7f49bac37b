package dev.cultivar.maven;

import dev.cultivar.maven.bridge.PlatformBridge;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Drafts the prompts of a further language with a model of {@code cultivar.yaml}, for people to review:
 * {@code -Dcultivar.translate.to=it -Dcultivar.translate.model=NAME}, optionally {@code cultivar.translate.backModel} and
 * {@code cultivar.translate.file}. Run again, it asks only for what the file lacks.
 */
@Mojo(
        name = "translate",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class TranslateMojo extends AbstractSuiteMojo {

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        Map<String, Object> result = call("translate");
        list(result, PlatformBridge.LINES).forEach(line -> getLog().info(String.valueOf(line)));
        List<?> problems = list(result, PlatformBridge.ERRORS);
        problems.forEach(problem -> getLog().error(String.valueOf(problem)));
        if (!problems.isEmpty()) {
            throw new MojoFailureException(problems.size()
                    + " sentences are missing in the draft; run the goal again, or write them by hand.");
        }
    }

    private static List<?> list(Map<String, Object> result, String key) {
        return result.get(key) instanceof List<?> values ? values : List.of();
    }
}
