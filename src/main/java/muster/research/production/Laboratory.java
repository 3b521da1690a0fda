package muster.research.production;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.CatalogEntry;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;
import muster.unit.NumberText;

/**
 * A laboratory to whose rate of research others are compared. The weights of a law of research hold at one point alone, so the
 * laboratory belongs to the law.
 *
 * @param name what it is called
 * @param people researchers at work, in researcher
 * @param speed how fast they work with the tools that they have, a human without any AI being 1
 * @param experiments compute for experiments, in H100e
 * @param agents compute of AIs that work there already, in H100e, where it is known
 * @param uplift the rate of research with the AI that it has over the rate of the same people and experiments without any
 * @param asOf when it was so
 */
@CatalogEntry("laboratory/v1")
public record Laboratory(
        String name,
        @In(value = "researcher", plain = "1") Input people,

        @In("researcher-month/researcher/month")
        @Otherwise(
                value = "1 researcher-month/researcher/month",
                because = "what its AIs do for its people counts as theirs")
        Input speed,

        @In("H100e") Input experiments,
        @In("H100e") Optional<Input> agents,

        @In("1") @Otherwise(value = "1", because = "what its AIs add is not known")
        Input uplift,

        CalendarPeriod asOf)
        implements Dated {

    /** Laboratories in the catalog. */
    public static final EntryKind<Laboratory> KIND = new EntryKind<>("laboratory/v1", "laboratories", Laboratory.class);

    @Override
    public Optional<String> whose() {
        return Optional.empty();
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        return Map.of("stated", asOf);
    }

    private static final int DIGITS = 4;

    /** All that it has numbers of. */
    public Stream<Input> inputs() {
        return Stream.concat(Stream.of(people, speed, experiments, uplift), agents.stream());
    }

    /** What it is, in words. */
    public String words() {
        return "%s (%s people, %s H100e for experiments, %s)"
                .formatted(
                        name,
                        NumberText.rounded(people.central(), DIGITS),
                        NumberText.rounded(experiments.central(), DIGITS),
                        asOf);
    }
}
