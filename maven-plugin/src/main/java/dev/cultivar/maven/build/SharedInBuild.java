package dev.cultivar.maven.build;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What the goals of one build share, however many run at the same time. Modules run in separate class loaders, and so may this plugin
 * where modules give it further dependencies.
 */
public final class SharedInBuild {

    private static final String LIMITS = "dev.cultivar.limits";
    private static final String SQLITE = "dev.cultivar.sqlite";

    private final SessionData data;

    public SharedInBuild(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** The limits on calls to endpoints; made only of platform classes. */
    @SuppressWarnings("unchecked") // put there below
    public ConcurrentMap<String, Object> limits() {
        return (ConcurrentMap<String, Object>) of(LIMITS, new ConcurrentHashMap<String, Object>());
    }

    /**
     * A class loader of SQLite's classes and the platform's. Two copies of that library in one process would not see each other's locks on
     * a file, and could damage it.
     */
    ClassLoader sqlite() {
        return (ClassLoader) of(SQLITE, new SqliteLoader(SharedInBuild.class.getClassLoader()));
    }

    private Object of(String key, Object first) {
        data.set(key, null, first);
        Object kept = data.get(key);
        return kept == null ? first : kept;
    }

    /** Loads the platform's classes, and this plugin's version of SQLite's. */
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
