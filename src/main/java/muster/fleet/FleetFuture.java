package muster.fleet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipType;
import muster.fleet.stock.ChipMix;
import muster.format.Precision;
import muster.hardware.Chip;
import muster.uncertainty.Input;

/**
 * How a fleet grows from a date on: by what its dense rate grows, new chips are bought, and those older than a lifetime leave. The
 * formula is at {@link GrowingFleet}.
 */
public final class FleetFuture {
    private static final double DAY_SECONDS = 86_400;

    private final GrowingFleet growing;
    private final Map<String, ChipType> buys;
    private final String words;

    private FleetFuture(GrowingFleet growing, Map<String, ChipType> buys, String words) {
        this.growing = growing;
        this.buys = Collections.unmodifiableMap(new LinkedHashMap<>(buys));
        this.words = words;
    }

    /**
     * When a fleet grows.
     *
     * @param start the first day
     * @param periods how many periods
     * @param periodSeconds the length of each
     * @param lifetimeSeconds how old a chip becomes
     * @param place where the growth is written
     */
    public record Span(LocalDate start, int periods, double periodSeconds, double lifetimeSeconds, Place place) {
        LocalDate day(int period) {
            return start.plusDays(Math.round(period * periodSeconds / DAY_SECONDS));
        }
    }

    /** The future of a fleet that buys certain chips; nothing with problems reported, or where it buys more of what it has. */
    public static Optional<FleetFuture> of(
            FleetPlan fleet, GrowthIn in, Span span, Catalog catalog, Problems problems) {
        if (in instanceof GrowthIn.AsItIs || fleet.chips().isEmpty()) {
            return Optional.empty();
        }
        int before = problems.reports();
        Precision precision = fleet.precision();
        ChipsOnSale onSale = ChipsOnSale.of(precision, span.place(), catalog, problems);
        List<Map<String, Map<String, ChipType>>> choices = in instanceof GrowthIn.Named named
                ? Collections.nCopies(span.periods(), named(named, onSale, span, catalog, problems))
                : IntStream.range(0, span.periods())
                        .mapToObj(period -> newest(fleet.chips(), onSale, span.day(period)))
                        .toList();
        if (problems.reports() > before) {
            return Optional.empty();
        }
        Map<String, ChipType> buys = new LinkedHashMap<>();
        choices.forEach(choice -> choice.values().forEach(buys::putAll));
        Map<String, GrowingFleet.Kind> kinds = new LinkedHashMap<>();
        fleet.chips().forEach(type -> kinds.put(type.name(), kind(type, onSale, span.start())));
        buys.forEach((id, type) -> kinds.putIfAbsent(id, kind(type, onSale, span.start())));
        GrowingFleet growing = new GrowingFleet(
                kinds,
                choices.stream().map(choice -> shares(in, choice)).toList(),
                span.periodSeconds() / DAY_SECONDS,
                span.lifetimeSeconds() / DAY_SECONDS);
        return Optional.of(new FleetFuture(growing, buys, words(choices, span)));
    }

    /** The kinds that it buys, by id. */
    public Map<String, Chip> chips() {
        Map<String, Chip> chips = new LinkedHashMap<>();
        buys.forEach((id, type) -> chips.put(id, type.chip()));
        return chips;
    }

    /** What it buys from when on, as {@code nvidia-gb300 from 2025-12-31}. */
    public String words() {
        return words;
    }

    /**
     * The chips of each kind by period.
     *
     * @param first those that stand at first, by id
     * @param perYear by what factor the rate grows in a year
     */
    public Map<String, List<Double>> counts(Map<String, Double> first, double perYear) {
        return growing.counts(first, perYear);
    }

    private static Map<String, Map<String, ChipType>> named(
            GrowthIn.Named named, ChipsOnSale onSale, Span span, Catalog catalog, Problems problems) {
        Map<String, ChipType> types = new LinkedHashMap<>();
        ChipMix.of(named.madeOf(), catalog, problems)
                .ifPresent(mix -> mix.parts().forEach(part -> {
                    ChipType type = part.type();
                    sold(type, onSale, span, problems);
                    type.counted(onSale.precision(), problems).ifPresent(rate -> types.put(type.name(), type));
                }));
        return Map.of("", types);
    }

    // A chip that is only announced and has no date, or that was given up, cannot be bought at any.
    private static void sold(ChipType type, ChipsOnSale onSale, Span span, Problems problems) {
        Optional<LocalDate> since =
                !type.chip().status().made() && type.chip().available().isEmpty()
                        ? Optional.empty()
                        : ChipsOnSale.since(type);
        if (since.filter(date -> !date.isAfter(span.start())).isEmpty()) {
            problems.error(
                    "not-on-sale",
                    type.place(),
                    "%s cannot be bought on %s: %s.%s"
                            .formatted(
                                    type.name(),
                                    span.start(),
                                    since.map(date -> "it could be had from %s on"
                                                    .formatted(type.chip()
                                                            .available()
                                                            .map(Object::toString)
                                                            .orElse(date.toString())))
                                            .orElse("it was %s and has no date"
                                                    .formatted(type.chip().status())),
                                    onSale.newest(type.vendor(), ChipsOnSale.restricted(type), span.start())
                                            .map(newest -> " Maybe %s?".formatted(newest.name()))
                                            .orElse("")));
        }
    }

    // Where nothing of a maker is on sale, the newest that the fleet has of it.
    private static Map<String, Map<String, ChipType>> newest(List<ChipType> there, ChipsOnSale onSale, LocalDate date) {
        Map<String, Map<String, ChipType>> choice = new LinkedHashMap<>();
        there.stream()
                .collect(Collectors.groupingBy(ChipType::vendor, LinkedHashMap::new, Collectors.toList()))
                .forEach((vendor, kinds) -> {
                    ChipType newest = onSale.newest(vendor, kinds.stream().allMatch(ChipsOnSale::restricted), date)
                            .orElseGet(() -> kinds.stream()
                                    .max(Comparator.comparing(
                                            kind -> ChipsOnSale.since(kind).orElse(LocalDate.MIN)))
                                    .orElseThrow());
                    choice.put(vendor, Map.of(newest.name(), newest));
                });
        return choice;
    }

    private static Map<String, Map<String, Double>> shares(GrowthIn in, Map<String, Map<String, ChipType>> choice) {
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        choice.forEach((maker, types) -> {
            Map<String, Double> parts = new LinkedHashMap<>();
            types.keySet()
                    .forEach(id -> parts.put(
                            id,
                            in instanceof GrowthIn.Named named
                                    ? Optional.ofNullable(named.madeOf().get(id))
                                            .map(Input::central)
                                            .orElse(0.0)
                                    : 1.0));
            shares.put(maker, parts);
        });
        return shares;
    }

    private static GrowingFleet.Kind kind(ChipType type, ChipsOnSale onSale, LocalDate start) {
        LocalDate from =
                ChipsOnSale.since(type).filter(date -> date.isBefore(start)).orElse(start);
        LocalDate to =
                onSale.succeeded(type).filter(date -> date.isBefore(start)).orElse(start);
        return new GrowingFleet.Kind(
                ChipsOnSale.rate(type, onSale.precision()),
                type.vendor(),
                ChronoUnit.DAYS.between(start, from),
                ChronoUnit.DAYS.between(start, to));
    }

    private static String words(List<Map<String, Map<String, ChipType>>> choices, Span span) {
        List<String> words = new ArrayList<>();
        String last = "";
        for (int period = 0; period < choices.size(); period++) {
            String now = choices.get(period).values().stream()
                    .flatMap(types -> types.keySet().stream())
                    .collect(Collectors.joining(", "));
            if (!now.equals(last)) {
                words.add("%s from %s".formatted(now, span.day(period)));
                last = now;
            }
        }
        return String.join(", then ", words);
    }
}
