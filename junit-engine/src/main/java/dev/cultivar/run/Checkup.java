package dev.cultivar.run;

import dev.cultivar.judge.Doctor;
import dev.cultivar.judge.EndpointCheck;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tries every model and judge that a plan would ask, with one or two calls each. */
public final class Checkup {

    private Checkup() {}

    /**
     * Calls every model of the plan and the judge.
     *
     * @param keys source of API keys
     * @return one check per model in the suite's order, then the judge's; they also report failures
     * @throws dev.cultivar.settings.SettingsException if an endpoint's provider or option is unknown
     */
    public static List<EndpointCheck> of(RunPlan plan, KeySource keys) {
        RunSettings settings = plan.settings();
        Map<String, EndpointSettings> endpoints = new TreeMap<>(settings.endpoints());
        Optional<EndpointSettings> own = settings.ownServer();
        if (own.isEmpty()) {
            return of(plan, endpoints, keys);
        }
        try (PlantedServer server =
                PlantedServer.start(plan.populations(), plan.books().values())) {
            endpoints.put(own.get().name(), server.at(own.get()));
            return of(plan, endpoints, keys);
        }
    }

    private static List<EndpointCheck> of(RunPlan plan, Map<String, EndpointSettings> endpoints, KeySource keys) {
        try (ModelConnections connections = ModelConnections.open(endpoints.values(), keys)) {
            Doctor doctor = new Doctor(connections);
            List<EndpointCheck> checks = new ArrayList<>();
            for (ModelSettings model : plan.settings().models().value()) {
                checks.add(doctor.model(model, prompt(plan, model)).join());
            }
            checks.add(doctor.judge(plan.settings().judge().value().model()).join());
            return List.copyOf(checks);
        }
    }

    /** Built-in models understand only the plan's prompts; a real model is asked for a single word. */
    private static Optional<String> prompt(RunPlan plan, ModelSettings model) {
        return model.isBuiltIn()
                ? plan.prompts().values().stream()
                        .flatMap(List::stream)
                        .map(planned -> planned.prompt().text())
                        .findFirst()
                : Optional.empty();
    }
}
