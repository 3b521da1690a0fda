package muster.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import muster.allocation.AllocationPlan;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.fleet.FleetCapacity;
import muster.fleet.FleetPlan;
import muster.format.Format;
import muster.format.Precision;
import muster.inference.Inference;
import muster.inference.PreparedThroughput;
import muster.inference.ServingTask;
import muster.inference.ThroughputPlan;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ServedThroughput;
import muster.inference.serving.ServingCosts;
import muster.model.ForwardPass;
import muster.model.ModelFigures;
import muster.model.PriorTraining;
import muster.model.ServedModel;
import muster.model.Shaped;
import muster.research.Research;
import muster.research.ResearchSupply;
import muster.scaling.TrainingPlan;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.workforce.WorkforcePlan;
import muster.workforce.WorkforceSupply;

/**
 * A scenario whose entries were looked up, ready to run on any draw. Immutable.
 *
 * @param name the id of the scenario
 * @param title what it is, in one line, where the file says so
 * @param settings the assignments laid over it
 * @param scenario its sections
 * @param fleet the fleet, looked up
 * @param training the training, looked up
 * @param model the model that is served, looked up
 * @param serving how throughput is got, with what was decided at the central values
 * @param workforce the workforce, looked up
 * @param allocation what the fleet is split over, looked up
 * @param entries the catalog that it is computed from, with the layers and changes of the scenario
 */
public record ScenarioPlan(
        String name,
        Optional<String> title,
        List<String> settings,
        Scenario scenario,
        Optional<FleetPlan> fleet,
        Optional<TrainingPlan> training,
        Optional<ServedModel.Size> model,
        Optional<PreparedThroughput> serving,
        Optional<WorkforcePlan> workforce,
        Optional<AllocationPlan> allocation,
        Catalog entries) {

    private static final Source REPLICAS =
            Source.of("replicas", "what the memory of the replicas holds at the full length of requests", Tier.DERIVED);

    public ScenarioPlan {
        settings = List.copyOf(settings);
    }

    /** Which catalog it is computed from. */
    public Edition catalog() {
        return entries.edition();
    }

    /** The same with a way to get throughput, which decides here what it decides once. */
    ScenarioPlan serving(ThroughputPlan way) {
        Chain central = new Chain(SampleBatch.central());
        Optional<FleetCapacity> capacity = fleet.map(plan -> plan.apply(central));
        Optional<ComputeOptimal> sized = training.map(plan -> train(central, plan, capacity));
        return with(way.prepare(central, setting(central, capacity, sized).task()));
    }

    /** The same with another way to get throughput. */
    ScenarioPlan with(PreparedThroughput other) {
        return new ScenarioPlan(
                name,
                title,
                settings,
                scenario,
                fleet,
                training,
                model,
                Optional.of(other),
                workforce,
                allocation,
                entries);
    }

    /** The same with another section of research. */
    ScenarioPlan with(Research other) {
        return new ScenarioPlan(
                name,
                title,
                settings,
                scenario.with(other),
                fleet,
                training,
                model,
                serving,
                workforce,
                allocation,
                entries);
    }

    /** The same with another workforce. */
    ScenarioPlan with(WorkforcePlan other) {
        return new ScenarioPlan(
                name,
                title,
                settings,
                scenario,
                fleet,
                training,
                model,
                serving,
                Optional.of(other),
                allocation,
                entries);
    }

    /** How uncertain inputs move together. */
    public RankCorrelations correlations() {
        return InputCorrelation.of(pairs());
    }

    List<InputCorrelation> pairs() {
        return scenario.correlations().orElse(List.of());
    }

    /** Runs the chain from fleet to workforce on a draw. */
    public Chain run(SampleBatch draw) {
        Chain chain = new Chain(draw);
        pairs().forEach(pair -> chain.look(pair.rank()));
        Optional<FleetCapacity> capacity = fleet.map(plan -> plan.apply(chain));
        Optional<ComputeOptimal> sized = training.map(plan -> train(chain, plan, capacity));
        Optional<Work> work = serving.map(plan -> served(chain, plan, capacity, sized));
        work.ifPresent(done -> {
            capacity.flatMap(chips -> chips.externally(chain, done.served().throughput()))
                    .ifPresent(tokens -> tokens.asWhereFinite(InferenceFigures.EXTERNAL_THROUGHPUT, "", "token/s"));
            ServingCosts costs = capacity.map(fleet -> ServingCosts.of(chain, fleet, share(), done.served()))
                    .orElse(ServingCosts.NONE);
            workforce
                    .map(plan -> plan.apply(chain, supply(chain, capacity, done, costs), scenario.lead()))
                    .ifPresent(people -> scenario.research()
                            .ifPresent(section -> section.apply(
                                    chain,
                                    new ResearchSupply(
                                            people.researchers(),
                                            people.speedup(),
                                            capacity.flatMap(chips -> chips.experiments(chain))))));
        });
        return chain;
    }

    // The part of the fleet that serves, where that is not the fleet's own share.
    private Optional<Input> share() {
        return scenario.inference().flatMap(Inference::share);
    }

    /**
     * What is served, and how good and how dear the model is where that counts.
     *
     * @param served the tokens
     * @param trainingCompute the training compute of the model, in FLOP
     * @param flopPerToken what it costs to run, in FLOP/token
     */
    private record Work(ServedThroughput served, Optional<Figure> trainingCompute, Optional<Figure> flopPerToken) {}

    // Only where sessions wait in it.
    private Optional<Figure> inMemory(Chain chain, ServedThroughput served) {
        return workforce.filter(WorkforcePlan::holdsSessions).isEmpty()
                        || served.memoryOverStreams().isEmpty()
                ? Optional.empty()
                : Optional.of(served.streams()
                        .times(chain.constant(
                                InferenceFigures.MEMORY_OVER_STREAMS,
                                "",
                                Quantity.of(served.memoryOverStreams().getAsDouble(), "1"),
                                REPLICAS))
                        .as(InferenceFigures.STREAMS_IN_MEMORY, "", "stream"));
    }

    private WorkforceSupply supply(Chain chain, Optional<FleetCapacity> capacity, Work work, ServingCosts costs) {
        return new WorkforceSupply(
                work.served().throughput(),
                work.served().serialSpeed(),
                work.served().streams(),
                inMemory(chain, work.served()),
                work.trainingCompute(),
                work.flopPerToken(),
                costs.energyPerToken(),
                costs.rentPerToken(),
                capacity.flatMap(FleetCapacity::monthlyGrowth));
    }

    // The workforce at the central values, on a chain of its own.
    private Optional<DoubleBinaryOperator> work(
            Optional<Figure> trainingCompute, Optional<ServedModel.Parameters> parameters) {
        Optional<Quantity> compute = trainingCompute.map(trained -> trained.central("FLOP"));
        Optional<Quantity> perToken = parameters.map(
                size -> Quantity.of(2 * size.active().central("parameter").base(), "FLOP/token"));
        // The rate of research grows with labour, whatever the experiments have, so that the most labour is the most
        // research.
        Optional<DoubleBinaryOperator> labour =
                scenario.research().map(section -> section.law().central()::labour);
        return labour.<Optional<DoubleBinaryOperator>>map(worth -> workforce.map(
                        plan -> (throughput, speed) -> plan.work(throughput, speed, compute, perToken, worth)))
                .orElseGet(() -> workforce
                        .filter(plan -> plan.workforce().diminishingReturns().isPresent())
                        .map(plan -> (throughput, speed) -> plan.effectiveWork(throughput, speed, compute, perToken)));
    }

    private static ComputeOptimal train(Chain chain, TrainingPlan plan, Optional<FleetCapacity> capacity) {
        boolean onFleet = plan.training().budget().needsFleet();
        Optional<Figure> rate = capacity.filter(fleet -> onFleet)
                .map(fleet -> fleet.toTrain(chain).as(TrainingFigures.CAPACITY, "F_train", "FLOP/s"));
        if (onFleet) {
            capacity.ifPresent(
                    fleet -> checkPrecision(chain, fleet, plan.training().format()));
        }
        Optional<Figure> reached = capacity.filter(
                        fleet -> plan.training().budget().needsUtilization())
                .map(fleet -> fleet.trainingUtilization(chain));
        return plan.apply(chain, rate, reached);
    }

    private static void checkPrecision(Chain chain, FleetCapacity fleet, Format format) {
        Precision precision = fleet.precision();
        if (!precision.formats().contains(format)) {
            chain.warn(
                    "precision-unlike-format",
                    fleet.fleet().source().place(),
                    "the fleet's rate is stated at %s, and training.format is %s: the rate at %s may be another"
                            .formatted(precision, format, format));
        }
    }

    private boolean elastic() {
        return workforce
                .flatMap(plan -> plan.workforce().elasticity().elasticity())
                .isPresent();
    }

    // Of a model that is trained here as it is trained, of another as published.
    private Optional<Figure> trainingCompute(
            Chain chain, Optional<ComputeOptimal> sized, Optional<ServedModel.Parameters> parameters) {
        Optional<PriorTraining> prior =
                model.filter(size -> elastic()).map(ServedModel.Size::training).filter(PriorTraining::said);
        return sized.map(ComputeOptimal::compute)
                .or(() -> prior.flatMap(training ->
                        parameters.map(size -> training.compute(chain, size.active(), ModelFigures.TRAINING_COMPUTE))));
    }

    // Methods that count tokens and no FLOP leave out what a token costs.
    private Optional<Figure> flopPerToken(
            Chain chain, ServedThroughput served, Optional<ServedModel.Parameters> parameters) {
        return served.flopPerToken()
                .or(() -> parameters
                        .filter(size -> elastic())
                        .map(size -> ForwardPass.flopPerToken(chain, size.active())));
    }

    private Work served(
            Chain chain, PreparedThroughput plan, Optional<FleetCapacity> capacity, Optional<ComputeOptimal> sized) {
        Setting setting = setting(chain, capacity, sized);
        ServedThroughput served = plan.apply(chain, setting.task());
        return new Work(
                served,
                setting.compute(),
                flopPerToken(chain, served, setting.task().parameters()));
    }

    /**
     * What there is to serve with in a run.
     *
     * @param task for the method
     * @param compute the training compute of the model, in FLOP, where it counts
     */
    private record Setting(ServingTask task, Optional<Figure> compute) {}

    private Setting setting(Chain chain, Optional<FleetCapacity> capacity, Optional<ComputeOptimal> sized) {
        Inference inference =
                scenario.inference().orElseThrow(() -> new IllegalStateException("serving without inference"));
        Optional<Figure> rate = capacity.filter(fleet -> inference.throughput().needsModel())
                .map(fleet ->
                        fleet.toServe(chain, inference.share()).as(InferenceFigures.CAPACITY, "F_infer", "FLOP/s"));
        Optional<ServedModel.Parameters> parameters = model.map(size -> size.apply(
                chain, sized.map(trained -> new ServedModel.Parameters(trained.parameters(), trained.active()))));
        Optional<Figure> speed = inference.serialSpeed().map(stated -> chain.input(stated, "v"));
        Optional<Figure> compute = trainingCompute(chain, sized, parameters);
        ServingTask task = new ServingTask(
                capacity,
                inference.share(),
                rate,
                parameters,
                sized.flatMap(ComputeOptimal::shaped).map(Shaped::active),
                work(compute, parameters),
                speed);
        return new Setting(task, compute);
    }
}
