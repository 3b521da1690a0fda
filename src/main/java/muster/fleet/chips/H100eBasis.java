package muster.fleet.chips;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.format.Precision;
import muster.hardware.Memory;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * What is compared when chips are counted as H100: the term has no meaning without it.
 *
 * <pre>
 * H100e = chips * (what the chip has) / (what an H100 SXM has)
 * </pre>
 */
public enum H100eBasis {
    /** Dense operations at 8 bits, of fp8 and int8 the faster; Epoch AI counts so. */
    EIGHT_BIT("8-bit", peak(Format.FP8), peak(Format.INT8)),
    /** Dense operations at 16 bits: bf16, and fp16 of a chip without. */
    SIXTEEN_BIT("16-bit", each -> each.peak(Precision.SIXTEEN_BIT)),
    /** Bytes per second of the main memory, which decoding waits for. */
    BANDWIDTH("bandwidth", each -> each.mainMemory().flatMap(Memory::bandwidth)),
    /** Bytes of the main memory. */
    CAPACITY("capacity", each -> each.mainMemory().map(Memory::capacity));

    /** The chip that others are compared with. */
    public static final String H100 = "nvidia-h100-sxm";

    private static final Source DEFINITION = Source.of(
            "definition",
            "an H100-equivalent is one H100 SXM: by its dense rate at the precision of the fleet, in bf16 where that is a mix, or by the basis that is stated",
            Tier.DEFINITION);

    private final String name;
    private final List<Function<LotUnit, Optional<Input>>> compared;

    @SafeVarargs
    @SuppressWarnings("varargs") // the compiler warns of it or not, by the order in which it meets the classes
    H100eBasis(String name, Function<LotUnit, Optional<Input>>... compared) {
        this.name = name;
        this.compared = List.of(compared);
    }

    private static Function<LotUnit, Optional<Input>> peak(Format format) {
        return each -> each.rate(format);
    }

    /** One H100-equivalent per H100, in H100e/chip. */
    public static Figure one(Chain chain) {
        return chain.constant(FleetFigures.H100E_PER_H100, "", Quantity.of(1, "H100e/chip"), DEFINITION);
    }

    /** The H100 of the catalog. */
    public static Optional<ChipType> h100(Place place, Catalog catalog, Problems problems) {
        return ChipType.find(new Text(H100, place), catalog, problems);
    }

    /** How many H100-equivalents a chip is, in H100e/chip, not yet named; nothing where the catalog does not know. */
    public Optional<FleetRate> perChip(LotUnit each, ChipType h100) {
        return best(each, h100)
                .map(pair -> chain -> chain.input(pair.chip(), "")
                        .over(chain.input(pair.h100(), ""))
                        .times(one(chain)));
    }

    /** The same; where the catalog does not know, that is reported. */
    public Optional<FleetRate> perChip(ChipType type, ChipType h100, Problems problems) {
        Optional<FleetRate> rate = perChip(type, h100);
        if (rate.isEmpty()) {
            problems.error(
                    "h100e-basis",
                    type.id().place(),
                    "the catalog cannot tell how many H100e %s is on the %s basis"
                            .formatted(type.id().value(), this));
        }
        return rate;
    }

    /** The same as a plain number, at central values. */
    public Optional<Double> ratio(LotUnit each, ChipType h100) {
        return best(each, h100).map(Pair::ratio);
    }

    private Optional<Pair> best(LotUnit each, ChipType h100) {
        return compared.stream()
                .flatMap(what -> what.apply(each).stream()
                        .flatMap(own -> what.apply(h100).map(other -> new Pair(own, other)).stream()))
                .reduce((a, b) -> b.ratio() > a.ratio() ? b : a);
    }

    private record Pair(Input chip, Input h100) {
        double ratio() {
            return chip.value().distribution().central()
                    / h100.value().distribution().central();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
