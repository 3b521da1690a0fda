package muster.fleet.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetRate;
import muster.fleet.chips.LotUnit;
import muster.fleet.stock.FleetLine;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampler;

/**
 * Adds up lines by a key. Totals are percentiles of sampled totals; the sum of the central values of the counts, which is not
 * the median of the total, stands beside them under its own name.
 */
final class FleetTally {
    /** The key of what all lines amount to. */
    static final String TOTAL = "total";

    private final FleetQuery query;
    private final ChipType h100;
    private final Map<String, List<FleetLine>> groups;
    private final List<Measure> measures;
    private final Map<FleetLine, Double> central = new LinkedHashMap<>();

    FleetTally(
            FleetQuery query,
            ChipType h100,
            List<FleetLine> lines,
            Function<FleetLine, String> key,
            List<Measure> measures) {
        this.query = query;
        this.h100 = h100;
        this.measures = measures;
        this.groups = lines.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        groups.put(TOTAL, lines);
        Chain chain = new Chain(SampleBatch.central());
        lines.forEach(line -> central.put(
                line,
                line.lot()
                        .map(lot -> lot.count().apply(chain).central("chip").base())
                        .orElse(0.0)));
    }

    /** The values of each key in the order of its lines, the total last. */
    Map<String, List<FleetValue>> values() {
        Map<String, List<FleetValue>> values = new LinkedHashMap<>();
        groups.keySet().forEach(key -> values.put(key, new ArrayList<>()));
        // The counts and the H100e that their source gives are drawn apart, so that each chip has one place in both.
        List<Measure> ofCounts = measures.stream()
                .filter(measure -> measure != Measure.H100E_AS_RATED)
                .toList();
        run(ofCounts, values);
        if (measures.contains(Measure.H100E_AS_RATED)) {
            run(List.of(Measure.H100E_AS_RATED), values);
        }
        return values;
    }

    private void run(List<Measure> some, Map<String, List<FleetValue>> values) {
        Chain chain = new Chain(SampleBatch.central());
        Map<String, Map<Measure, Figure>> sums = sums(chain, some);
        Map<String, SampleSummary> spreads = Sampler.run(query.sampling(), chain.read(), draw -> {
            Chain drawn = new Chain(draw);
            sums(drawn, some);
            return drawn.columns();
        });
        sums.forEach((key, figures) -> some.forEach(measure -> values.getOrDefault(key, new ArrayList<>())
                .add(value(
                        measure,
                        groups.getOrDefault(key, List.of()),
                        Optional.ofNullable(figures.get(measure)),
                        Optional.ofNullable(spreads.get(name(key, measure)))))));
    }

    private FleetValue value(
            Measure measure, List<FleetLine> lines, Optional<Figure> sum, Optional<SampleSummary> summary) {
        List<FleetLine> counted =
                lines.stream().filter(line -> reckons(line, measure)).toList();
        Set<String> missing = lines.stream()
                .filter(line -> !counted.contains(line))
                .map(FleetLine::label)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new FleetValue(
                measure,
                sum.flatMap(figure -> summary.map(sampled ->
                        new FleetValue.Amounts(figure.central(measure.unit()).base(), sampled.percentiles()))),
                covered(lines, counted),
                List.copyOf(missing));
    }

    // Which part of the chips a measure is told of, by their central counts.
    private double covered(List<FleetLine> lines, List<FleetLine> counted) {
        double all = chips(lines);
        return all == 0 ? 0 : chips(counted) / all;
    }

    private double chips(List<FleetLine> lines) {
        return lines.stream()
                .mapToDouble(line -> central.getOrDefault(line, 0.0))
                .sum();
    }

    private static String name(String key, Measure measure) {
        return key + "." + measure;
    }

    private Map<String, Map<Measure, Figure>> sums(Chain chain, List<Measure> some) {
        Map<FleetLine, Figure> counts = new LinkedHashMap<>();
        groups.getOrDefault(TOTAL, List.of())
                .forEach(line -> line.lot()
                        .filter(lot -> !some.contains(Measure.H100E_AS_RATED))
                        .ifPresent(lot -> counts.put(line, lot.count().apply(chain))));
        Map<String, Map<Measure, Figure>> sums = new LinkedHashMap<>();
        groups.forEach((key, lines) -> {
            Map<Measure, Figure> figures = new LinkedHashMap<>();
            for (Measure measure : some) {
                lines.stream()
                        .flatMap(line -> figure(chain, line, Optional.ofNullable(counts.get(line)), measure).stream())
                        .reduce(Figure::plus)
                        .ifPresent(sum -> figures.put(measure, sum.as(name(key, measure), "", measure.unit())));
            }
            sums.put(key, figures);
        });
        return sums;
    }

    private boolean reckons(FleetLine line, Measure measure) {
        if (measure == Measure.PEAK && line.stated().isPresent()) {
            return line.stated().get().fits(query.counting().precision());
        }
        return line.lot()
                .filter(lot -> measure == Measure.CHIPS
                        || (measure == Measure.H100E_AS_RATED
                                ? lot.asRated().isPresent()
                                : perChip(lot.each(), measure).isPresent()))
                .isPresent();
    }

    private Optional<Figure> figure(Chain chain, FleetLine line, Optional<Figure> count, Measure measure) {
        if (!reckons(line, measure)) {
            return Optional.empty();
        }
        if (line.lot().isEmpty()) {
            return line.stated().map(rated -> chain.input(rated.capacity(), ""));
        }
        ChipLot lot = line.lot().get();
        return switch (measure) {
            case CHIPS -> count;
            case H100E_AS_RATED -> lot.asRated().map(rated -> rated.apply(chain));
            default ->
                perChip(lot.each(), measure).flatMap(each -> count.map(number -> number.times(each.apply(chain))));
        };
    }

    private Optional<FleetRate> perChip(LotUnit each, Measure measure) {
        return switch (measure) {
            case PEAK -> each.counted(query.counting().precision()).map(FleetTally::rate);
            case H100E -> query.counting().h100e().basis().perChip(each, h100);
            case MEMORY -> each.mainMemory().map(memory -> rate(memory.capacity()));
            case BANDWIDTH ->
                each.mainMemory().flatMap(memory -> memory.bandwidth()).map(FleetTally::rate);
            case POWER_OF_CHIPS -> each.tdp().map(FleetTally::rate);
            case POWER_ALL_IN -> each.allIn().map(FleetTally::rate);
            case CAPITAL_COST -> each.price().map(FleetTally::rate);
            case CHIPS, H100E_AS_RATED -> Optional.empty();
        };
    }

    private static FleetRate rate(Input input) {
        return chain -> chain.input(input, "");
    }
}
