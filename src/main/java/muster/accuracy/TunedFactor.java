package muster.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.accuracy.measurement.FactorPaths;
import muster.inference.calibration.Calibration;

/**
 * A number that the fit may move: its logarithm has a normal distribution around the value before the fit.
 *
 * @param path where it is in the calibration
 * @param before its value before the fit, in base units
 * @param priorDeviation the standard deviation of its logarithm before the fit
 */
record TunedFactor(String path, double before, double priorDeviation) {
    // Narrow: wider ones fit the rows that are there better, and those of chips and models left out worse.
    // docs/accuracy-fit.md has what was tried.
    private static final double COST = 0.15;
    private static final double EFFICIENCY = 0.06;
    // What no kernel was measured of.
    private static final double UNKNOWN_COST = 0.3;
    private static final double FAMILY = 0.02;
    private static final double FAMILY_COMPUTE = 0.03;
    // Stacks of other vendors differ in what a launch of a kernel and a step of the host cost.
    private static final double OTHER_FAMILY_COMPUTE = 0.15;
    private static final double OTHER_FAMILY_COST = 0.5;
    // Kernels for scales of blocks are written for a family of chips.
    private static final double FAMILY_BLOCK = 0.1;
    private static final double OTHER_FAMILY_BLOCK = 0.25;
    private static final double ENGINE = 0.05;
    // Software for one user, and what has few rows.
    private static final double OTHER_ENGINE = 0.3;

    private static final Set<String> KEPT = Set.of(
            "constants/blend",
            "constants/expert_imbalance",
            "constants/network",
            "constants/network_efficiency",
            "constants/stage");
    private static final Set<String> LOOSE = Set.of(
            "constants/activation_passes",
            "constants/expert_skew",
            "constants/expert_spread",
            "constants/rank_spread",
            "constants/expert_efficiency/sixteen_bit",
            "constants/expert_efficiency/eight_bit",
            "constants/expert_efficiency/four_bit",
            "constants/expert_efficiency/weight_only");
    private static final Set<String> UNKNOWN =
            Set.of("constants/index", "constants/norm_reduce", "constants/draft", "constants/convert/block");
    private static final Set<String> MOST_MEASURED = Set.of("Ada", "Ampere", "Blackwell", "Hopper");
    private static final Set<String> SERVERS = Set.of("vllm", "tensorrt-llm", "sglang", "atom");
    // By how much engines differ, as a multiple of the spread of an engine; their kernels for narrow formats and
    // drafting by most.
    private static final Map<String, Double> ENGINE_PARTS = Map.of(
            "fixed", 1.0,
            "step", 1.0,
            "sequence", 1.0,
            "memory", 1.0,
            "interference", 2.0,
            "experts", 2.4,
            "widened_experts", 2.4,
            "block", 10.0,
            "draft", 10.0);

    /** The numbers of a calibration that the fit moves. */
    static List<TunedFactor> of(Calibration before) {
        List<TunedFactor> knobs = new ArrayList<>();
        FactorPaths.each(
                before,
                (path, input) -> priorDeviation(path, input.unit().dimension().toString())
                        .ifPresent(spread -> knobs.add(new TunedFactor(path, FactorPaths.value(input), spread))));
        return List.copyOf(knobs);
    }

    private static double constant(String path, String dimension) {
        if (UNKNOWN.contains(path)) {
            return UNKNOWN_COST;
        }
        return LOOSE.contains(path) || !dimension.equals("1") ? COST : EFFICIENCY;
    }

    private static Optional<Double> family(String name, String part) {
        boolean known = MOST_MEASURED.contains(name);
        return switch (part) {
            case "links" -> Optional.empty();
            case "compute" -> Optional.of(known ? FAMILY_COMPUTE : OTHER_FAMILY_COMPUTE);
            case "memory" -> Optional.of(FAMILY);
            case "block" -> Optional.of(known ? FAMILY_BLOCK : OTHER_FAMILY_BLOCK);
            default -> Optional.of(known ? FAMILY : OTHER_FAMILY_COST);
        };
    }

    private static Optional<Double> priorDeviation(String path, String dimension) {
        List<String> parts = FactorPaths.parts(path);
        String last = parts.get(parts.size() - 1);
        if (KEPT.contains(path)) {
            return Optional.empty();
        }
        return switch (parts.get(0)) {
            case "constants" -> Optional.of(constant(path, dimension));
            case "families" -> family(parts.get(1), last);
            case "engines" ->
                Optional.ofNullable(ENGINE_PARTS.get(last))
                        .map(times -> times * (SERVERS.contains(parts.get(1)) ? ENGINE : OTHER_ENGINE));
            case "time_to_first_token" -> Optional.of(COST);
            default -> Optional.empty();
        };
    }
}
