package muster.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.fleet.Capacity;
import muster.fleet.ChipCount;
import muster.fleet.FleetPlan;
import muster.format.Format;
import muster.hardware.Chip;
import muster.hardware.Price;
import muster.scaling.Law;
import muster.scaling.Sized;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Numbers;
import muster.unit.Quantity;
import muster.workforce.Supply;
import muster.workforce.WorkforcePlan;

/**
 * The figures of a situation over a draw.
 *
 * <pre>
 * allocation.chips.ID = count * share * availability           chip, before growth and deliveries
 * allocation.rate.ID  = dense peak * utilization               FLOP/s/chip
 * allocation.work.ID  = the training compute of a job          FLOP
 * </pre>
 */
final class Sheet {
    private static final Source FRONTIER =
            Source.of("frontier", "the fastest deployments that the step-time model finds", Tier.DERIVED);
    // Heads before supervision caps them, where it does: the cap is one for the whole fleet and not for a chip.
    private static final String UNSUPERVISED = "workforce.unsupervised_researchers";
    private static final double YEAR = 365 * 86_400.0;
    private static final double MONTH = 30 * 86_400.0;

    private final Allocation section;
    private final WorkforcePlan workforce;
    private final int periods;
    private final Map<String, Chip> chips;
    private final List<Model> models;
    private final Draw draw;
    private final Chain chain;

    Sheet(
            Allocation section,
            FleetPlan fleet,
            WorkforcePlan workforce,
            int periods,
            Map<String, Chip> chips,
            List<Model> models,
            Draw draw) {
        this.section = section;
        // Heads of a workforce are compared with nobody here: they are those of one chip.
        this.workforce = new WorkforcePlan(workforce.workforce(), workforce.rate(), List.of());
        this.periods = periods;
        this.chips = chips;
        this.models = models;
        this.draw = draw;
        this.chain = new Chain(draw);
        count(fleet.apply(chain));
        section.train().ifPresent(this::train);
        looked();
    }

    Chain chain() {
        return chain;
    }

    private void count(Capacity capacity) {
        Map<String, Figure> counts = new LinkedHashMap<>();
        for (ChipCount counted : capacity.chips()) {
            counts.merge(counted.type().id().value(), counted.count(), Figure::plus);
        }
        Figure share = capacity.share(chain, Optional.empty());
        Figure up = chain.input(capacity.fleet().availability(), "");
        counts.forEach((id, count) -> count.times(share).times(up).as("allocation.chips." + id, "n", "chip"));
    }

    private void train(Train train) {
        Figure utilization = chain.input(train.utilization(), "u");
        chips.forEach((id, chip) -> rate(chip, train.format())
                .ifPresent(peak ->
                        chain.input(peak, "").times(utilization).as("allocation.rate." + id, "f", "FLOP/s/chip")));
        for (Model model : models) {
            model.training()
                    .ifPresent(training -> training.work()
                            .apply(chain)
                            .times(chain.one())
                            .as("allocation.work." + model.id(), "F", "FLOP"));
        }
        law(train);
        train.students().ifPresent(students -> students.values().forEach(student -> chain.look(student.parameters())));
    }

    // The law sizes each point of the grid at the central values; its constants are read, and it is extrapolated the
    // most
    // for the largest.
    private void law(Train train) {
        Chain law = new Chain(draw);
        Sized sized = train.law().apply(law, law.input(train.to(), ""), Law.MODEL);
        train.law()
                .domain()
                .ifPresent(domain -> domain.check(law, sized, train.to().place()));
        law.read().forEach(input -> chain.input(input, ""));
        law.warnings().forEach(warning -> chain.warn(warning.code(), warning.place(), warning.message()));
    }

    private static Optional<Input> rate(Chip chip, Format format) {
        Optional<Input> rate = chip.rate(format);
        return format == Format.BF16 ? rate.or(() -> chip.rate(Format.FP16)) : rate;
    }

    // What shapes a plan and is not drawn, and what is drawn as it is.
    private void looked() {
        List.of(
                        section.horizon(),
                        section.period(),
                        section.serve().serialSpeed(),
                        section.serve().context().in(),
                        section.serve().context().out())
                .forEach(chain::look);
        section.capability().ifPresent(capability -> {
            chain.look(capability.atLeast());
            chain.look(capability.by());
        });
        section.deliveries()
                .ifPresent(deliveries -> deliveries.values().forEach(delivery -> {
                    chain.look(delivery.at());
                    chain.input(delivery.count(), "");
                }));
        section.existing().ifPresent(existing -> existing.values().forEach(compute -> chain.input(compute, "")));
        section.train().flatMap(Train::shortest).ifPresent(shortest -> chain.input(shortest, ""));
        chain.input(section.growth(), "");
        section.power().ifPresent(power -> chain.input(power, "P"));
        section.budget().ifPresent(budget -> chain.input(budget, "K"));
        section.discount().ifPresent(discount -> chain.input(discount, ""));
        exponent().ifPresent(exponent -> chain.input(exponent, "lambda"));
        chips.values().forEach(chip -> {
            section.power().flatMap(power -> chip.power().best()).ifPresent(power -> chain.input(power, "p"));
            section.budget().flatMap(budget -> rent(chip)).ifPresent(rent -> chain.input(rent, "k"));
        });
        workforce.workforce().supervision().ifPresent(supervision -> {
            chain.input(supervision.supervisors(), "");
            chain.input(supervision.directs(), "");
        });
    }

    private Optional<Input> exponent() {
        return section.diminishing()
                .or(() -> workforce.workforce().diminishingReturns().map(returns -> returns.exponent()));
    }

    private static Optional<Input> rent(Chip chip) {
        return chip.latest(Price.Reserved.class).map(Price.Reserved::perHour);
    }

    /** The chain from what one chip serves to its researchers. */
    Chain research(Offer offer) {
        Chain own = new Chain(draw);
        Figure throughput =
                own.constant("inference.throughput", "q", Quantity.of(offer.throughputPerChip(), "token/s"), FRONTIER);
        Figure speed = own.constant(
                "inference.serial_speed", "v", Quantity.of(offer.serialSpeed(), "token/s/stream"), FRONTIER);
        Figure flop = own.constant(
                "inference.flop_per_token", "f", Quantity.of(offer.flopPerToken(), "FLOP/token"), FRONTIER);
        workforce.apply(
                own,
                new Supply(
                        throughput,
                        speed,
                        throughput.over(speed),
                        Optional.of(offer.model().quality().apply(own)),
                        Optional.of(flop),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
        return own;
    }

    /** A situation for each sample. */
    List<Situation> situations(List<Offer> offers) {
        Map<String, double[]> figures = chain.columns();
        List<Served> served = new ArrayList<>();
        for (Offer offer : offers) {
            if (counts(offer.model())) {
                Map<String, double[]> own = research(offer).columns();
                String heads = own.containsKey(UNSUPERVISED) ? UNSUPERVISED : "workforce.parallel_researchers";
                served.add(new Served(offer, named(own, heads), named(own, "workforce.serial_speedup")));
            }
        }
        return IntStream.range(0, draw.size())
                .mapToObj(sample -> new Drawn(figures, sample).situation(served))
                .toList();
    }

    private static double[] named(Map<String, double[]> figures, String name) {
        double[] column = figures.get(name);
        if (column == null) {
            throw new IllegalStateException("no figure " + name);
        }
        return column;
    }

    // A model below the capability that is required does no research that counts.
    private boolean counts(Model model) {
        return section.capability()
                .map(capability -> model.centralQuality() >= Lookup.central(capability.atLeast()) * (1 - 1e-12))
                .orElse(true);
    }

    /** The researchers of an offer and their speed-up, in researcher-months per researcher and second, over a draw. */
    private static final class Served {
        private final Offer offer;
        private final double[] heads;
        private final double[] speedup;

        Served(Offer offer, double[] heads, double[] speedup) {
            this.offer = offer;
            this.heads = heads;
            this.speedup = speedup;
        }
    }

    /** One sample. */
    private final class Drawn {
        private final Map<String, double[]> figures;
        private final int sample;

        Drawn(Map<String, double[]> figures, int sample) {
            this.figures = figures;
            this.sample = sample;
        }

        private double of(Input input) {
            return of(input.name());
        }

        private double of(String name) {
            return named(figures, name)[sample];
        }

        Situation situation(List<Served> served) {
            double seconds = Lookup.central(section.period());
            Returns returns = returns(seconds);
            Limits limits = limits();
            List<Serving> servings = served.stream()
                    .map(each -> new Serving(
                            "%s in %s at %s token/s"
                                    .formatted(
                                            each.offer.model().id(),
                                            each.offer.format(),
                                            Numbers.rounded(each.offer.serialSpeed(), 3)),
                            each.offer.model().id(),
                            each.offer.chip(),
                            each.heads[sample],
                            MONTH * each.speedup[sample]))
                    .toList();
            List<Job> jobs = new ArrayList<>();
            models.forEach(model -> model.training().ifPresent(training -> jobs.add(job(model, training))));
            return new Situation(
                    periods,
                    seconds,
                    stocks(seconds),
                    models.stream()
                            .filter(model -> model.training().isEmpty())
                            .map(Model::id)
                            .toList(),
                    jobs,
                    models.stream()
                            .filter(model -> model.training()
                                    .filter(training -> training.after().isEmpty())
                                    .isPresent())
                            .map(Model::id)
                            .toList(),
                    Columns.trimmed(servings, returns, limits),
                    limits,
                    returns,
                    requirement(seconds));
        }

        private List<Stock> stocks(double seconds) {
            List<Stock> stocks = new ArrayList<>();
            chips.forEach((id, chip) -> {
                List<Double> counts = new ArrayList<>();
                for (int period = 0; period < periods; period++) {
                    counts.add(count(id, period * seconds));
                }
                stocks.add(new Stock(
                        id,
                        counts,
                        rate(chip, section.train().map(Train::format).orElse(Format.BF16))
                                .map(Lookup::central)
                                .orElse(0.0),
                        section.power()
                                .flatMap(power -> chip.power().best())
                                .map(this::of)
                                .orElse(0.0),
                        section.budget()
                                .flatMap(budget -> rent(chip))
                                .map(this::of)
                                .orElse(0.0)));
            });
            return stocks;
        }

        private double count(String id, double start) {
            double[] first = figures.get("allocation.chips." + id);
            double count = (first == null ? 0 : first[sample]) * Math.pow(of(section.growth()), start / YEAR);
            for (Delivery delivery : section.deliveries().orElse(Map.of()).values()) {
                if (delivery.chip().value().equals(id) && start >= Lookup.central(delivery.at()) * (1 - 1e-12)) {
                    count += of(delivery.count());
                }
            }
            return Math.max(0, count);
        }

        private Job job(Model model, Model.Training training) {
            double work = of("allocation.work." + model.id());
            double most = section.train()
                    .flatMap(Train::shortest)
                    .map(shortest -> work / of(shortest))
                    .orElse(Double.POSITIVE_INFINITY);
            Map<String, Double> rates = new LinkedHashMap<>();
            chips.keySet().stream()
                    .filter(id -> figures.containsKey("allocation.rate." + id))
                    .forEach(id -> rates.put(id, of("allocation.rate." + id)));
            return new Job(model.id(), work, most, training.after(), rates);
        }

        private Returns returns(double seconds) {
            double reference = section.diminishing().isPresent()
                    ? 1
                    : workforce
                            .workforce()
                            .diminishingReturns()
                            .map(returns -> Lookup.central(returns.reference()))
                            .orElse(1.0);
            double discount = section.discount()
                    .map(part -> Math.pow(1 - of(part), seconds / YEAR))
                    .orElse(1.0);
            return new Returns(exponent().map(this::of).orElse(1.0), reference, discount, seconds / MONTH);
        }

        private Limits limits() {
            return new Limits(
                    section.power().map(power -> constant(of(power))),
                    section.budget().map(this::of),
                    workforce.workforce().supervision().map(supervision -> constant(of(supervision.supervisors()))),
                    workforce
                            .workforce()
                            .supervision()
                            .map(supervision -> of(supervision.directs()))
                            .orElse(0.0));
        }

        private List<Double> constant(double value) {
            return Collections.nCopies(periods, value);
        }

        private Optional<Requirement> requirement(double seconds) {
            return section.capability()
                    .map(capability -> new Requirement(
                            models.stream()
                                    .filter(Sheet.this::counts)
                                    .map(Model::id)
                                    .toList(),
                            (int) Math.min(periods, Math.floor(Lookup.central(capability.by()) / seconds + 1e-9)),
                            "a model of %s by %s"
                                    .formatted(
                                            capability.atLeast().value(),
                                            capability.by().value())));
        }
    }
}
