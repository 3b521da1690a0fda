package muster.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.FleetFigures;
import muster.fleet.chips.FleetRate;
import muster.fleet.chips.H100eBasis;
import muster.fleet.stock.Holders;
import muster.fleet.stock.ObservedGrowth;
import muster.format.Precision;
import muster.hardware.Chip;
import muster.hardware.Rent;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A fleet whose chips were looked up.
 *
 * <pre>
 * fleet.peak           = the sum of count * dense peak rate, or the stated capacity     FLOP/s, before the share
 * fleet.h100e          = fleet.peak / dense rate of an H100 SXM at that precision     H100e, unless it is stated
 * fleet.chips.ID       = stated H100e or rate * share / that per chip                 chip, where a mix is assumed
 * fleet.share_of_world = fleet.h100e / fleet.world_stock.h100e, the stock at 16 bits
 * fleet.power          = the sum of count * power, all-in where that is known           MW
 * fleet.rent           = the sum of count * rent                                        USD/h
 * fleet.training_peak  = the same of the chips that train                                FLOP/s, where others stand idle
 * fleet.idle_in_training = the same of those that do not                                 FLOP/s
 * fleet.growth         = the peak rate over that on an earlier date, where asked for
 * </pre>
 */
public final class FleetPlan {
    private final FleetShare share;
    private final FleetAmount amount;
    private final Trainers trainers;
    private final Optional<ObservedGrowth> growth;
    private final Optional<Holders> holders;
    private final FleetAmount world;
    private final Input h100;
    private final Input h100At16Bit;

    FleetPlan(
            FleetShare share,
            FleetAmount amount,
            Trainers trainers,
            Optional<ObservedGrowth> growth,
            Optional<Holders> holders,
            FleetAmount world,
            Input h100,
            Input h100At16Bit) {
        this.share = share;
        this.amount = amount;
        this.trainers = trainers;
        this.growth = growth;
        this.holders = holders;
        this.world = world;
        this.h100 = h100;
        this.h100At16Bit = h100At16Bit;
    }

    /** The kinds of its chips, as far as they are known or assumed. */
    public List<ChipType> chips() {
        return amount.types();
    }

    /** The precision at which its rate counts. */
    public Precision precision() {
        return share.source().precision();
    }

    /** The date of its counts; nothing where it has none, or with problems reported. */
    public Optional<LocalDate> date(Catalog catalog, Problems problems) {
        return share.source().date(catalog, problems);
    }

    /** Whether all of it is chips of those kinds. */
    public boolean ofChips() {
        return amount.ofChips();
    }

    /** What an hour of a kind of chip costs; nothing where neither the scenario nor the catalog says. */
    public Optional<Rent> rent(ChipType type) {
        return share.rent(type);
    }

    /** The same in USD/h of a kind that the fleet may come to have. */
    public Optional<Input> rent(String id, Chip chip) {
        return rent(new ChipType(new Text(id, place()), chip)).map(Rent::perHour);
    }

    /** What a chip of a kind that the fleet may come to have is in H100e, as the fleet is counted; nothing without a rate of it. */
    public Optional<FleetRate> h100ePerChip(String id, Chip chip) {
        return new ChipType(new Text(id, place()), chip)
                .counted(precision())
                .map(rate -> chain ->
                        chain.input(rate, "").over(chain.input(h100, "")).times(H100eBasis.one(chain)));
    }

    /** The power of a kind of chip in W; nothing where neither the scenario nor the catalog says. */
    public Optional<Input> power(ChipType type) {
        return share.power(type);
    }

    /** The same of a kind that the fleet may come to have. */
    public Optional<Input> power(String id, Chip chip) {
        return power(new ChipType(new Text(id, place()), chip));
    }

    /** Whether that power has the chip's share of host, network and cooling. */
    public boolean allIn(ChipType type) {
        return share.allIn(type);
    }

    /** The same fleet at another date; nothing where it has no dates, or with problems reported. */
    public Optional<FleetPlan> on(LocalDate date, Catalog catalog, Problems problems) {
        return share.source()
                .on(date)
                .flatMap(source -> new FleetShare(
                                source,
                                share.scope(),
                                share.share(),
                                share.availability(),
                                share.trainOn(),
                                share.worldStock(),
                                share.perChip(),
                                share.uses())
                        .resolve(catalog, problems));
    }

    /** What of it trains and has no published training runs: kinds of chips, classes, and rates without chips. */
    public List<String> withoutTrainingRuns() {
        return amount.withoutTrainingRuns(trainers::trains);
    }

    /** Which of its chips train, as the section says. */
    public TrainOn trainOn() {
        return share.trainOn();
    }

    /**
     * Reports chips that are to train and are not there, and a fleet of which nothing trains.
     *
     * @param joining ids of chips that come to it later
     * @param run where the training is written
     */
    public void checkTrainers(List<String> joining, Place run, Problems problems) {
        trainers.check(joining, run, problems);
    }

    /** Whose chips it counts, where that is a fleet of the catalog. */
    public Optional<Holders> holders() {
        return holders;
    }

    /** Where its source is written. */
    public Place place() {
        return share.source().place();
    }

    /** What is assumed of its chips, in words. */
    public List<String> assumptions() {
        return amount.assumptions();
    }

    /** Computes what the fleet amounts to. */
    public FleetCapacity apply(Chain chain) {
        FleetAmount.Chips chips = amount.chips(chain);
        Figure peak = amount.peak(chain, chips).as(FleetFigures.PEAK, "F", "FLOP/s");
        Figure h100e = h100e(chain, peak);
        shareOfWorld(chain, h100e);
        share.ownInputs().forEach(chain::look);
        Optional<Figure> power =
                amount.sum(chain, chips, share::power).map(figure -> figure.as(FleetFigures.POWER, "", "MW"));
        Optional<Figure> rent = amount.sum(
                        chain, chips, type -> share.rent(type).map(Rent::perHour))
                .map(figure -> figure.as(FleetFigures.RENT, "", "USD/h"));
        return new FleetCapacity(
                peak,
                h100e,
                chips.known(),
                amount.ofChips(),
                power,
                rent,
                growth.map(grown -> grown.monthly(chain)),
                share,
                trainers,
                trainers.parts(chain, chips));
    }

    // What a file states keeps the name: the H100e of its own basis are not restated on another.
    private Figure h100e(Chain chain, Figure peak) {
        Figure h100e = peak.over(chain.input(h100, "")).times(H100eBasis.one(chain));
        return share.source() instanceof FleetSource.OfH100e ? h100e : h100e.as(FleetFigures.H100E, "", "H100e");
    }

    private void shareOfWorld(Chain chain, Figure h100e) {
        Figure stock = world.peak(chain, world.chips(chain))
                .over(chain.input(h100At16Bit, ""))
                .times(H100eBasis.one(chain))
                .as(FleetFigures.WORLD_STOCK_H100E, "", "H100e");
        double ofWorld = h100e.over(stock)
                .as(FleetFigures.SHARE_OF_WORLD, "", "1")
                .central("1")
                .base();
        if (ofWorld > 1) {
            chain.warn(
                    "beyond-world-stock",
                    share.source().place(),
                    "the fleet is %s times the %s H100e of all AI chips in %s"
                            .formatted(
                                    NumberText.rounded(ofWorld, 3),
                                    NumberText.rounded(stock.central("H100e").base(), 3),
                                    share.worldStock().value()));
        }
    }
}
