package muster.cli;

import java.util.Optional;
import muster.catalog.Edition;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.inference.Study;
import muster.view.serving.ThroughputView;
import muster.view.serving.FrontierChart;
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
    int run(Shelf shelf, Problems problems) {
        Optional<Study> found = deployment.query(problems).flatMap(query -> Study.of(query, shelf, problems));
        problems.orThrow();
        Study study = found.orElseThrow();
        Edition edition = shelf.edition();
        if (study.frontier().points().isEmpty()) {
            err().println(ThroughputView.nothing(study));
            return Exit.FAILED;
        }
        chart.write(() -> FrontierChart.svg(study, edition), problems);
        problems.orThrow();
        format.print(new ThroughputView(study, explain.wanted(), edition), out());
        if (study.best().isEmpty()) {
            err().println(ThroughputView.tooSlow(study));
            return Exit.FAILED;
        }
        return Exit.GOOD;
    }
}
