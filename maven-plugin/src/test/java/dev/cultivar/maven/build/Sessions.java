package dev.cultivar.maven.build;

import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;

/** Sessions as command lines make them. */
public final class Sessions {

    private Sessions() {}

    /** @param properties as of {@code -Dname=value} */
    @SuppressWarnings("deprecation") // as Maven itself makes it
    public static MavenSession with(Properties properties) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(properties);
        return new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
    }

    public static MavenSession with(String property, String value) {
        Properties properties = new Properties();
        properties.setProperty(property, value);
        return with(properties);
    }
}
