package muster.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.sampling.NotFinite;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampler;
import muster.uncertainty.sampling.Sampling;
import muster.unit.NumberText;

/**
 * How the figures of a plan are spread.
 *
 * @param count how many samples were taken
 * @param percentiles the percentiles by the name of the figure, in base units
 * @param errors the standard errors of those that were sampled
 * @param inPart the part of the samples that have a figure which not all have, by name
 */
record SampledFigures(
        long count, Map<String, Percentiles> percentiles, Map<String, Percentiles> errors, Map<String, Double> inPart) {
    static final SampledFigures NONE = new SampledFigures(0, Map.of(), Map.of(), Map.of());

    /** Samples what varies; what does not, and what is given, is known without samples. */
    static SampledFigures of(ScenarioPlan plan, Chain chain, Sampling sampling, LongConsumer progress) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        chain.read().forEach(input -> inputs.put(input.name(), input));
        Map<String, SampleSummary> summaries = summaries(plan, chain, sampling, progress);
        Map<String, Percentiles> spread = new LinkedHashMap<>();
        Map<String, Percentiles> errors = new LinkedHashMap<>();
        chain.columns().forEach((name, column) -> {
            SampleSummary summary = summaries.get(name);
            Input input = inputs.get(name);
            if (summary != null && chain.odds().contains(name)) {
                spread.put(name, same(summary.odds()));
                errors.put(name, same(summary.errorOfOdds()));
            } else if (summary != null && summary.count() > 0) {
                spread.put(name, summary.percentiles());
                summary.errors().ifPresent(known -> errors.put(name, known));
            } else if (input != null) {
                Distribution given = input.value().distribution();
                spread.put(name, new Percentiles(given.quantile(0.05), given.quantile(0.5), given.quantile(0.95)));
            } else {
                spread.put(name, same(column[0]));
            }
        });
        long count = summaries.values().stream()
                .mapToLong(SampleSummary::count)
                .max()
                .orElse(0);
        Map<String, Double> inPart = new LinkedHashMap<>();
        summaries.forEach((name, summary) -> {
            if (summary.count() < count) {
                inPart.put(name, (double) summary.count() / count);
            }
        });
        return new SampledFigures(count, spread, errors, inPart);
    }

    private static Percentiles same(double value) {
        return new Percentiles(value, value, value);
    }

    /** What must be said of figures that not all samples have. */
    List<Diagnostic> warnings(Place place) {
        Map<Double, List<String>> names = new LinkedHashMap<>();
        inPart.forEach((name, part) ->
                names.computeIfAbsent(part, same -> new ArrayList<>()).add(name));
        return names.entrySet().stream()
                .map(same -> Diagnostic.warn(
                        "not-in-all-samples",
                        place,
                        "in %s%% of the samples nothing is served: %s are those of the others"
                                .formatted(
                                        NumberText.rounded(100 * (1 - same.getKey()), 3),
                                        String.join(", ", same.getValue()))))
                .toList();
    }

    private static Map<String, SampleSummary> summaries(
            ScenarioPlan plan, Chain chain, Sampling sampling, LongConsumer progress) {
        List<Input> inputs = chain.read().stream()
                .filter(input -> !input.value().distribution().certain())
                .toList();
        Set<String> uncertain = inputs.stream().map(Input::name).collect(Collectors.toSet());
        List<String> names = chain.columns().keySet().stream()
                .filter(name -> !uncertain.contains(name))
                .filter(name -> chain.behind(name).stream().anyMatch(input -> uncertain.contains(input.name())))
                .toList();
        try {
            return Sampler.run(
                    sampling, inputs, plan.correlations(), () -> chain.replay(names, inputs), chain.inPart(), progress);
        } catch (NotFinite e) {
            Problems problems = new Problems();
            problems.error("not-finite", Place.argument(plan.name()), "among the samples, " + e.getMessage());
            problems.orThrow();
            throw e;
        }
    }
}
