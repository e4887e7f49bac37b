package dev.cultivar.engine;

import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.NearestNames;
import java.util.List;
import java.util.TreeSet;
import org.junit.platform.engine.ConfigurationParameters;

/** Finds mistyped parameter names. Such a parameter would be ignored, and the run would not be the one its user asked for. */
final class ParameterNames {

    private ParameterNames() {}

    /** One line for each unknown parameter of Cultivar's. */
    static List<String> unknown(ConfigurationParameters parameters) {
        TreeSet<String> names = new TreeSet<>(parameters.keySet());
        names.addAll(System.getProperties().stringPropertyNames());
        return names.stream()
                .filter(name -> name.startsWith(SettingKey.PREFIX) || Settings.differsInCaseOnly(name))
                .filter(name -> !Settings.isKnown(name))
                // A request may ignore system properties.
                .filter(name -> parameters.get(name).isPresent())
                .map(name -> "There is no parameter " + name + "; nearest: "
                        + String.join(", ", NearestNames.of(name, Settings.known())) + ".")
                .toList();
    }
}
