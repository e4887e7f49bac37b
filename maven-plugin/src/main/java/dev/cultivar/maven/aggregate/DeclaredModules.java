package dev.cultivar.maven.aggregate;

import dev.cultivar.maven.build.BoundGoals;
import dev.cultivar.maven.run.RunNote;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The modules that an aggregating module declares as dependencies, and their runs. Because of the declaration, Maven also builds them
 * first, with any number of threads.
 */
public final class DeclaredModules {

    private static final Set<String> RUNNING = Set.of("run", "check");
    private static final Set<String> VERIFYING = Set.of("verify", "check");

    private final MavenProject project;
    private final MavenSession session;
    private final Set<String> without;
    private final Optional<Instant> buildStarted;

    /**
     * @param without artifact ids of dependencies that have no suites
     * @param inThisBuild whether modules that take part in this build must have results from it
     */
    public DeclaredModules(MavenProject project, MavenSession session, List<String> without, boolean inThisBuild) {
        this.project = project;
        this.session = session;
        this.without = new LinkedHashSet<>(without);
        this.buildStarted =
                inThisBuild ? Optional.of(session.getRequest().getStartTime().toInstant()) : Optional.empty();
    }

    /**
     * Every run of every declared module.
     *
     * @param mistakes receives what is missing, one line each
     */
    public List<ModuleRun> runs(List<String> mistakes) {
        List<ModuleRun> runs = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(without);
        for (Dependency dependency : project.getDependencies()) {
            if (without.contains(dependency.getArtifactId())) {
                unused.remove(dependency.getArtifactId());
                continue;
            }
            Optional<MavenProject> module = module(dependency);
            if (module.isPresent()) {
                try {
                    runs.addAll(runsOf(module.get()));
                } catch (MojoExecutionException e) {
                    mistakes.add(e.getMessage());
                }
            } else if (dependency.getGroupId().equals(project.getGroupId())) {
                mistakes.add(
                        "Dependency " + dependency.getArtifactId() + " is not a module of this build, so its results"
                                + " cannot be found. Build it too, or name it in cultivar.aggregate.without.");
            }
        }
        unused.forEach(name -> mistakes.add("cultivar.aggregate.without names " + name
                + ", which is not a dependency of " + project.getArtifactId() + "."));
        if (runs.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(
                    "Module " + project.getArtifactId() + " declares no dependency on a module with suites, so there"
                            + " is nothing to aggregate. Declare one for each of them.");
        }
        return distinct(runs);
    }

    /** Modules that run suites in this build but were not declared, so that nobody checks their gates here. */
    public List<String> forgotten() {
        return session.getAllProjects().stream()
                .filter(module -> !module.equals(project) && !executions(module).isEmpty())
                .filter(module -> project.getDependencies().stream().noneMatch(dependency -> is(module, dependency)))
                .map(MavenProject::getArtifactId)
                .toList();
    }

    /** Those modules that do not even verify themselves, one line each: a missed gate in them would be green. */
    public List<String> unverified() {
        List<String> forgotten = forgotten();
        return session.getAllProjects().stream()
                .filter(module -> forgotten.contains(module.getArtifactId()))
                .filter(module -> BoundGoals.of(module, VERIFYING).isEmpty())
                .map(module ->
                        "Module " + module.getArtifactId() + " runs suites that nothing verifies. Declare it as a"
                                + " dependency of " + project.getArtifactId() + ", or bind verify in it.")
                .toList();
    }

    private Optional<MavenProject> module(Dependency dependency) {
        return session.getAllProjects().stream()
                .filter(module -> is(module, dependency))
                .findFirst();
    }

    private static boolean is(MavenProject module, Dependency dependency) {
        return module.getGroupId().equals(dependency.getGroupId())
                && module.getArtifactId().equals(dependency.getArtifactId());
    }

    private List<ModuleRun> runsOf(MavenProject module) throws MojoExecutionException {
        Path build = Path.of(module.getBuild().getDirectory());
        Map<String, RunNote> notes = RunNote.read(build);
        List<String> bound = executions(module);
        for (String execution : bound) {
            if (!notes.containsKey(execution)) {
                throw new MojoExecutionException(
                        "Module " + module.getArtifactId() + " has no results of its execution " + execution
                                + " of cultivar:run. Build it too, without cultivar.skip.");
            }
        }
        if (notes.isEmpty()) {
            throw new MojoExecutionException(
                    "Module " + module.getArtifactId() + " has no results: no cultivar:run ran in"
                            + " it. Bind run there, or name it in cultivar.aggregate.without.");
        }
        if (!bound.isEmpty()) {
            // A trial on the command line says nothing about the build, but an execution that no longer exists would.
            notes.remove("default-cli");
            for (String execution : notes.keySet()) {
                if (!bound.contains(execution)) {
                    throw new MojoExecutionException(
                            "Module " + module.getArtifactId() + " has results of an execution " + execution
                                    + " that its pom no longer has. Run mvn clean.");
                }
            }
        }
        List<ModuleRun> runs = new ArrayList<>();
        for (Map.Entry<String, RunNote> note : notes.entrySet()) {
            String name = module.getArtifactId() + (notes.size() > 1 ? "." + note.getKey() : "");
            runs.add(run(name, module, note.getValue()));
        }
        return runs;
    }

    private ModuleRun run(String name, MavenProject module, RunNote note) {
        Path folder = module.getBasedir().toPath().toAbsolutePath();
        return new ModuleRun(
                name,
                folder,
                folder.resolve(note.output()),
                Optional.ofNullable(note.allure()).map(folder::resolve),
                Path.of(module.getBuild().getTestOutputDirectory()),
                module.getTestCompileSourceRoots(),
                session.getProjects().contains(module) ? buildStarted : Optional.empty());
    }

    /** Executions of the module that run its suites. */
    private static List<String> executions(MavenProject module) {
        return BoundGoals.of(module, RUNNING).stream().map(RunNote::key).toList();
    }

    /** A jar and a test-jar of one module are one run; numbers distinguish modules with the same name. */
    private static List<ModuleRun> distinct(List<ModuleRun> runs) {
        Map<Path, ModuleRun> byOutput = new LinkedHashMap<>();
        runs.forEach(run -> byOutput.putIfAbsent(run.output().normalize(), run));
        Set<String> names = new LinkedHashSet<>();
        List<ModuleRun> distinct = new ArrayList<>();
        for (ModuleRun run : byOutput.values()) {
            String name = run.name();
            for (int number = 2; !names.add(name); number++) {
                name = run.name() + "." + number;
            }
            distinct.add(new ModuleRun(
                    name, run.folder(), run.output(), run.allure(), run.classes(), run.sources(), run.notBefore()));
        }
        return distinct;
    }
}
