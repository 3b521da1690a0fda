package muster.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.ErdilGrid;
import muster.inference.replica.Replica;
import muster.inference.replica.TimeModelChoice;
import muster.inference.serving.AttainableServing;
import muster.inference.serving.Attainment;
import muster.inference.serving.ModelOnChipType;
import muster.inference.serving.ServingTarget;
import muster.unit.NumberText;

/** Finds out what a fleet can have, for {@link Attainment}. */
final class AttainmentSearch {
    private final ServingDecision decision;
    private final RooflinePlan plan;
    private final double required;
    private final Map<String, Double> chips;
    private final AttainableServing offering;

    AttainmentSearch(ServingDecision decision) {
        this.decision = decision;
        this.plan = decision.plan();
        this.required = decision.requiredSpeed();
        this.chips = decision.chips();
        this.offering = decision.offering();
    }

    private AttainableServing offering(RooflinePlan other) {
        return new AttainableServing(other.kinds(decision.size()).able(), chips);
    }

    Attainment attainment() {
        Optional<ServingTarget> wish = plan.roofline().target();
        return new Attainment(
                required,
                offering.throughput(required),
                kinds(),
                fastest(),
                wish.isPresent() ? opinions() : List.of(),
                wish.map(pair -> target(
                        pair.serialSpeed().central(),
                        decision.targetThroughput().orElseThrow())),
                decision.limits(),
                offering.throughput(required) > 0 ? List.of() : wouldServe());
    }

    // What brings any throughput at the required speed: slower streams, larger replicas, or another way to serve.
    private List<Attainment.Improvement> wouldServe() {
        List<Attainment.Improvement> ways = new ArrayList<>();
        double fastest = offering.fastest();
        if (fastest > 0) {
            ways.add(new Attainment.Improvement(
                    "lower-speed",
                    "a required speed of at most %s token/s".formatted(NumberText.rounded(fastest, 3)),
                    new Attainment.Result(fastest, offering.throughput(fastest), OptionalDouble.of(fastest), true)));
        }
        decision.limits().stream()
                .filter(limit -> limit.of() == BindingLimit.Of.MAX_REPLICA_CHIPS)
                .mapToDouble(BindingLimit::relaxed)
                .min()
                .ifPresent(chips -> ways.add(largerReplicas((int) chips)));
        new ImprovementSearch(decision, required, Double.MIN_VALUE)
                .all().stream().filter(way -> way.result().reached()).forEach(ways::add);
        return ways;
    }

    private Attainment.Improvement largerReplicas(int chips) {
        AttainableServing larger = offering(plan.with(plan.onChips().upTo(chips)));
        return new Attainment.Improvement(
                "larger-replicas",
                "max_replica_chips of %s".formatted(NumberText.exact(chips)),
                Attainment.Result.of(larger, required, Double.MIN_VALUE));
    }

    private List<Attainment.Kind> kinds() {
        List<Attainment.Kind> kinds = new ArrayList<>();
        offering.able().forEach(on -> kinds.add(kind(on)));
        decision.kinds()
                .unable()
                .forEach((type, reason) -> kinds.add(new Attainment.Kind(
                        type.id().value(),
                        Optional.ofNullable(chips.get(type.id().value())).orElse(0.0),
                        Optional.empty(),
                        Optional.of(reason))));
        return kinds;
    }

    private Attainment.Kind kind(ModelOnChipType on) {
        double atHand = offering.chipsOf(on);
        Optional<Replica> best = on.best(atHand, required);
        return new Attainment.Kind(
                on.id(),
                atHand,
                best.map(replica -> serving(on, replica, atHand)),
                best.isPresent() ? Optional.empty() : on.idle(atHand, required));
    }

    private Attainment.Kind.Serving serving(ModelOnChipType on, Replica replica, double atHand) {
        double throughput = replica.throughputOf(atHand) * on.error().central();
        return new Attainment.Kind.Serving(
                on.setup().encodings().toString(),
                decision.explain(on, replica),
                replica.replicasOf(atHand),
                estimated(on, replica),
                throughput,
                on.utilization(throughput / atHand),
                plan.onChips()
                        .method()
                        .of(on.setup())
                        .explain(
                                replica.deployment(),
                                plan.request().context(),
                                plan.request().speculation()));
    }

    private Attainment.Estimated fastest() {
        Attainment.Estimated most = new Attainment.Estimated(0, 0, 0);
        for (ModelOnChipType on : offering.able()) {
            Attainment.Estimated its =
                    offering.fastest(on).map(replica -> estimated(on, replica)).orElse(most);
            most = its.value() > most.value() ? its : most;
        }
        return most;
    }

    private Attainment.Estimated estimated(ModelOnChipType on, Replica replica) {
        double value = replica.serialSpeed() * on.error().central();
        double factor = decision.errorFactor(on, replica);
        return new Attainment.Estimated(value, value / factor, value * factor);
    }

    private List<Attainment.Opinion> opinions() {
        List<Attainment.Opinion> opinions = new ArrayList<>();
        for (TimeModelChoice method :
                new TimeModelChoice[] {TimeModelChoice.CALIBRATED, TimeModelChoice.SPEED_OF_LIGHT}) {
            AttainableServing its = offering(plan.with(plan.onChips().by(method)));
            opinions.add(new Attainment.Opinion(
                    method.toString(),
                    its.fastest() > 0 ? OptionalDouble.of(its.fastest()) : OptionalDouble.empty(),
                    its.speedAtUtilization(Attainment.COMPARED_UTILIZATION),
                    its.throughput(required)));
        }
        opinions.add(1, erdil());
        return opinions;
    }

    private Attainment.Opinion erdil() {
        List<ErdilGrid> grids = new ArrayList<>();
        double throughput = 0;
        for (ModelOnChipType on : offering.able()) {
            ErdilGrid grid = new ErdilGrid(on.setup(), plan.onChips().request(), offering.chipsOf(on));
            grids.add(grid);
            throughput += grid.throughputPerChip(required) * offering.chipsOf(on);
        }
        return new Attainment.Opinion(
                TimeModelChoice.ERDIL.toString(),
                most(grids.stream().map(grid -> grid.speed(0)).toList()),
                most(grids.stream()
                        .map(grid -> grid.speed(Attainment.COMPARED_UTILIZATION))
                        .toList()),
                throughput);
    }

    private static OptionalDouble most(List<OptionalDouble> speeds) {
        return speeds.stream().flatMapToDouble(OptionalDouble::stream).max();
    }

    private Attainment.TargetResult target(double speed, double throughput) {
        return new Attainment.TargetResult(
                speed,
                throughput,
                Attainment.Result.of(offering, speed, throughput),
                new ImprovementSearch(decision, speed, throughput).all());
    }
}
