package muster.cli;

import java.util.List;
import java.util.concurrent.Callable;
import muster.accuracy.GainGroup;
import muster.accuracy.Gains;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.view.accuracy.GainsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster accuracy gains}: measured gains of techniques beside ours. */
@Command(
        name = "gains",
        description = "Measured gains of number formats and of guessing ahead beside ours; exits with 1 below its bar.",
        mixinStandardHelpOptions = true)
final class AccuracyGainsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AccuracyCommand parent;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = parent.shelf(problems);
        List<GainGroup> groups = Gains.groups(shelf, problems);
        problems.orThrow();
        format.print(new GainsView(groups, shelf.edition()), spec.commandLine().getOut());
        return groups.stream().allMatch(GainGroup::kept) ? Exit.GOOD : Exit.FAILED;
    }
}
