package muster.workforce.agent;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Tokens of a piece of work and how they divide, where no more is known.
 *
 * <pre>
 * written = tokens / (R + 1),  read = R written,  new = read (1 - hit)
 * </pre>
 *
 * @param readOverWritten read tokens for one that is written, R
 * @param tokens all of them, read and written
 * @param hit the part of the read tokens that a cache holds
 * @param work the work that is done for it
 */
@When(key = "read_over_written")
public record TokenRatio(
        @In("1") Input readOverWritten,
        @In("token") Input tokens,
        @In(value = "1", range = Range.SHARE) Input hit,
        @Inline AgentWork work)
        implements AgentSet {

    @Override
    public SessionTokens tokens(Chain chain) {
        Figure ratio = chain.input(readOverWritten, "");
        Figure held = chain.input(hit, "");
        Figure written = chain.input(tokens, "").over(ratio.plus(chain.one()));
        Figure read = ratio.times(written);
        return new SessionTokens(
                        Optional.empty(), read, held, read.times(chain.one().minus(held)), written)
                .recorded();
    }

    @Override
    public void check(Problems problems) {
        work.check(problems);
    }
}
