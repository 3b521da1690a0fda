package muster.research.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.document.CatalogEntry;
import muster.document.In;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;
import muster.unit.NumberText;

/**
 * How long the tasks are, in the working time of a human, that a model does with some reliability. The two lengths are two
 * measurements: from one the other does not follow, since how fast success falls with length differs between models.
 *
 * @param name what the model is called
 * @param developer who made it
 * @param released when it came out
 * @param asOf of which edition the figures are; they are estimated anew when a suite of tasks is
 * @param suite the tasks on which it was measured; nothing where it was not measured
 * @param half the length of tasks of which it does one in two
 * @param eighty the length of tasks of which it does four in five
 */
@CatalogEntry("horizon/v1")
public record TimeHorizon(
        Optional<String> name,
        Optional<String> developer,
        Optional<CalendarPeriod> released,
        CalendarPeriod asOf,
        Optional<String> suite,
        @In("h") Input half,
        @In("h") Input eighty)
        implements Dated {

    /** Horizons of models in the catalog. */
    public static final EntryKind<TimeHorizon> KIND = new EntryKind<>("horizon/v1", "horizons", TimeHorizon.class);

    /** The suite of METR to which the horizons of the catalog belong. */
    public static final String METR = "METR Time Horizon 1.1";

    /** Beyond this length METR calls its measurements unreliable, in seconds: 16 hours. */
    static final double RELIABLE = 16 * 3600.0;

    public TimeHorizon {
        if (!(eighty.central() < half.central())) {
            throw new IllegalArgumentException(
                    "a model does longer tasks one time in two than four times in five, and eighty, %s, is not below half, %s. Maybe the other way round?"
                            .formatted(eighty.value(), half.value()));
        }
    }

    @Override
    public Optional<String> whose() {
        return developer;
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        Map<String, CalendarPeriod> dates = new LinkedHashMap<>();
        released.ifPresent(day -> dates.put("released", day));
        dates.put("estimated", asOf);
        return dates;
    }

    /** What it is, in words. */
    public String words() {
        return "%s, %s at 50%% and %s at 80%% (%s, %s)"
                .formatted(
                        name.orElse("a model"),
                        hours(half),
                        hours(eighty),
                        suite.orElse("not measured there, derived or stated"),
                        asOf);
    }

    /** Warns where the horizon is longer than its suite can tell. */
    void check(Chain chain) {
        if (half.central() > RELIABLE) {
            chain.warn(
                    "horizon-unreliable",
                    place(),
                    "the 50%% horizon of %s is %s, and METR calls its measurements above 16 h unreliable: few of its tasks are as long"
                            .formatted(name.orElse("the model"), hours(half)));
        }
    }

    Place place() {
        return half.place();
    }

    private static String hours(Input length) {
        return NumberText.rounded(length.central() / 3600, 3) + " h";
    }
}
