package muster.cli.option;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.scenario.EntrySettings;
import picocli.CommandLine.Option;

/** The option that changes inputs of a scenario, and values of the catalog's entries. */
public final class SettingsOption {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes an input, as training.duration=90 day, or for this run a value of a chip, model, fleet or other entry, as chip.nvidia-h100-sxm.power.tdp=640 W; may be repeated.")
    private List<String> settings = new ArrayList<>();

    List<String> settings() {
        return settings;
    }

    /** The catalog with the settings of a command that has no scenario; problems are reported. */
    public EntrySettings ofEntries(Catalog catalog, String command, Problems problems) {
        return EntrySettings.alone(catalog, settings, command, problems);
    }
}
