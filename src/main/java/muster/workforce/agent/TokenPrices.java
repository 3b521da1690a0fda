package muster.workforce.agent;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** What the tokens of a session cost. */
@Choice
public sealed interface TokenPrices permits TokenPrices.Listed, TokenPrices.Spent {

    /** What a session costs, in USD, not yet named. */
    Figure ofSession(Chain chain, SessionTokens session);

    /**
     * Prices by kind: {@code read (h cached + (1 - h) read) + written}, over all tokens {@code (R (h p_c + (1 - h) p_i) + p_o)/(R + 1)}.
     *
     * @param cachedRead of tokens that are read from a cache, p_c
     * @param read of other tokens that are read, p_i
     * @param written of tokens that are written, p_o
     * @param billedHit the part of the read tokens that is billed as cached, h; without it the hit rate of the cache
     */
    @When(key = "cached_read")
    record Listed(
            @In(value = "USD/Mtoken", range = Range.NON_NEGATIVE)
            Input cachedRead,

            @In("USD/Mtoken") Input read,
            @In("USD/Mtoken") Input written,
            @In(value = "1", range = Range.SHARE) Optional<Input> billedHit)
            implements TokenPrices {
        @Override
        public Figure ofSession(Chain chain, SessionTokens session) {
            Figure hit = billedHit.map(part -> chain.input(part, "")).orElse(session.hit());
            Figure reading = hit.times(chain.input(cachedRead, "p_c"))
                    .plus(chain.one().minus(hit).times(chain.input(read, "p_i")));
            return session.read().times(reading).plus(session.written().times(chain.input(written, "p_o")));
        }
    }

    /**
     * What was spent on all sessions.
     *
     * @param spent in all
     * @param priced the part of the sessions whose tokens have a price in it
     */
    @When(key = "spent")
    record Spent(
            @In("USD") Input spent,

            @In(value = "1", range = Range.FRACTION) @Otherwise(value = "100%", because = "all of it was paid for")
            Input priced)
            implements TokenPrices {
        @Override
        public Figure ofSession(Chain chain, SessionTokens session) {
            return session.ofOne(chain.input(spent, "")).over(chain.input(priced, ""));
        }
    }
}
