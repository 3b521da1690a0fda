package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.fleet.FleetPlan;
import muster.fleet.FleetShare;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetFigures;
import muster.hardware.ChipPrice;
import muster.inference.Inference;
import muster.inference.serving.InferenceFigures;
import muster.technique.comparison.ServedDesign;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;

/**
 * What the part of a fleet that serves costs, and what it would do in training.
 *
 * @param flopPerSecond its dense rate times the utilisation of training
 * @param usdPerSecond its rent, where that of every chip is known
 * @param watts its power, where that of every chip is known
 * @param notes where the utilisation is from, and which keys would tell what is not known
 */
record FleetBill(OptionalDouble flopPerSecond, OptionalDouble usdPerSecond, OptionalDouble watts, List<String> notes) {
    // Llama 3 405B on H100: 38% to 43%; Llama Team 2024, arXiv 2407.21783, Table 4.
    private static final double ASSUMED = 0.4;

    FleetBill {
        notes = List.copyOf(notes);
    }

    /**
     * That of a scenario.
     *
     * @param plan the scenario
     * @param estimate its estimate
     * @param stated the utilisation of training, where it is stated beside the scenario
     */
    static FleetBill of(ScenarioPlan plan, Estimate estimate, OptionalDouble stated) {
        List<String> notes = new ArrayList<>();
        OptionalDouble rate = value(estimate, InferenceFigures.CAPACITY);
        double part = utilization(plan, estimate, stated, notes);
        double share = share(plan);
        OptionalDouble rent = times(value(estimate, FleetFigures.RENT), share);
        OptionalDouble power = times(value(estimate, FleetFigures.POWER), share);
        List<ChipType> chips = plan.fleet().map(FleetPlan::chips).orElse(List.of());
        if (rent.isEmpty()) {
            notes.add("no USD per million tokens: prices with kind: reserved and per_hour is missing of %s"
                    .formatted(without(
                            chips,
                            type -> type.chip().latest(ChipPrice.Reserved.class).isPresent())));
        }
        if (power.isEmpty()) {
            notes.add("no joules per token: power.all_in or power.tdp is missing of %s"
                    .formatted(without(chips, type -> type.chip().power().best().isPresent())));
        }
        return new FleetBill(times(rate, part), rent, power, notes);
    }

    private static String without(List<ChipType> chips, Predicate<ChipType> known) {
        String missing = chips.stream()
                .filter(known.negate())
                .map(ChipType::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "chips that the fleet does not list" : missing;
    }

    private static double utilization(ScenarioPlan plan, Estimate estimate, OptionalDouble stated, List<String> notes) {
        if (stated.isPresent()) {
            return stated.getAsDouble();
        }
        OptionalDouble own = value(estimate, FleetFigures.TRAINING_UTILIZATION);
        if (own.isPresent()) {
            return own.getAsDouble();
        }
        boolean published = plan.fleet()
                .filter(fleet -> fleet.withoutTrainingRuns().isEmpty())
                .isPresent();
        if (published) {
            Chain chain = new Chain(SampleBatch.central());
            return plan.fleet()
                    .orElseThrow()
                    .apply(chain)
                    .trainingUtilization(chain)
                    .central("1")
                    .base();
        }
        notes.add(
                "total budget: training at %s%% of the dense rate is assumed, as Llama 3 405B reached on H100 (arXiv 2407.21783, Table 4); --training-utilization says otherwise"
                        .formatted(Math.round(100 * ASSUMED)));
        return ASSUMED;
    }

    private static double share(ScenarioPlan plan) {
        double uses = plan.scenario()
                .fleet()
                .flatMap(FleetShare::uses)
                .map(shares -> shares.internalAgents().central())
                .orElse(1.0);
        return uses
                * plan.scenario()
                        .inference()
                        .flatMap(Inference::share)
                        .or(() -> plan.scenario().fleet().map(FleetShare::share))
                        .map(Input::central)
                        .orElse(1.0);
    }

    private static OptionalDouble value(Estimate estimate, String figure) {
        return estimate.quantity(figure).stream().mapToDouble(Quantity::base).findFirst();
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    /** What a token costs at a throughput, in token/s. */
    ServedDesign.PerToken perToken(double throughput) {
        return new ServedDesign.PerToken(times(usdPerSecond, 1 / throughput), times(watts, 1 / throughput));
    }
}
