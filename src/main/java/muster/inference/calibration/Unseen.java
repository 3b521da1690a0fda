package muster.inference.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.unit.NumberText;

/**
 * What of a model on a chip the fit of a calibration had no rows of, so that the error of the step-time model there is that of
 * families of chips, or of kinds of models, that were left out as a whole.
 *
 * @param family the family of the chip, where no chip of it was in the fit
 * @param traits what fewer than {@value Calibration#FEWEST_ROWS} rows of the fit were of, by {@link muster.model.Traits}
 * @param gap the month that was asked for, where no row of the engine is as old or as new
 */
public record Unseen(Optional<String> family, List<String> traits, Optional<EngineGap> gap) {
    // The 5th and 95th percentile of a normal distribution, in standard deviations.
    public static final double NINETY = 1.6448536269514722;

    /** The code of a warning that a band is that of what was left out. */
    public static final String CODE = "outside-calibration";

    /** Chip and model are of what the fit saw. */
    public static final Unseen NOTHING = new Unseen(Optional.empty(), List.of());

    public Unseen {
        traits = List.copyOf(traits);
    }

    /** The same in the months of the rows. */
    public Unseen(Optional<String> family, List<String> traits) {
        this(family, traits, Optional.empty());
    }

    /** The same in another month than the rows have. */
    public Unseen in(Optional<EngineGap> other) {
        return new Unseen(family, traits, other);
    }

    /** Whether there is anything. */
    public boolean any() {
        return family.isPresent() || !traits.isEmpty() || gap.isPresent();
    }

    /** The same as the end of a name, as {@code -unseen-family}; empty where there is nothing. */
    public String suffix() {
        return (family.isPresent() ? "-unseen-family" : "")
                + (traits.isEmpty() ? "" : "-unseen-kind")
                + (gap.isPresent() ? "-unseen-month" : "");
    }

    /** What was not in the fit, in words: as {@code the fit had no chip of the family Trainium}. */
    public String words() {
        List<String> words = new ArrayList<>();
        family.ifPresent(name -> words.add("no chip of the family %s".formatted(name)));
        if (!traits.isEmpty()) {
            words.add("fewer than %s rows of models with %s"
                    .formatted(Calibration.FEWEST_ROWS, String.join(" or ", traits)));
        }
        gap.ifPresent(months -> words.add(months.words()));
        return "the fit had " + String.join(" and ", words);
    }

    /**
     * The same with what follows for the band of a value.
     *
     * @param sigma the standard deviation of the logarithm there
     * @param seen that of what the fit saw
     */
    public String words(double sigma, double seen) {
        return "%s: a measured speed is %s of the modelled in 90%% of cases, as %s showed, %s"
                .formatted(
                        words(),
                        band(sigma),
                        grounds(),
                        sigma > seen ? "not " + band(seen) : "which is no more than of what the fit saw");
    }

    /** What the wider band is taken from. */
    public String grounds() {
        String left = "leaving out whole families and kinds";
        String dates = "one configuration at several dates";
        return gap.isEmpty() ? left : family.isEmpty() && traits.isEmpty() ? dates : left + " and " + dates;
    }

    private static String band(double sigma) {
        return "%s to %s"
                .formatted(
                        NumberText.rounded(Math.exp(-NINETY * sigma), 2),
                        NumberText.rounded(Math.exp(NINETY * sigma), 3));
    }
}
