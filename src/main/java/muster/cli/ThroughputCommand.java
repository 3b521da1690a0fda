package muster.cli;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.cli.option.ChartOption;
import muster.cli.option.DeploymentOptions;
import muster.cli.option.ExplainOption;
import muster.cli.option.FormatOption;
import muster.cli.option.SettingsOption;
import muster.diagnostic.Problems;
import muster.inference.replica.FrontierStudy;
import muster.scenario.EntrySettings;
import muster.view.serving.FrontierChart;
import muster.view.serving.ThroughputView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster throughput}: the frontier of serial speed against throughput of a model on a kind of chip. */
@Command(
        name = "throughput",
        description =
                "How fast a kind of chip serves a model: serial speed against throughput, and what takes the time.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand extends CatalogResultCommand {
    @Mixin
    private DeploymentOptions deployment = new DeploymentOptions();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ChartOption chart = new ChartOption();

    @Override
    void checkOptions() {
        if (!deployment.sound()) {
            throw usage(
                    "--max-replica-chips, --serial-speed and --max-time-to-first-token are above 0, and --draft-tokens is from 0 to 8");
        }
    }

    @Override
    int run(Catalog shelf, Problems problems) {
        EntrySettings set = settings.ofEntries(shelf, "throughput", problems);
        problems.orThrow();
        Catalog catalog = set.catalog();
        Optional<FrontierStudy> found =
                deployment.query(problems).flatMap(query -> FrontierStudy.of(query, catalog, problems));
        set.checkAsked("this deployment", problems);
        problems.orThrow();
        FrontierStudy study = found.orElseThrow();
        Edition edition = catalog.edition();
        if (study.frontier().points().isEmpty()) {
            err().println(ThroughputView.nothing(study));
            return ExitStatus.FAILED;
        }
        chart.write(() -> FrontierChart.svg(study, edition), problems);
        problems.orThrow();
        format.print(new ThroughputView(study, explain.wanted(), edition), out());
        if (study.best().isEmpty()) {
            err().println(ThroughputView.tooSlow(study));
            return ExitStatus.FAILED;
        }
        return ExitStatus.GOOD;
    }
}
