package muster.workforce;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.document.Otherwise;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
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
        implements Dated, TokenRate {

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

    @Override
    public Spent spend(Chain chain, WorkforceSupply supply) {
        counts.caution()
                .ifPresent(words -> chain.warn("counts-other-tokens", tokensPerResearcherSecond.place(), words));
        return new Spent(supply, chain.input(tokensPerResearcherSecond, "x"), chain.input(streams, "s"));
    }

    @Override
    public double centralTokens() {
        return tokensPerResearcherSecond.value().distribution().central();
    }

    @Override
    public String stated() {
        return tokensPerResearcherSecond.value().toString();
    }

    @Override
    public String words() {
        return "%s, %s".formatted(stated(), streams.value());
    }

    @Override
    public Optional<Source> source() {
        return tokensPerResearcherSecond.source();
    }

    /** Which tokens a rate counts. */
    public enum Counts {
        /** Tokens that the model writes, by their older name. */
        GENERATED(""),
        /** Tokens that the model writes. */
        WRITTEN(""),
        /** Tokens that are computed: those newly read and those written, without what a cache holds. */
        COMPUTED("counts newly read tokens as well as written ones"),
        /** Tokens of the context before each step, cached or not. */
        READ("counts read tokens, cached or not"),
        /** Tokens of the context before each step, and those that the model writes. */
        PROMPT_AND_GENERATED("counts read tokens, cached or not, as well as written ones"),
        /** The source does not say. */
        NOT_STATED("does not say which tokens it counts");

        private final String differs;

        Counts(String differs) {
            this.differs = differs;
        }

        /** What follows for researchers that are counted by it from generated tokens; nothing where it counts these. */
        Optional<String> caution() {
            return differs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the exchange rate %s, and the throughput counts written ones alone: with what agents read for them %s. Maybe workforce.agents: tracelab-2026, which tells the three apart?"
                                    .formatted(
                                            differs,
                                            this == NOT_STATED
                                                    ? "there may be many times as many researchers"
                                                    : "there are many times as many researchers, as far as the fleet reads so much"));
        }

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
