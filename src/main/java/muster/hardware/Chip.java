package muster.hardware;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.Otherwise;
import muster.format.Format;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * A kind of chip. Every rate is dense; a missing value is unknown, never zero and never a guess from another.
 *
 * @param vendor who makes it
 * @param family the generation that its maker counts it to, as {@code Hopper}
 * @param status whether it can be had
 * @param announced when its maker announced it, as far as that is known
 * @param available since when it can be had, as {@code 2022-10} or {@code 2023-Q4}
 * @param madeFor what it is made for, where that is less than training and serving
 * @param unitOfCount what one of it is, since a superchip and a package can hold several dies
 * @param formFactor what it is mounted on, as {@code SXM5}
 * @param die the silicon, which chips of other names may share
 * @param peak dense matrix rates with accumulation in fp32; empty where its maker states none
 * @param accumulatedInFp16 dense matrix rates with accumulation in fp16, where they are others
 * @param vector dense rates of the vector units
 * @param sparsity the sparse headline that its maker prints
 * @param achievable measured matrix rates: a ceiling to warn at, never a factor
 * @param training what large training runs reached, where that was published
 * @param memory memories by name: {@code sram} is the memory on the chip, any other name one beside it
 * @param interconnect links to other chips and to the host
 * @param power electric power
 * @param prices what it costs, by name
 * @param waivers findings of {@code muster catalog lint} that are as they should be, with the reason
 * @param notes what else a reader should know
 */
public record Chip(
        String vendor,
        Optional<String> family,
        Status status,
        Optional<CalendarPeriod> announced,
        Optional<CalendarPeriod> available,
        Optional<MadeFor> madeFor,

        @Otherwise(value = "package", because = "what a person buys and counts")
        UnitOfCount unitOfCount,

        Optional<String> formFactor,
        Optional<Die> die,
        Peak peak,
        Optional<Peak> accumulatedInFp16,
        Optional<Vector> vector,
        Optional<Sparsity> sparsity,
        Optional<Peak> achievable,
        Optional<AchievedUtilization> training,
        Map<String, Memory> memory,
        Interconnect interconnect,
        ElectricPower power,
        Optional<Map<String, ChipPrice>> prices,
        Optional<Map<String, String>> waivers,
        Optional<String> notes)
        implements Dated {

    /** Chips in the catalog. */
    public static final EntryKind<Chip> KIND = new EntryKind<>("chip/v1", "chips", Chip.class);

    private static final String ON_CHIP = "sram";

    /** Whether a chip can be had. */
    public enum Status {
        ANNOUNCED,
        AVAILABLE,
        DISCONTINUED,
        /** Sold only where its maker's government lets it. */
        RESTRICTED,
        INTERNAL,
        /** Announced, and given up before it could be had. */
        CANCELLED;

        /** Whether its maker has it to sell or to use, or had. */
        public boolean made() {
            return this != ANNOUNCED && this != CANCELLED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What one chip is in a count. */
    public enum UnitOfCount {
        GPU,
        PACKAGE,
        DIE,
        SUPERCHIP,
        WAFER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The dense rate at a format, in FLOP/s (OP/s for integers) per chip: that of the matrix units, else that of the vector
     * units, since chips from before matrix units compute with those.
     */
    public Optional<Input> rate(Format format) {
        return peak.at(format).or(() -> vector.flatMap(units -> units.at(format)));
    }

    /**
     * The memory that models are held in: the fastest beside the chip, or the one on it where there is no other; nothing
     * where its bandwidth is not known.
     */
    public Optional<Memory> mainMemory() {
        Comparator<Memory> byBandwidth = Comparator.comparingDouble(
                memory -> memory.bandwidth().map(Chip::central).orElse(0.0));
        return memory.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(ON_CHIP))
                .map(Entry::getValue)
                .max(byBandwidth)
                .or(() -> Optional.ofNullable(memory.get(ON_CHIP)))
                .filter(main -> main.bandwidth().isPresent());
    }

    /** Whether models are held in memory beside the chip, and not on it. */
    public boolean hasMemoryBesideIt() {
        return memory.keySet().stream().anyMatch(name -> !name.equals(ON_CHIP));
    }

    /** Whether its maker made it to serve models that other chips trained. */
    public boolean forInferenceAlone() {
        return madeFor.filter(made -> made.use() == MadeFor.Use.INFERENCE).isPresent();
    }

    /**
     * Its generation: chips of one maker with the same silicon are of one, as H100 and H20; a chip whose silicon has no name is a
     * generation of its own, as each TPU.
     *
     * @param id its id
     */
    public String generation(String id) {
        return "%s %s".formatted(vendor, die.flatMap(Die::name).orElse(id));
    }

    /** The price of a kind with the latest date; the first in the file of several of that date. */
    public <P extends ChipPrice> Optional<P> latest(Class<P> kind) {
        return named().filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, next) ->
                        first.asOf().last().isBefore(next.asOf().last()) ? next : first);
    }

    @Override
    public Optional<String> whose() {
        return Optional.of(vendor);
    }

    // When a chip is to be had that nobody has yet is no news.
    @Override
    public Map<String, CalendarPeriod> dates() {
        Map<String, CalendarPeriod> dates = new LinkedHashMap<>();
        announced.ifPresent(when -> dates.put("announced", when));
        available.filter(when -> status.made()).ifPresent(when -> dates.put("available", when));
        named().map(ChipPrice::asOf)
                .max(Comparator.comparing(CalendarPeriod::last))
                .ifPresent(when -> dates.put("priced", when));
        return Collections.unmodifiableMap(dates);
    }

    private Stream<ChipPrice> named() {
        return prices.stream().flatMap(all -> all.values().stream());
    }

    private static double central(Input input) {
        return input.value().distribution().central();
    }
}
