package muster.hardware;

import java.util.Map;
import java.util.Optional;
import muster.catalog.Kind;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;

/**
 * A kind of chip. Every rate is dense; a missing value is unknown, never zero and never a guess from another.
 *
 * @param vendor who makes it
 * @param status whether it can be had
 * @param available the month or quarter since when, as {@code 2022-10} or {@code 2023-Q4}
 * @param unitOfCount what one of it is, since a superchip and a package can hold several dies
 * @param peak dense matrix rates with accumulation in fp32
 * @param vector dense rates of the vector units
 * @param sparsity what the vendor's sparse headline multiplies the dense rate by
 * @param achievable measured matrix rates: a ceiling to warn at, never a factor
 * @param memory memories by name, as {@code hbm}
 * @param interconnect links to other chips
 * @param power electric power
 * @param rent what it costs to rent
 */
public record Chip(
        String vendor,
        Status status,
        Optional<String> available,

        @Otherwise(value = "package", because = "what a person buys and counts")
        UnitOfCount unitOfCount,

        Peak peak,
        Optional<Vector> vector,
        Optional<Sparsity> sparsity,
        Optional<Peak> achievable,
        Map<String, Memory> memory,
        Interconnect interconnect,
        Power power,
        Optional<Rent> rent) {

    /** Chips in the catalog. */
    public static final Kind<Chip> KIND = new Kind<>("chip/v1", "chips", Chip.class);

    /** Whether a chip can be had. */
    public enum Status {
        ANNOUNCED,
        AVAILABLE,
        DISCONTINUED,
        /** Sold only where its maker's government lets it. */
        RESTRICTED,
        INTERNAL;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
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
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Rates of the vector units.
     *
     * @param fp64 in FLOP/s per chip
     * @param fp32 in FLOP/s per chip
     */
    public record Vector(
            @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp64,
            @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp32) {}

    /**
     * Structured sparsity as the vendor quotes it.
     *
     * @param pattern as {@code 2:4}
     * @param multiplier sparse rate over dense rate
     */
    public record Sparsity(String pattern, @In("1") Input multiplier) {}

    /**
     * A memory.
     *
     * @param type as {@code HBM3}
     * @param capacity in bytes per chip
     * @param bandwidth in bytes per second and chip
     */
    public record Memory(
            String type,
            @In(value = "GiB/chip", plain = "GiB") Input capacity,
            @In(value = "B/s/chip", plain = "B/s") Input bandwidth) {}

    /**
     * Links to other chips.
     *
     * @param scaleUp the fast domain, as NVLink
     * @param scaleOut the network between domains
     */
    public record Interconnect(Optional<ScaleUp> scaleUp, Optional<ScaleOut> scaleOut) {}

    /**
     * The fast domain.
     *
     * @param name what the vendor calls it
     * @param perDirection bytes per second in one direction and chip
     * @param domain chips that it joins
     */
    public record ScaleUp(
            String name,
            @In(value = "B/s/chip", plain = "B/s") Input perDirection,
            @In(value = "chip", plain = "1") Input domain) {}

    /**
     * The network between domains.
     *
     * @param perDirection bytes per second in one direction and chip
     */
    public record ScaleOut(
            @In(value = "B/s/chip", plain = "B/s") Input perDirection) {}

    /**
     * Electric power.
     *
     * @param tdp the thermal design power of the chip, in watts
     * @param allIn with its share of host, network and cooling, in watts
     */
    public record Power(
            @In(value = "W/chip", plain = "W") Input tdp,
            @In(value = "W/chip", plain = "W") Optional<Input> allIn) {}

    /**
     * What it costs to rent.
     *
     * @param perHour in USD per hour and chip
     * @param term the length of the contract
     * @param asOf the month of the price
     */
    public record Rent(
            @In(value = "USD/h/chip", plain = "USD/h") Input perHour, String term, String asOf) {}
}
