package dev.cultivar.maven.build;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What the goals of one build have in common, however many of them run at the same time: modules are run in class loaders of their own,
 * and so may be this plugin, where modules give it further dependencies.
 */
public final class SharedInBuild {

    private static final String LIMITS = "dev.cultivar.limits";
    private static final String SQLITE = "dev.cultivar.sqlite";

    private final SessionData data;

    public SharedInBuild(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** The places at endpoints; of the platform's classes alone. */
    @SuppressWarnings("unchecked") // put there below
    public ConcurrentMap<String, Object> limits() {
        return (ConcurrentMap<String, Object>) of(LIMITS, new ConcurrentHashMap<String, Object>());
    }

    /**
     * A loader of SQLite's classes and the platform's. Two copies of that library in one process would not see each other's locks
     * on a file, and so could damage it.
     */
    ClassLoader sqlite() {
        return (ClassLoader) of(SQLITE, new SqliteLoader(SharedInBuild.class.getClassLoader()));
    }

    private Object of(String key, Object first) {
        data.set(key, null, first);
        Object kept = data.get(key);
        return kept == null ? first : kept;
    }

    /** The platform's classes, and those of SQLite as this plugin has them. */
    private static final class SqliteLoader extends ClassLoader {

        private final ClassLoader plugin;

        SqliteLoader(ClassLoader plugin) {
            super("cultivar-sqlite", ClassLoader.getPlatformClassLoader());
            this.plugin = plugin;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.sqlite.")) {
                return plugin.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
