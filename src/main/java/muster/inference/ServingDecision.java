package muster.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.calibration.Unseen;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.Replica;
import muster.inference.replica.TimeModelChoice;
import muster.inference.serving.AttainableServing;
import muster.inference.serving.Attainment;
import muster.inference.serving.BestSpeed;
import muster.inference.serving.ModelOnChipType;
import muster.inference.serving.ServedThroughput;
import muster.inference.step.Deployment;
import muster.model.Architecture;
import muster.model.ModelSize;
import muster.trace.Chain;

/**
 * How a fleet serves a model, decided once at the central values: which kinds of chips, in which layouts, at which speed. Draws
 * compute with it, and reports read it.
 *
 * @param plan what was looked up
 * @param size the size of the model
 * @param chips how many chips of each kind are up and serve, by its id
 * @param kinds the kinds of chips that form a replica, with all their replicas, and those that form none
 * @param best the best speed, where none is required
 * @param targetThroughput generated tokens of all streams of the target, in token/s
 * @param limits the limits of the search without which more could be had
 */
public record ServingDecision(
        RooflinePlan plan,
        ModelSize size,
        Map<String, Double> chips,
        RooflinePlan.Kinds kinds,
        Optional<BestSpeed> best,
        OptionalDouble targetThroughput,
        List<BindingLimit> limits)
        implements PreparedThroughput {

    public ServingDecision {
        chips = Collections.unmodifiableMap(new LinkedHashMap<>(chips));
        limits = List.copyOf(limits);
    }

    ServingDecision with(List<BindingLimit> found) {
        return new ServingDecision(plan, size, chips, kinds, best, targetThroughput, found);
    }

    @Override
    public ServedThroughput apply(Chain chain, ServingTask task) {
        return new RooflineRun(this, chain, task).served();
    }

    @Override
    public Optional<ServingDecision> decision() {
        return Optional.of(this);
    }

    /** The speed that every stream must have, in token/s. */
    public double requiredSpeed() {
        return plan.servingRequest()
                .required()
                .map(input -> input.central())
                .orElseGet(() -> best.orElseThrow().speed());
    }

    /** The model. */
    public Architecture model() {
        return plan.model().of(size);
    }

    AttainableServing offering() {
        return new AttainableServing(kinds.able(), chips);
    }

    /** What the fleet can have of serial speed and throughput, beside the target. */
    public Attainment attainment() {
        return new AttainmentSearch(this).attainment();
    }

    /** What the kind of chip that serves most does; nothing where none serves. */
    public Optional<Chosen> chosen() {
        Chosen most = null;
        double throughput = 0;
        for (ModelOnChipType on : kinds.able()) {
            double count = chips.getOrDefault(on.id(), 0.0);
            Optional<Replica> replica = on.best(count, requiredSpeed());
            if (replica.isPresent() && replica.get().throughputOf(count) > throughput) {
                throughput = replica.get().throughputOf(count);
                most = chosen(on, replica.get());
            }
        }
        return Optional.ofNullable(most);
    }

    /**
     * How many sequences the memory of the replicas holds at their full length for each that is generated at once, over all kinds of
     * chips; nothing where none serves.
     */
    OptionalDouble memoryOverStreams() {
        double held = 0;
        double generated = 0;
        for (ModelOnChipType on : kinds.able()) {
            double count = chips.getOrDefault(on.id(), 0.0);
            Optional<Replica> best = on.best(count, requiredSpeed());
            if (best.isPresent()) {
                Deployment layout = best.get().deployment();
                double whole = best.get().replicasOf(count);
                double fits = on.setup()
                        .memory()
                        .largestBatch(
                                layout,
                                on.setup().machine().domainChips(),
                                plan.request().context());
                held += whole * fits * layout.with(1).sequences();
                generated += whole * best.get().sequences();
            }
        }
        return generated > 0 ? OptionalDouble.of(held / generated) : OptionalDouble.empty();
    }

    private Chosen chosen(ModelOnChipType on, Replica replica) {
        return new Chosen(
                on.id(),
                on.setup(),
                explain(on, replica),
                on.sizes().central().frontier(plan.onChips().search(on.setup())));
    }

    /** What takes the time of a replica. */
    OperatingPoint explain(ModelOnChipType on, Replica replica) {
        return plan.onChips().search(on.setup()).point(replica);
    }

    /** What a modelled speed is multiplied with at the 95th percentile of measured ones; 1 where that is not known. */
    double errorFactor(ModelOnChipType on, Replica replica) {
        return plan.onChips().method() == TimeModelChoice.CALIBRATED
                        && plan.roofline().error().isEmpty()
                ? Math.exp(Unseen.NINETY * on.setup().residual(replica.sequences()))
                : 1;
    }

    /**
     * A kind of chip that serves.
     *
     * @param chip its id
     * @param setup the model on it
     * @param point its replica
     * @param frontier serial speed against throughput on it
     */
    public record Chosen(String chip, ModelOnChip setup, OperatingPoint point, Frontier frontier) {}
}
