package muster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.allocation.AllocationPlan;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.UnprovenProgram;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.model.Architecture;
import muster.request.EntryKinds;
import muster.request.NamedScenarios;
import muster.scenario.Estimate;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import muster.scenario.ScenarioPlan;
import muster.scenario.SensitivityAnalysis;
import muster.uncertainty.sampling.Sampling;

/**
 * Muster for Java programs: what the commands of the same names compute, as values.
 *
 * <p>A scenario is named by its id in the catalog, or by the path of a YAML file with one scenario in it. Settings are those of
 * {@code --set}, as {@code fleet.share=50%}; a value has its unit. A figure of a result is read by its stable name and comes with
 * its unit, as {@code estimate.quantity("inference.throughput")}.
 *
 * <p>What a user wrote wrong ends in one {@link BadInput}, which carries every problem with its place, code and message, as the
 * commands print them. Results never change, and neither does a Muster: threads may share both.
 */
public final class Muster {
    private final Catalog catalog;

    private Muster(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Muster with the catalog that it comes with.
     *
     * @return the same figures as the commands without {@code --catalog}
     */
    public static Muster shipped() {
        return withCatalog();
    }

    /**
     * Muster with folders of your own laid over its catalog.
     *
     * @param folders folders of YAML entries, lowest first, as {@code --catalog} takes them
     * @return Muster with the catalog as it is now; later changes of the files are not seen
     * @throws BadInput with every problem in the folders
     */
    public static Muster withCatalog(Path... folders) {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(EntryKinds.ALL, List.of(folders), problems);
        problems.orThrow();
        return new Muster(catalog);
    }

    /**
     * The catalog that all is computed from.
     *
     * @return its version and hash
     */
    public Edition catalog() {
        return catalog.edition();
    }

    /**
     * The scenarios of the catalog.
     *
     * @return their ids, in order
     */
    public List<String> scenarios() {
        return List.copyOf(catalog.ids(Scenario.KIND));
    }

    /**
     * The chain from a fleet to a workforce, with every input at its central value: {@code muster estimate}.
     *
     * @param scenario the id of a scenario, or the path of a YAML file
     * @param settings changes of its inputs
     * @return every figure with its steps
     * @throws BadInput with every problem in the scenario, the settings and what they name
     */
    public Estimate estimate(String scenario, String... settings) {
        return Estimate.of(plan(scenario, settings));
    }

    /**
     * The same with uncertain inputs sampled: {@code muster estimate --samples}.
     *
     * @param scenario the id of a scenario, or the path of a YAML file
     * @param sampling how many samples and of which seed; threads change only the time
     * @param settings changes of its inputs
     * @return every figure at the central values, and its percentiles under {@link Estimate#percentiles()}
     * @throws BadInput with every problem in the scenario, the settings and what they name
     */
    public Estimate sample(String scenario, Sampling sampling, String... settings) {
        return Estimate.of(plan(scenario, settings), Optional.of(sampling));
    }

    /**
     * Which input moves a figure: {@code muster sensitivity}.
     *
     * @param scenario the id of a scenario, or the path of a YAML file
     * @param figure the stable name of a figure, as {@code workforce.parallel_researchers}
     * @param samples pairs of samples, at least 8
     * @param seed their seed
     * @param settings changes of its inputs
     * @return swings and shares of variance, the largest first
     * @throws BadInput with every problem, that there is no such figure among them
     */
    public SensitivityAnalysis sensitivity(String scenario, String figure, int samples, long seed, String... settings) {
        Problems problems = new Problems();
        Optional<SensitivityAnalysis> found =
                SensitivityAnalysis.of(plan(scenario, settings), figure, Optional.empty(), samples, seed, problems);
        problems.orThrow();
        return found.orElseThrow();
    }

    /**
     * Which chips train and which serve, period by period: {@code muster allocate}.
     *
     * @param scenario the id of a scenario with a section {@code allocation:}, or the path of a YAML file
     * @param settings changes of its inputs
     * @return the best plan, with what it was compared with
     * @throws BadInput with every problem, a missing section among them
     * @throws UnprovenProgram where an answer could not be proven, which no input should make happen
     */
    public AllocationSolution allocate(String scenario, String... settings) {
        Problems problems = new Problems();
        Optional<AllocationPlan> section = plan(scenario, settings).allocation();
        if (section.isEmpty()) {
            problems.error(
                    "missing-section", Place.argument(scenario), "%s has no section allocation:".formatted(scenario));
        }
        section.ifPresent(plan -> plan.checkSearchable(problems));
        problems.orThrow();
        return AllocationSolution.of(section.orElseThrow().situation(), tried -> {});
    }

    /**
     * How fast a kind of chip serves a model: {@code muster throughput}, by the calibrated step-time model and an average
     * engine.
     *
     * @param model the id or alias of a model
     * @param chip the id or alias of a kind of chip
     * @param formats how numbers are stored and multiplied, as {@code fp8} or {@code weights=int4,activations=fp8,cache=fp8}
     * @param request the lengths of requests, and limits of a replica
     * @return the frontier of serial speed, in token/s, against tokens per second and chip; empty where the model fits on no
     *     replica that the request allows
     * @throws BadInput with every problem, an unknown model or chip among them
     */
    public FrontierStudy throughput(String model, String chip, String formats, ReplicaRequest request) {
        Problems problems = new Problems();
        Text served = catalog.named(Architecture.KIND, named(model));
        Text server = catalog.named(Chip.KIND, named(chip));
        Optional<FrontierStudy> study = ModelOnChip.find(
                        catalog,
                        catalog.get(Architecture.KIND, served, problems),
                        server,
                        named(formats),
                        named(Calibration.AVERAGE),
                        problems)
                .flatMap(setup -> catalog.get(Chip.KIND, server, problems)
                        .map(hardware -> FrontierStudy.of(
                                served.value(), server.value(), TimeModelChoice.CALIBRATED, setup, hardware, request)));
        problems.orThrow();
        return study.orElseThrow();
    }

    private ScenarioPlan plan(String scenario, String... settings) {
        return NamedScenarios.one(catalog, scenario, List.of(settings), new Problems());
    }

    private static Text named(String id) {
        return new Text(id, Place.argument(id));
    }
}
