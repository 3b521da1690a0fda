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
 * Sessions whose context grows by the same number of tokens from step to step.
 *
 * <pre>
 * read    = n c0 + g n (n - 1)/2
 * new     = read (1 - hit);  without a hit rate c0 + g (n - 1), each token once, as a perfect cache has it
 * written = n o
 * </pre>
 *
 * @param steps steps of a session, calls of the model, n
 * @param firstContext tokens of the context before the first step, c0
 * @param growth tokens by which it grows from step to step, g
 * @param writtenPerStep tokens that the model writes in a step, o
 * @param hit the part of the read tokens that a cache holds; without it each token is computed once
 * @param work the work that is done for it
 */
@When(key = "first_context")
public record GrowingContext(
        @In("1") Input steps,
        @In("token") Input firstContext,
        @In(value = "token", range = Range.NON_NEGATIVE) Input growth,
        @In("token") Input writtenPerStep,
        @In(value = "1", range = Range.SHARE) Optional<Input> hit,
        @Inline AgentWork work)
        implements AgentSet {

    @Override
    public SessionTokens tokens(Chain chain) {
        Figure n = chain.input(steps, "n");
        Figure first = chain.input(firstContext, "c_0");
        Figure more = chain.input(growth, "g");
        Figure read =
                n.times(first).plus(more.times(n).times(n.minus(chain.one())).times(0.5));
        Figure once = first.plus(more.times(n.minus(chain.one())));
        Figure held = hit.map(part -> chain.input(part, ""))
                .orElseGet(() -> chain.one().minus(once.over(read)));
        return new SessionTokens(
                        Optional.empty(),
                        read,
                        held,
                        hit.isPresent() ? read.times(chain.one().minus(held)) : once,
                        n.times(chain.input(writtenPerStep, "")))
                .recorded();
    }

    @Override
    public void check(Problems problems) {
        if (steps.value().distribution().least() < 1) {
            problems.error(
                    "out-of-range",
                    steps.place(),
                    "%s: a session has one step or more, and not %s".formatted(steps.name(), steps.value()));
        }
        work.check(problems);
    }
}
