package dev.cultivar.maven.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks the OSV database about every dependency. Only a whole answer that names none is green. */
final class KnownVulnerabilities {

    /** Vulnerable since 2021, and in every database of any use: an answer without it says nothing about the others. */
    static final Dependency CONTROL = new Dependency("org.apache.logging.log4j", "log4j-core", "2.14.1");

    private static final URI OSV = URI.create("https://api.osv.dev/v1/querybatch");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private KnownVulnerabilities() {}

    /** @param args the plugin's descriptor */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(OSV, Path.of(args[0])));
    }

    static int run(URI database, Path descriptor) throws InterruptedException {
        try {
            List<Dependency> dependencies = Dependency.ofPlugin(descriptor);
            List<String> vulnerable = in(database, dependencies);
            vulnerable.forEach(System.err::println);
            System.out.printf("Checked %d dependencies: %d vulnerable.%n", dependencies.size(), vulnerable.size());
            return vulnerable.isEmpty() ? 0 : 1;
        } catch (IOException e) {
            System.err.println("Dependencies not checked: " + e.getMessage());
            return 2;
        }
    }

    /** One line for each vulnerable dependency. */
    static List<String> in(URI database, List<Dependency> dependencies) throws IOException, InterruptedException {
        if (dependencies.isEmpty()) {
            throw new IOException("the plugin's descriptor lists none");
        }
        List<Dependency> asked =
                Stream.concat(dependencies.stream(), Stream.of(CONTROL)).toList();
        JsonNode results = answers(database, asked);
        if (results.size() != asked.size()) {
            throw new IOException("asked about " + asked.size() + ", got " + results.size() + " answers");
        }
        List<String> vulnerable = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String ids = StreamSupport.stream(results.get(i).path("vulns").spliterator(), false)
                    .map(vulnerability -> vulnerability.path("id").asText())
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                vulnerable.add(asked.get(i).name() + " " + asked.get(i).version() + ": " + ids);
            }
        }
        if (!results.get(asked.size() - 1).has("vulns")) {
            throw new IOException("the database does not know that " + CONTROL.name() + " " + CONTROL.version()
                    + " is vulnerable, so it proves nothing");
        }
        return vulnerable.subList(0, vulnerable.size() - 1);
    }

    private static JsonNode answers(URI database, List<Dependency> asked) throws IOException, InterruptedException {
        String question = JSON.writeValueAsString(Map.of(
                "queries",
                asked.stream()
                        .map(dependency -> Map.of("package", Map.of("purl", dependency.packageUrl())))
                        .toList()));
        HttpRequest request = HttpRequest.newBuilder(database)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        HttpResponse<String> response;
        try {
            response = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(database.getHost() + " cannot be reached (" + e + ")", e);
        }
        if (response.statusCode() != 200) {
            throw new IOException(database.getHost() + " answered " + response.statusCode());
        }
        return JSON.readTree(response.body()).path("results");
    }
}
