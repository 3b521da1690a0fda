package muster.cli;

import java.util.List;
import muster.accuracy.GainComparison;
import muster.accuracy.GainGroup;
import muster.catalog.Catalog;
import muster.cli.option.FormatOption;
import muster.diagnostic.Problems;
import muster.view.accuracy.GainsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code muster accuracy gains}: measured gains of techniques beside ours. */
@Command(
        name = "gains",
        description =
                "Measured gains of number formats and of speculative decoding beside ours; exits with 1 below its bar.",
        mixinStandardHelpOptions = true)
final class AccuracyGainsCommand extends ResultCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AccuracyCommand parent;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    Catalog catalog(Problems problems) {
        return parent.catalog(problems);
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        List<GainGroup> groups = GainComparison.groups(catalog, problems);
        problems.orThrow();
        format.print(new GainsView(groups, catalog.edition()), out());
        return status(groups.stream().allMatch(GainGroup::met));
    }
}
