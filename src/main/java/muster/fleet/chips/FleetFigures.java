package muster.fleet.chips;

/** The names of figures and inputs of a fleet. */
public final class FleetFigures {
    /** What the names of the counts of chips begin with, each with the id of the kind below it. */
    public static final String CHIPS = "fleet.chips";

    /** The peak rate over that at the date since which it grew, by central counts. */
    public static final String GROWTH = "fleet.growth";

    /** The peak rate at that date. */
    public static final String GROWTH_FROM = "fleet.growth.from";

    /** The month of 30 days. */
    public static final String GROWTH_MONTH = "fleet.growth.month";

    /** The time between the two dates. */
    public static final String GROWTH_TIME = "fleet.growth.time";

    /** The peak rate at the date of the fleet. */
    public static final String GROWTH_TO = "fleet.growth.to";

    /** The fleet in H100-equivalents, on the 16-bit basis: by the dense bf16 rate of an H100 SXM. */
    public static final String H100E = "fleet.h100e";

    /** What an H100-equivalent is. */
    public static final String H100E_PER_H100 = "fleet.h100e_per_h100";

    /** Dense peak rate of the chips that do not train, before the share; only where some do not. */
    public static final String IDLE_IN_TRAINING = "fleet.idle_in_training";

    /** What the fleet has grown by in a month. */
    public static final String MONTHLY_GROWTH = "fleet.monthly_growth";

    /** Dense peak rate of the whole fleet, before the share, at the fleet's precision. */
    public static final String PEAK = "fleet.peak";

    /** Electric power of the whole fleet, all-in where the catalog knows it; only where all chips are known. */
    public static final String POWER = "fleet.power";

    /** Rent of the whole fleet; only where the rent of every chip is known. */
    public static final String RENT = "fleet.rent";

    /** The fleet over all AI chips that the catalog counts. */
    public static final String SHARE_OF_WORLD = "fleet.share_of_world";

    /** Dense peak rate of the chips that train, before the share; only where some do not. */
    public static final String TRAINING_PEAK = "fleet.training_peak";

    /** The path of the fleet that counts all AI chips. */
    public static final String WORLD_STOCK = "fleet.world_stock";

    /** All AI chips that the catalog counts, at 16 bits. */
    public static final String WORLD_STOCK_H100E = "fleet.world_stock.h100e";

    /** Utilisation of large training runs on the chips of the fleet, by the catalog; where the section states none. */
    public static final String TRAINING_UTILIZATION = "training.utilization";

    private FleetFigures() {}
}
