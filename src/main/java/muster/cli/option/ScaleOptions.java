package muster.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.ComputeRange;
import muster.scaling.ExpertCounts;
import muster.scenario.EstimateByLaw;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which compute is spent, by which laws, and which of the tables is wanted. */
public final class ScaleOptions {
    @Option(
            names = "--compute",
            paramLabel = "FLOP",
            description = "The training compute, as 1.6e28 or '1.6e28 FLOP'; default that of the scenario.")
    private @Nullable String compute;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario whose training is sized; default ${DEFAULT-VALUE}.")
    private String scenario = "chinchilla-budget";

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--law", paramLabel = "ID", description = "Only this law; may be repeated. Default: every law.")
    private List<String> laws = new ArrayList<>();

    @Option(
            names = "--isoflop",
            description = "With a law that tells a loss: models of the same compute, smaller and larger than the best.")
    private boolean isoFlop;

    @Option(
            names = "--frontier",
            paramLabel = "LOW..HIGH",
            arity = "0..1",
            fallbackValue = "1e18..1e30",
            description = "The best model of each power of ten of compute; without bounds ${FALLBACK-VALUE} FLOP.")
    private @Nullable String frontier;

    @Option(
            names = "--shape",
            description = "Layers, width and heads of each model, its exact count, and the exact FLOP of its training.")
    private boolean shape;

    @Option(
            names = "--moe",
            paramLabel = "EXPERTS/ACTIVE",
            description =
                    "Experts in the place of the dense model, as 128/8, or 256/8+1 with a shared one: at the same total, the same compute and the same loss.")
    private @Nullable String moe;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    /** Whether laws are named. */
    public boolean named() {
        return !laws.isEmpty();
    }

    public boolean isoFlop() {
        return isoFlop;
    }

    public boolean frontier() {
        return frontier != null;
    }

    public boolean shape() {
        return shape;
    }

    public boolean moe() {
        return moe != null;
    }

    /** The computes of a frontier, where one is asked for; what is no range is reported. */
    public Optional<ComputeRange> range(Problems problems) {
        return Arguments.given("--frontier", frontier).flatMap(text -> ComputeRange.parse(text, problems));
    }

    /** The model under each law; problems are reported all at once. */
    public EstimateByLaw sized(Catalog catalog, Problems problems) {
        Text id = Arguments.text("--scenario", scenario);
        List<String> changes = changes(problems);
        EstimateByLaw sized = named() || isoFlop
                ? EstimateByLaw.chosen(catalog, id, changes, chosen(), sampling.sampling(problems), problems)
                : EstimateByLaw.every(catalog, id, changes, sampling.sampling(problems), problems);
        problems.orThrow();
        return sized;
    }

    /** The readings of the experts; problems are reported all at once. */
    public MoeReadings readings(Catalog catalog, Problems problems) {
        Optional<ExpertCounts> experts =
                Arguments.given("--moe", moe).flatMap(text -> ExpertCounts.parse(text, problems));
        List<String> changes = changes(problems);
        MoeReadings readings = MoeReadings.of(
                catalog,
                Arguments.text("--scenario", scenario),
                changes,
                chosen().get(0),
                experts.orElseThrow().toString(),
                sampling.sampling(problems),
                problems);
        problems.orThrow();
        return readings;
    }

    // The laws that are named, else the default.
    private List<Text> chosen() {
        return (named() ? laws : List.of(SizedByLaw.DEFAULT))
                .stream().map(law -> Arguments.text("--law", law)).toList();
    }

    private List<String> changes(Problems problems) {
        List<String> all = new ArrayList<>();
        if (shape) {
            all.add("training.shape={}");
        }
        Arguments.given("--compute", compute)
                .flatMap(text -> ComputeRange.COMPUTE.parse(text, problems))
                .ifPresent(flop -> all.add("training.compute=" + flop));
        all.addAll(settings.settings());
        problems.orThrow();
        return all;
    }
}
