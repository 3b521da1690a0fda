package muster.workforce;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * How many tokens do what a human researcher does. Published rates span five orders of magnitude, so every figure that rests
 * on one names it.
 *
 * @param tokensPerResearcherSecond tokens that do what a human researcher does in a second of work
 * @param streams streams that together stand for one researcher
 * @param counts which tokens the rate counts
 * @param asOf when it was stated
 * @param reference the model that the rate is stated for, where it is stated for one
 */
public record ResearcherRate(
        @In("token/researcher-second") Input tokensPerResearcherSecond,

        @In(value = "stream/researcher", plain = "1")
        @Otherwise(value = "1", because = "one stream stands for one researcher")
        Input streams,

        Counts counts,
        Optional<CalendarPeriod> asOf,
        Optional<Reference> reference)
        implements Dated {

    /** Exchange rates in the catalog. */
    public static final EntryKind<ResearcherRate> KIND =
            new EntryKind<>("exchange-rate/v1", "exchange-rates", ResearcherRate.class);

    @Override
    public Optional<String> whose() {
        return Optional.empty();
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        return asOf.map(when -> Map.of("stated", when)).orElse(Map.of());
    }

    /** Which tokens a rate counts. */
    public enum Counts {
        /** Tokens that the model writes. */
        GENERATED,
        /** Tokens that the model generates and tokens of its prompts. */
        PROMPT_AND_GENERATED,
        /** The source does not say. */
        NOT_STATED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The model that a rate is stated for.
     *
     * @param trainingCompute its training compute, in FLOP
     * @param flopPerToken what it costs to run, in FLOP per token
     */
    public record Reference(
            @In("FLOP") Input trainingCompute,
            @In("FLOP/token") Input flopPerToken) {}
}
