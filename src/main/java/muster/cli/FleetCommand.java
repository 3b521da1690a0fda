package muster.cli;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.cli.option.FleetOptions;
import muster.cli.option.FormatOption;
import muster.cli.option.SettingsOption;
import muster.cli.option.UsableOptions;
import muster.diagnostic.Problems;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetReport;
import muster.scenario.EntrySettings;
import muster.view.View;
import muster.view.fleet.FleetView;
import muster.view.fleet.UsableFleetView;
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
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    void checkOptions() {
        if (!usable.sound()) {
            throw usage("--max-replica-chips is above 0");
        }
    }

    @Override
    int run(Catalog shelf, Problems problems) {
        Optional<FleetQuery> query = fleet.query(problems);
        EntrySettings set = settings.ofEntries(shelf, "fleet", problems);
        problems.orThrow();
        Catalog catalog = set.catalog();
        Optional<? extends View> view = usable.model().isPresent()
                ? usable.of(query.orElseThrow(), usable.model().get(), catalog, problems)
                        .map(UsableFleetView::new)
                : FleetReport.of(query.orElseThrow(), catalog, problems).map(FleetView::new);
        set.checkAsked("this fleet", problems);
        problems.orThrow();
        view.ifPresent(found -> format.print(found, out()));
        return ExitStatus.GOOD;
    }
}
