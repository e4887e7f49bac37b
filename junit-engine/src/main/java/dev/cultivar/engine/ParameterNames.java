package dev.cultivar.engine;

import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.NearestNames;
import java.util.List;
import java.util.TreeSet;
import org.junit.platform.engine.ConfigurationParameters;

/** A parameter whose name is mistyped would be ignored, and the run would not be what its user asked for. */
final class ParameterNames {

    private ParameterNames() {}

    /** One line for each parameter of Cultivar's that means nothing. */
    static List<String> unknown(ConfigurationParameters parameters) {
        TreeSet<String> names = new TreeSet<>(parameters.keySet());
        names.addAll(System.getProperties().stringPropertyNames());
        return names.stream()
                .filter(name -> name.startsWith(SettingKey.PREFIX) || Settings.differsInCaseOnly(name))
                .filter(name -> !Settings.isKnown(name))
                // A request may leave system properties out of account.
                .filter(name -> parameters.get(name).isPresent())
                .map(name -> "There is no parameter " + name + "; nearest: "
                        + String.join(", ", NearestNames.of(name, Settings.known())) + ".")
                .toList();
    }
}
