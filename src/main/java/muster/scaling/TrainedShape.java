package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.yaml.Mapping;
import muster.format.Encoding;
import muster.model.ModelFigures;
import muster.model.Proportions;
import muster.model.Shaped;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.CountedUnits;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;
import muster.unit.Quantity;

/**
 * The shape of the model that is trained, and the arithmetic that its training takes exactly.
 *
 * <pre>
 * FLOP per token = 3 (2 n + L H (c h + s) S)
 * </pre>
 *
 * <p>a forward pass and twice as much for the backward one, with n parameters that a token is multiplied with, L layers of H heads
 * of width h, sequences of S tokens, and c and s by the {@link FlopCount}. It stands beside the 6 N D of the laws, which leave out
 * the attention to the context and count the embedding, and changes nothing of them.
 *
 * @param proportions what the shape follows from
 * @param sequence S, the tokens of a training sequence
 * @param flopCount which arithmetic is counted
 */
public record TrainedShape(
        @Inline Proportions proportions,

        @Otherwise(value = "4096 token", because = "as Table 13 of Busbridge et al. 2025, arXiv 2502.08606")
        @In("token")
        Input sequence,

        @Otherwise(value = "causal", because = "what a kernel that skips later tokens computes")
        FlopCount flopCount) {
    /** The formats in which the weights are told. */
    public static final List<Encoding> NAMED = List.of(Encoding.BF16, Encoding.FP8, Encoding.FP4);

    private static final double OFF = 0.05;
    private static final double MORE = 1.1;

    /** The shape where a scenario says nothing of it: every proportion is the usual one. */
    public static TrainedShape usual(Place place) {
        Problems problems = new Problems();
        return new Binder((schema, id) -> Optional.empty(), problems, false)
                .bind(Mapping.empty(place), TrainedShape.class, TrainingFigures.SHAPE)
                .orElseThrow(() -> new BadInput(problems.sorted()));
    }

    Place place() {
        return proportions.aspect().place();
    }

    /** What a sized model weighs, and what its training takes in its shape; recorded. */
    void work(Chain chain, ComputeOptimal sized, Shaped shaped, boolean embedding) {
        for (Encoding encoding : NAMED) {
            Figure bytes = chain.constant(
                    ModelFigures.BYTES_PER_PARAMETER + encoding,
                    "",
                    Quantity.of(encoding.bytes(), "B/parameter"),
                    Source.of("definition", "bytes of a number with its part of the scale", Tier.DEFINITION));
            sized.parameters().times(bytes).as(ModelFigures.WEIGHTS + encoding, "", "GB");
        }
        Figure perToken = flopPerToken(chain, shaped).as(TrainingFigures.EXACT_FLOP_PER_TOKEN, "", "FLOP/token");
        perToken.times(sized.tokens()).as(TrainingFigures.EXACT_COMPUTE, "", "FLOP");
        Figure times = perToken.over(six(chain).times(sized.active())).as(TrainingFigures.EXACT_OVER_SIX_N_D, "", "1");
        warn(chain, shaped, sized, embedding, times);
    }

    /** 6 FLOP per parameter and token. */
    static Figure six(Chain chain) {
        return chain.constant(
                TrainingFigures.SIX,
                "",
                Quantity.of(6, "FLOP/parameter/token"),
                Source.of("definition", "6 N D", Tier.DEFINITION));
    }

    private Figure flopPerToken(Chain chain, Shaped shaped) {
        Figure headDim = chain.input(proportions.headDim(), "h");
        Figure output = chain.input(proportions.vocabulary(), "V").times(shaped.width());
        Figure multiplied = flopCount.outputLayer()
                ? shaped.active()
                : shaped.active().minus(CountedUnits.parameter(chain).times(output));
        Figure pairs = shaped.layers()
                .times(shaped.heads())
                .times(flopCount.ofHead(chain, headDim))
                .times(chain.input(sequence, "S").over(CountedUnits.token(chain)));
        return chain.constant(
                        TrainingFigures.MULTIPLY_AND_ADD,
                        "",
                        Quantity.of(2, "FLOP/parameter/token"),
                        Source.of("definition", "a multiplication and an addition", Tier.DEFINITION))
                .times(multiplied)
                .plus(CountedUnits.flop(chain).over(CountedUnits.token(chain)).times(pairs))
                .times(3);
    }

    private void warn(Chain chain, Shaped shaped, ComputeOptimal sized, boolean embedding, Figure times) {
        double more = times.central("1").base();
        if (more > MORE) {
            chain.warn(
                    "more-than-six-n-d",
                    place(),
                    "training this shape takes %s times the 6 N D that the law counts: its sequences are long for its size, or its output layer is large"
                            .formatted(NumberText.rounded(more, 3)));
        }
        double off = shaped.parameters().over(sized.parameters()).central("1").base() - 1;
        if (embedding && Math.abs(off) > OFF) {
            chain.warn(
                    "shape-off",
                    place(),
                    "the shape has %s parameters, %s%% of model.parameters: its layers and width are stated, or it is too small for its vocabulary"
                            .formatted(
                                    NumberText.rounded(
                                            shaped.parameters()
                                                    .central("parameter")
                                                    .base(),
                                            4),
                                    NumberText.rounded(100 * (1 + off), 3)));
        }
    }
}
