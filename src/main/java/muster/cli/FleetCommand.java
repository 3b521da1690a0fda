package muster.cli;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.fleet.FleetQuery;
import muster.fleet.FleetReport;
import muster.inference.UsableFleet;
import muster.report.FleetJson;
import muster.report.FleetTable;
import muster.report.UsableJson;
import muster.report.UsableTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster fleet}: what a fleet amounts to. */
@Command(
        name = "fleet",
        description = "What a fleet amounts to: by chip, owner, vendor or date, at a precision.",
        mixinStandardHelpOptions = true)
final class FleetCommand extends CatalogResultCommand {
    @Mixin
    private FleetOptions fleet = new FleetOptions();

    @Mixin
    private UsableOptions usable = new UsableOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    void checkOptions() {
        if (!usable.sound()) {
            throw usage("--max-replica-chips is above 0");
        }
    }

    @Override
    int run(Shelf shelf, Problems problems) {
        Optional<FleetQuery> query = fleet.query(problems);
        problems.orThrow();
        String text = usable.model().isPresent()
                ? usable.of(query.orElseThrow(), usable.model().get(), shelf, problems)
                        .map(this::usable)
                        .orElse("")
                : FleetReport.of(query.orElseThrow(), shelf, problems)
                        .map(this::whole)
                        .orElse("");
        problems.orThrow();
        print(text);
        return Exit.GOOD;
    }

    private String whole(FleetReport found) {
        return switch (format.output()) {
            case JSON -> FleetJson.of(found);
            case CSV -> FleetTable.csv(found);
            case MARKDOWN -> FleetTable.markdown(found);
            case TABLE -> FleetTable.text(found);
        };
    }

    private String usable(UsableFleet found) {
        return switch (format.output()) {
            case JSON -> UsableJson.of(found);
            case CSV -> UsableTable.csv(found);
            case MARKDOWN -> UsableTable.markdown(found);
            case TABLE -> UsableTable.text(found);
        };
    }
}
