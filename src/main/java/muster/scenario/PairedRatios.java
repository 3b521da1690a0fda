package muster.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.Sampler;
import muster.uncertainty.sampling.Sampling;

/**
 * Figures of a plan over those of another, sample by sample: what both have in common, as the size of a fleet, is drawn once for
 * both and cancels. An input of one name that is spread differently in the two, as an error that depends on the model, is drawn
 * for each; the group that it is in joins the two draws.
 */
final class PairedRatios {
    // What is counted with finite ratios and lies above them all.
    private static final double UNBOUNDED = Double.MAX_VALUE;

    private final Chain over;
    private final Chain under;
    // The inputs of the upper plan that go by another name.
    private final Map<String, Input> renamed = new HashMap<>();
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    private PairedRatios(ScenarioPlan over, ScenarioPlan under) {
        this.over = over.run(SampleBatch.central());
        this.under = under.run(SampleBatch.central());
        uncertain(this.under).forEach(input -> inputs.put(input.name(), input));
        for (Input input : uncertain(this.over)) {
            Input known = inputs.get(input.name());
            if (known != null && !known.value().equals(input.value())) {
                Input own = new Input(
                        input.name() + " of the other",
                        input.value(),
                        input.unit(),
                        input.source(),
                        input.place(),
                        input.group());
                renamed.put(input.name(), own);
                inputs.put(own.name(), own);
            } else {
                inputs.put(input.name(), input);
            }
        }
    }

    /**
     * How the ratios are spread. Where the lower plan yields nothing a ratio is infinite, and where neither does it is 1.
     *
     * @param over the plan whose figures are above the line
     * @param under the plan whose figures are below
     * @param names the figures; those that a plan does not have are left out
     * @param sampling how to sample
     */
    static Map<String, Percentiles> of(ScenarioPlan over, ScenarioPlan under, List<String> names, Sampling sampling) {
        PairedRatios ratios = new PairedRatios(over, under);
        List<String> both = names.stream()
                .filter(name -> ratios.over.columns().containsKey(name)
                        && ratios.under.columns().containsKey(name))
                .toList();
        Map<String, Percentiles> spread = new LinkedHashMap<>();
        Sampler.run(sampling, ratios.inputs.values(), over.correlations(), () -> ratios.model(both), done -> {})
                .forEach((name, summary) -> spread.put(name, unbounded(summary.percentiles())));
        return spread;
    }

    private static List<Input> uncertain(Chain chain) {
        return chain.read().stream()
                .filter(input -> !input.value().distribution().certain())
                .toList();
    }

    private Function<SampleBatch, Map<String, double[]>> model(List<String> names) {
        List<Input> all = new ArrayList<>(inputs.values());
        all.addAll(uncertain(over));
        Function<SampleBatch, Map<String, double[]>> above = over.replay(names, all);
        Function<SampleBatch, Map<String, double[]>> below = under.replay(names, all);
        return draw -> {
            Map<String, double[]> tops = above.apply(new Renamed(draw, renamed));
            Map<String, double[]> bottoms = below.apply(draw);
            Map<String, double[]> ratios = new LinkedHashMap<>();
            tops.forEach((name, top) -> ratios.put(name, over(top, Objects.requireNonNull(bottoms.get(name)))));
            return ratios;
        };
    }

    private static double[] over(double[] top, double[] bottom) {
        double[] ratio = new double[top.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = bottom[i] != 0 ? top[i] / bottom[i] : top[i] == 0 ? 1 : UNBOUNDED;
        }
        return ratio;
    }

    private static Percentiles unbounded(Percentiles spread) {
        return new Percentiles(unbounded(spread.p5()), unbounded(spread.p50()), unbounded(spread.p95()));
    }

    private static double unbounded(double ratio) {
        return ratio == UNBOUNDED ? Double.POSITIVE_INFINITY : ratio;
    }

    private record Renamed(SampleBatch draw, Map<String, Input> names) implements SampleBatch {
        @Override
        public int size() {
            return draw.size();
        }

        @Override
        public double[] of(Input input) {
            return draw.of(names.getOrDefault(input.name(), input));
        }
    }
}
