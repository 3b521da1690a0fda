package muster.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import muster.allocation.AllocationPlan;
import muster.catalog.Edition;
import muster.fleet.Capacity;
import muster.fleet.FleetPlan;
import muster.format.Format;
import muster.format.Precision;
import muster.inference.Inference;
import muster.inference.Served;
import muster.inference.ServingCosts;
import muster.inference.Task;
import muster.inference.ThroughputPlan;
import muster.model.ServedModel;
import muster.scaling.Sized;
import muster.scaling.TrainingPlan;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import muster.uncertainty.RankCorrelations;
import muster.unit.Quantity;
import muster.workforce.Supply;
import muster.workforce.WorkforcePlan;

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
 * @param serving how throughput is got, looked up
 * @param workforce the workforce, looked up
 * @param allocation what the fleet is split over, looked up
 * @param catalog the catalog that it was computed from
 */
public record Plan(
        String name,
        Optional<String> title,
        List<String> settings,
        Scenario scenario,
        Optional<FleetPlan> fleet,
        Optional<TrainingPlan> training,
        Optional<ServedModel.Size> model,
        Optional<ThroughputPlan> serving,
        Optional<WorkforcePlan> workforce,
        Optional<AllocationPlan> allocation,
        Edition catalog) {

    public Plan {
        settings = List.copyOf(settings);
    }

    /** The same with another way to get throughput. */
    Plan with(ThroughputPlan other) {
        return new Plan(
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
                catalog);
    }

    /** The same with another workforce. */
    Plan with(WorkforcePlan other) {
        return new Plan(
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
                catalog);
    }

    /** How uncertain inputs move together. */
    public RankCorrelations correlations() {
        return Correlation.of(pairs());
    }

    List<Correlation> pairs() {
        return scenario.correlations().orElse(List.of());
    }

    /** Runs the chain from fleet to workforce on a draw. */
    public Chain run(Draw draw) {
        Chain chain = new Chain(draw);
        pairs().forEach(pair -> chain.look(pair.rank()));
        Optional<Capacity> capacity = fleet.map(plan -> plan.apply(chain));
        Optional<Sized> sized = training.map(plan -> train(chain, plan, capacity));
        Optional<Served> served = serving.map(plan -> serve(chain, plan, capacity, sized));
        served.ifPresent(tokens -> {
            ServingCosts costs = capacity.map(fleet -> ServingCosts.of(chain, fleet, share(), tokens))
                    .orElse(ServingCosts.NONE);
            workforce.ifPresent(
                    plan -> plan.apply(chain, supply(capacity, sized, tokens, costs), scenario.lead()));
        });
        return chain;
    }

    // The part of the fleet that serves, where that is not the fleet's own share.
    private Optional<Input> share() {
        return scenario.inference().flatMap(Inference::share);
    }

    private static Supply supply(
            Optional<Capacity> capacity, Optional<Sized> sized, Served tokens, ServingCosts costs) {
        return new Supply(
                tokens.throughput(),
                tokens.serialSpeed(),
                tokens.streams(),
                sized.map(Sized::compute),
                tokens.flopPerToken(),
                costs.energyPerToken(),
                costs.rentPerToken(),
                capacity.flatMap(Capacity::monthlyGrowth));
    }

    // The workforce at the central values, on a chain of its own.
    private Optional<DoubleBinaryOperator> work(Optional<Sized> sized, Optional<ServedModel.Parameters> parameters) {
        Optional<Quantity> compute = sized.map(trained -> trained.compute().central("FLOP"));
        Optional<Quantity> perToken = parameters.map(
                size -> Quantity.of(2 * size.active().central("parameter").base(), "FLOP/token"));
        return workforce
                .filter(plan -> plan.workforce().diminishingReturns().isPresent())
                .map(plan -> (throughput, speed) -> plan.effectiveWork(throughput, speed, compute, perToken));
    }

    private static Sized train(Chain chain, TrainingPlan plan, Optional<Capacity> capacity) {
        boolean onFleet = plan.training().budget().needsFleet();
        Optional<Figure> rate = capacity.filter(fleet -> onFleet)
                .map(fleet -> fleet.of(chain, Optional.empty()).as("training.capacity", "F_train", "FLOP/s"));
        if (onFleet) {
            capacity.ifPresent(
                    fleet -> checkPrecision(chain, fleet, plan.training().format()));
        }
        Optional<Figure> reached = capacity.filter(
                        fleet -> plan.training().budget().needsUtilization())
                .map(fleet -> fleet.trainingUtilization(chain));
        return plan.apply(chain, rate, reached);
    }

    private static void checkPrecision(Chain chain, Capacity fleet, Format format) {
        Precision precision = fleet.precision();
        if (!precision.formats().contains(format)) {
            chain.warn(
                    "precision-unlike-format",
                    fleet.fleet().source().place(),
                    "the fleet's rate is stated at %s, and training.format is %s: the rate at %s may be another"
                            .formatted(precision, format, format));
        }
    }

    private Served serve(Chain chain, ThroughputPlan plan, Optional<Capacity> capacity, Optional<Sized> sized) {
        Inference inference =
                scenario.inference().orElseThrow(() -> new IllegalStateException("serving without inference"));
        Optional<Figure> rate = capacity.filter(fleet -> inference.throughput().needsModel())
                .map(fleet -> fleet.of(chain, inference.share()).as("inference.capacity", "F_infer", "FLOP/s"));
        Optional<ServedModel.Parameters> parameters = model.map(size -> size.apply(
                chain, sized.map(trained -> new ServedModel.Parameters(trained.parameters(), trained.active()))));
        Optional<Figure> speed = inference.serialSpeed().map(stated -> chain.input(stated, "v"));
        return plan.apply(
                chain, new Task(capacity, inference.share(), rate, parameters, work(sized, parameters), speed));
    }
}
