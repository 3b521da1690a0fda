package muster.model;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;

/** The feed-forward blocks of a layer on a chain: one, or experts with a router. */
final class FeedForwardBlocks {
    private final Chain chain;
    private final Optional<Routing> routing;

    FeedForwardBlocks(Chain chain, Optional<Routing> routing) {
        this.chain = chain;
        this.routing = routing;
    }

    /** What is in all blocks of a layer, or in those that a token passes through, with so much in each. */
    Figure in(Figure each, boolean idle) {
        return routing.map(experts -> each.times(idle ? experts(experts).plus(shared(experts)) : passed(experts)))
                .orElse(each);
    }

    /** What each block has, where those that a token passes through have so much together. */
    Figure each(Figure together) {
        return routing.map(experts -> together.over(passed(experts))).orElse(together);
    }

    /** With what the router adds: an output for each expert. */
    Figure withRouter(Figure outputs) {
        return routing.map(experts -> outputs.plus(experts(experts))).orElse(outputs);
    }

    private Figure experts(Routing experts) {
        return chain.input(experts.experts(), "E");
    }

    private Figure shared(Routing experts) {
        return chain.input(experts.shared(), "E_s");
    }

    private Figure passed(Routing experts) {
        return chain.input(experts.active(), "E_a").plus(shared(experts));
    }
}
