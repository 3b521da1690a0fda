package muster.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.cli.option.ChartOption;
import muster.cli.option.DeploymentOptions;
import muster.cli.option.ExplainOption;
import muster.cli.option.FormatOption;
import muster.cli.option.LoadOptions;
import muster.cli.option.SettingsOption;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.replica.ChipStudies;
import muster.inference.replica.ChipStudy;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.LoadStudy;
import muster.inference.replica.LoadTarget;
import muster.scenario.EntrySettings;
import muster.view.View;
import muster.view.serving.ChipsView;
import muster.view.serving.EveryChipView;
import muster.view.serving.FrontierChart;
import muster.view.serving.LoadView;
import muster.view.serving.ThroughputView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster throughput}: the frontier of serial speed against throughput of a model on kinds of chips. */
@Command(
        name = "throughput",
        description =
                "How fast a kind of chip serves a model: serial speed against throughput, and what takes the time.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand extends CatalogResultCommand {
    // More lines are told apart by nobody.
    private static final int DRAWN = 8;
    // Of a kind of chip that is named.
    private static final int LAYOUTS = 4;

    @Mixin
    private DeploymentOptions deployment = new DeploymentOptions();

    @Mixin
    private LoadOptions load = new LoadOptions();

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
            throw usage("--max-replica-chips is above 0, and --draft-tokens is from 0 to 8");
        }
        load.withoutRate().ifPresent(name -> {
            throw usage(name + " says how a rate is served, as --rate '3 request/s'");
        });
        if (load.wanted() && (deployment.limited() || chart.wanted() || explain.wanted())) {
            throw usage(
                    "--rate has no --chart and no --explain and is timed by the calibrated method; --ttft and --tpot take the place of --max-time-to-first-token and --serial-speed");
        }
    }

    @Override
    int run(Catalog shelf, Problems problems) {
        EntrySettings set = settings.ofEntries(shelf, "throughput", problems);
        problems.orThrow();
        Catalog catalog = set.catalog();
        Optional<FrontierQuery> query = deployment.query(problems);
        List<Text> chips = deployment.chips();
        if (load.wanted()) {
            return served(query, chips, set, problems);
        }
        if (chips.isEmpty()) {
            List<ChipStudy> all = query.map(asked -> ChipStudies.all(asked, catalog, problems))
                    .orElse(List.of());
            set.checkAsked("this deployment", problems);
            problems.orThrow();
            return everyChip(query.orElseThrow(), all, catalog.edition(), problems);
        }
        // Two names may be of one chip.
        Set<String> found = new HashSet<>();
        List<FrontierStudy> studies = query.stream()
                .flatMap(asked -> chips.stream().map(asked::on))
                .flatMap(asked -> FrontierStudy.of(asked, catalog, problems).stream())
                .filter(study -> found.add(study.chip()))
                .toList();
        set.checkAsked("this deployment", problems);
        problems.orThrow();
        return named(studies, catalog.edition(), problems);
    }

    private int served(Optional<FrontierQuery> query, List<Text> chips, EntrySettings set, Problems problems) {
        Optional<LoadTarget> target =
                load.target(query.map(asked -> asked.request().context()), problems);
        problems.orThrow();
        int most = load.chipsFor() || chips.isEmpty() ? 1 : LAYOUTS;
        List<LoadStudy> studies =
                LoadStudy.of(query.orElseThrow(), chips, target.orElseThrow(), most, set.catalog(), problems);
        set.checkAsked("this deployment", problems);
        problems.orThrow();
        format.print(
                new LoadView(
                        query.orElseThrow(),
                        target.orElseThrow(),
                        studies,
                        set.catalog().edition()),
                out());
        boolean any = studies.stream().anyMatch(study -> study.best().isPresent());
        if (!any) {
            err().println("no kind of chip that is asked for serves this load");
        }
        return status(any);
    }

    private int everyChip(FrontierQuery query, List<ChipStudy> all, Edition edition, Problems problems) {
        List<FrontierStudy> serving = all.stream()
                .filter(study -> study.best().isPresent())
                .flatMap(study -> study.study().stream())
                .toList();
        draw(serving.stream().limit(DRAWN).toList(), edition, problems);
        format.print(new EveryChipView(query, all, edition), out());
        if (serving.isEmpty()) {
            err().println("no kind of chip of the catalog can do this");
        }
        return status(!serving.isEmpty());
    }

    private int named(List<FrontierStudy> studies, Edition edition, Problems problems) {
        List<FrontierStudy> able = studies.stream()
                .filter(study -> !study.frontier().points().isEmpty())
                .toList();
        if (!able.isEmpty()) {
            draw(able, edition, problems);
            format.print(view(able, edition), out());
        }
        for (FrontierStudy study : studies) {
            if (study.frontier().points().isEmpty()) {
                err().println(ThroughputView.nothing(study));
            } else if (study.best().isEmpty()) {
                err().println(ThroughputView.tooSlow(study));
            }
        }
        return status(studies.stream().allMatch(study -> study.best().isPresent()));
    }

    private View view(List<FrontierStudy> studies, Edition edition) {
        return studies.size() == 1
                ? new ThroughputView(studies.get(0), explain.wanted(), edition)
                : new ChipsView(studies, explain.wanted(), edition);
    }

    private void draw(List<FrontierStudy> studies, Edition edition, Problems problems) {
        if (!studies.isEmpty()) {
            chart.write(() -> FrontierChart.svg(studies, edition), problems);
        }
        problems.orThrow();
    }
}
