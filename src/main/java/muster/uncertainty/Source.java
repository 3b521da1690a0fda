package muster.uncertainty;

/**
 * Where a value comes from.
 *
 * @param id the name of the source within its file
 * @param title the source as one would cite it, with table or equation
 * @param tier what kind of source it is
 * @param evidence how the value was taken from it
 */
public record Source(String id, String title, Tier tier, Evidence evidence) {

    /** A source read by the author of the value. */
    public static Source of(String id, String title, Tier tier) {
        return new Source(id, title, tier, Evidence.READ);
    }

    /** The source as it is cited beside a figure, with a label where the value was not read in it. */
    public String citation() {
        return evidence == Evidence.READ ? title : "%s (%s)".formatted(title, evidence);
    }
}
