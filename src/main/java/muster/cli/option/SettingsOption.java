package muster.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that changes inputs of a scenario. */
final class SettingsOption {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as training.duration=90 day; may be repeated.")
    private List<String> settings = new ArrayList<>();

    List<String> settings() {
        return settings;
    }
}
