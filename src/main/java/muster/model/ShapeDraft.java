package muster.model;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import muster.model.layer.ShapeChecks;
import muster.numeric.Roots;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;

/** A shape in the making, on a chain: the rules of {@link Proportions}. */
final class ShapeDraft {
    private static final double WIDTHS = 128;
    private static final double FEED_FORWARD_WIDTHS = 256;
    // Llama 3 has 8 KV heads at every size; small models have a quarter of their heads.
    private static final int KV_HEADS = 8;
    // What comes to 16 heads in whole groups.
    private static final double HEADS_FOR_ALL_KV_HEADS = 14;
    private static final double HEADS_PER_KV_HEAD = 4;
    // ln of a width that no model has.
    private static final double MOST = 30;

    // The width w with (layers (rows per width w + further rows) + rows outside) w = N, by the layers or by w / aspect.
    private static final Kernel IN_LAYERS = width((width, layers) -> layers);
    private static final Kernel IN_PROPORTION = width((width, aspect) -> width / aspect);

    private static Kernel width(DoubleBinaryOperator layers) {
        return Kernel.each(of -> StrictMath.exp(Roots.between(
                log -> {
                    double width = StrictMath.exp(log);
                    double rows = layers.applyAsDouble(width, of[3]) * (of[0] * width + of[1]) + of[2];
                    return rows * width - of[4];
                },
                -MOST,
                MOST)));
    }

    private final Chain chain;
    private final Proportions like;
    private final Included included;
    private final Optional<Routing> routing;
    private final String under;
    private final FeedForwardBlocks blocks;

    ShapeDraft(Chain chain, Proportions like, Included included, Optional<Routing> routing, String under) {
        this.chain = chain;
        this.like = like;
        this.included = included;
        this.routing = routing;
        this.under = under;
        this.blocks = new FeedForwardBlocks(chain, routing);
    }

    /** The shape for a number of parameters. */
    Shaped of(Figure parameters) {
        Figure parameter = Proportions.parameter(chain);
        Figure wanted = parameters.over(parameter);
        Figure width = stated(like.width(), "w")
                .orElseGet(() -> multiple(exactWidth(wanted), WIDTHS))
                .as(under + "width", "w", "1");
        Figure kvHeads = kvHeads(width).as(under + "kv_heads", "K", "1");
        Figure heads = heads(width, kvHeads).as(under + "heads", "H", "1");
        Figure inner = stated(like.feedForward(), "F")
                .orElseGet(() -> multiple(blocks.each(ratio()).times(width), FEED_FORWARD_WIDTHS))
                .as(under + "feed_forward", "F", "1");
        Figure allHeads = heads.plus(kvHeads);
        Figure outside = outside(included.embedding()).times(width);
        Figure layers = stated(like.layers(), "L")
                .orElseGet(() -> atLeastOne(
                        wanted.minus(outside).over(width.times(rows(allHeads, inner, included.idleExperts())))))
                .as(under + "layers", "L", "1");
        Figure all = parameter
                .times(layers.times(width.times(rows(allHeads, inner, true)))
                        .plus(outside(true).times(width)))
                .as(under + "parameters", "", "parameter");
        Figure active = parameter
                .times(layers.times(width.times(rows(allHeads, inner, false)))
                        .plus(vocabulary().plus(chain.one()).times(width)))
                .as(under + "active_parameters", "", "parameter");
        Figure visited = routing.isEmpty()
                ? chain.one()
                : layers.times(width.times(rows(allHeads, inner, false)))
                        .plus(outside)
                        .over(layers.times(width.times(rows(allHeads, inner, true)))
                                .plus(outside))
                        .as(under + "visited_part", "", "1");
        layers.times(ofHeads(kvHeads)).as(under + "kv_elements_per_token", "", "1");
        return new Shaped(like, routing, layers, width, heads, kvHeads, inner, visited, all, active);
    }

    // Rows of the width in a layer: of attention, norms and router, and of the feed-forward blocks.
    private Figure rows(Figure heads, Figure inner, boolean idle) {
        return blocks.withRouter(ofHeads(heads).plus(chain.number(2))).plus(blocks.in(matrices(inner), idle));
    }

    // The width of a model of just so many parameters, whose heads and layers need not be whole.
    private Figure exactWidth(Figure wanted) {
        Figure two = chain.number(2);
        Optional<Figure> heads = stated(like.heads(), "H");
        Figure norms = blocks.withRouter(two);
        Rows rows = heads.map(all -> new Rows(chain.number(0), norms.plus(ofHeads(all))))
                .orElseGet(() -> new Rows(two, norms))
                .plus(fixedKvHeads(heads).map(this::ofHeads), () -> two.over(shared()))
                .plus(stated(like.feedForward(), "F").map(this::ofBlocks), () -> ofBlocks(blocks.each(ratio())));
        Figure perWidth = rows.perWidth.as(under + "rows_per_width", "", "1");
        Figure fixed = rows.fixed.as(under + "further_rows", "", "1");
        Figure outside = outside(included.embedding()).as(under + "rows_outside", "", "1");
        Optional<Figure> layers = stated(like.layers(), "L");
        Figure aspect = layers.isPresent() ? chain.one() : chain.input(like.aspect(), "r");
        return chain.solved(
                under + "exact_width",
                "",
                "1",
                layers.isPresent() ? IN_LAYERS : IN_PROPORTION,
                w -> List.of(new SolutionCheck(
                        layers.orElseGet(() -> w.over(aspect))
                                .times(perWidth.times(w).plus(fixed))
                                .plus(outside)
                                .times(w),
                        wanted)),
                perWidth,
                fixed,
                outside,
                layers.orElse(aspect),
                wanted);
    }

    /** The rows of the width in a layer: so many for each of the width, and others whatever the width. */
    private record Rows(Figure perWidth, Figure fixed) {
        Rows plus(Optional<Figure> stated, Supplier<Figure> proportion) {
            return stated.map(rows -> new Rows(perWidth, fixed.plus(rows)))
                    .orElseGet(() -> new Rows(perWidth.plus(proportion.get()), fixed));
        }
    }

    private Optional<Figure> fixedKvHeads(Optional<Figure> heads) {
        return like.headsPerKvHead().isPresent()
                ? heads.map(all -> all.over(shared()))
                : stated(like.kvHeads(), "K").or(() -> Optional.of(chain.number(KV_HEADS)));
    }

    // Queries and outputs, or keys and values.
    private Figure ofHeads(Figure heads) {
        return heads.times(headDim()).times(2);
    }

    private Figure ofBlocks(Figure inner) {
        return blocks.in(matrices(inner), included.idleExperts());
    }

    private Figure matrices(Figure inner) {
        return inner.times(like.gated() ? 3 : 2);
    }

    private Figure kvHeads(Figure width) {
        Optional<Figure> heads = stated(like.heads(), "H");
        if (like.headsPerKvHead().isPresent()) {
            return heads.map(all -> all.over(shared()))
                    .orElseGet(() -> atLeastOne(width.over(headDim().times(shared()))));
        }
        return stated(like.kvHeads(), "K")
                .orElseGet(() -> like.heads()
                        .map(all -> chain.number(ShapeChecks.largestDivisor((int) all.central(), KV_HEADS)))
                        .orElseGet(() -> usualKvHeads(width.over(headDim()))));
    }

    private Figure usualKvHeads(Figure heads) {
        Figure most = chain.number(KV_HEADS);
        return most.where(heads, chain.number(HEADS_FOR_ALL_KV_HEADS))
                .max(atLeastOne(heads.over(chain.number(HEADS_PER_KV_HEAD))).min(most));
    }

    private Figure heads(Figure width, Figure kvHeads) {
        return stated(like.heads(), "H")
                .orElseGet(() -> kvHeads.times(
                        like.headsPerKvHead().isPresent()
                                ? shared()
                                : atLeastOne(width.over(headDim().times(kvHeads)))));
    }

    // Rows outside the layers: the last norm, embedding and output layer.
    private Figure outside(boolean embedding) {
        Figure norm = chain.one();
        return embedding ? vocabulary().times(like.tiedEmbeddings() ? 1 : 2).plus(norm) : norm;
    }

    private Optional<Figure> stated(Optional<Input> input, String symbol) {
        return input.map(number -> chain.input(number, symbol));
    }

    private Figure headDim() {
        return chain.input(like.headDim(), "h");
    }

    private Figure vocabulary() {
        return chain.input(like.vocabulary(), "V");
    }

    private Figure ratio() {
        return chain.input(like.feedForwardRatio(), "rho");
    }

    private Figure shared() {
        return chain.input(like.headsPerKvHead().orElseThrow(), "g");
    }

    private Figure atLeastOne(Figure number) {
        return number.round().max(chain.one());
    }

    private Figure multiple(Figure number, double of) {
        return atLeastOne(number.times(1 / of)).times(of);
    }
}
