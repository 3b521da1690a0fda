package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.model.Included;
import muster.model.Proportions;
import muster.model.Routing;
import muster.model.Shaped;
import muster.scaling.law.Chinchilla;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.CountedUnits;
import muster.scaling.law.FineGrainedMoe;
import muster.scaling.law.Law;
import muster.scaling.law.LawConstants;
import muster.scaling.law.TrainingFigures;
import muster.scaling.loss.PowerTerms;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;
import muster.unit.NumberText;
import muster.unit.Unit;

/**
 * What another law of experts says of the mixture as good as a dense model, beside the one that is taken. Laws of experts
 * disagree by factors at sizes that nobody trained, so that one answer alone says too much.
 *
 * <pre>
 * L = c' + a' / N_dense^alpha' + b' / D^beta'              of the dense models of its paper
 * N = ((g / G^gamma + a) / (L - c - b / D^beta))^(1/alpha),  n = N / (1/3 + 2 E/3)
 * </pre>
 *
 * <p>with N_dense and N without the embedding (Krajewski et al. 2024, arXiv 2402.07871). That law counts attention as a third of the
 * n parameters that a token activates; so beside its N stands the shape of those n, in the proportions of the dense model, with
 * E G experts of which a token activates G.
 *
 * @param experts the law of mixtures
 * @param dense the law of dense models, of the same paper
 */
public record SecondLaw(FineGrainedMoe experts, Chinchilla dense) {
    /** What the names of the figures begin with. */
    static final String UNDER = TrainingFigures.MOE_BY_LAW;

    private static final String FINE = UNDER + "fine_grained_moe.";
    private static final String FIRST = UNDER + "sparse_moe.";

    /** Reports laws of other methods. */
    static void check(Law experts, Law dense, Place place, Problems problems) {
        if (!(experts instanceof FineGrainedMoe)) {
            problems.error(
                    "moe-law",
                    place,
                    "training.moe.same_loss.second_law is a law of the method fine-grained-moe. Maybe krajewski-moe?");
        }
        if (!(dense instanceof Chinchilla)) {
            problems.error(
                    "moe-law",
                    place,
                    "training.moe.same_loss.second_dense is a law of the method chinchilla. Maybe krajewski-dense?");
        }
    }

    /**
     * Records the mixture of this law beside that of the other, and how many times as large it is.
     *
     * @param chain the run
     * @param sized the dense model
     * @param parameters all parameters of the other mixture, in parameter
     * @param active those that a token of it is multiplied with, in parameter
     * @param like the proportions of shapes
     * @param embedding whether the dense model's parameters count the embedding
     * @param place where the mixture is asked for
     */
    public void beside(
            Chain chain,
            ComputeOptimal sized,
            Figure parameters,
            Figure active,
            Proportions like,
            boolean embedding,
            Place place) {
        List.of(experts.flopPerParameterToken(), experts.routingFlop()).forEach(chain::spare);
        Figure outside = outsideEmbedding(chain, sized.parameters(), like, embedding);
        LawConstants<Figure> constants = LawConstants.on(chain);
        Figure loss = dense.formula(constants)
                .loss(outside, sized.tokens())
                .as(UNDER + "fine_grained_moe.dense_loss", "", "nat/token");
        PowerTerms<Figure> terms = terms(constants);
        Figure left = terms.leftToParameters(loss, sized.tokens());
        Figure expansion = experts.expansion(constants);
        if (!(outside.central("parameter").base() > 0
                && left.central("nat/token").base() > 0)) {
            chain.warn(
                    "no-second-law", place, "the second law of experts has no mixture of the loss of the dense model");
            return;
        }
        Figure all = terms.parametersOf(left).as(FINE + "law_parameters", "", "parameter");
        Figure visited = all.over(expansion).as(FINE + "law_active_parameters", "", "parameter");
        check(chain, sized, outside, all, visited, place);
        Shaped shaped =
                like.apply(chain, visited, new Included(false, false), Optional.of(routing(place)), FINE + "shape.");
        compare(parameters, shaped.parameters(), "parameters");
        compare(active, shaped.active(), "active_parameters");
    }

    private static void compare(Figure first, Figure second, String what) {
        Figure one = first.as(FIRST + what, "", "parameter");
        Figure two = second.as(FINE + what, "", "parameter");
        two.over(one).as(UNDER + "times_" + what, "", "1");
    }

    private Figure outsideEmbedding(Chain chain, Figure parameters, Proportions like, boolean embedding) {
        if (!embedding) {
            return parameters;
        }
        Shaped shaped = like.apply(chain, parameters, Included.ALL, Optional.empty(), MoeReading.DENSE + "shape.");
        Figure rows = chain.input(like.vocabulary(), "V").times(like.tiedEmbeddings() ? 1 : 2);
        return parameters
                .minus(CountedUnits.parameter(chain).times(rows).times(shaped.width()))
                .as(MoeReading.DENSE + "outside_embedding", "", "parameter");
    }

    // The law without its compute, which is not asked for.
    private PowerTerms<Figure> terms(LawConstants<Figure> constants) {
        Figure token = constants.token();
        Figure beta = constants.input(experts.tokenExponent(), "beta");
        Figure irreducible = constants.input(experts.irreducibleLoss(), "c");
        Figure b = constants.input(experts.tokenCoefficient(), "b");
        return new PowerTerms<>(
                irreducible,
                experts.sizeCoefficient(constants),
                constants.input(experts.parameterExponent(), "alpha"),
                b,
                beta,
                constants.parameter(),
                token);
    }

    private void check(Chain chain, ComputeOptimal sized, Figure outside, Figure all, Figure visited, Place place) {
        experts.domain()
                .ifPresent(domain -> domain.check(
                        chain,
                        new ComputeOptimal(sized.compute(), all, visited, sized.tokens(), Optional.empty()),
                        place,
                        "the second law of experts"));
        dense.domain()
                .ifPresent(domain -> domain.check(
                        chain,
                        ComputeOptimal.dense(sized.compute(), outside, sized.tokens(), Optional.empty()),
                        place,
                        "the law of dense models of its paper"));
    }

    private Routing routing(Place place) {
        double each = Math.rint(experts.granularity().central());
        return new Routing(
                count("experts", Math.rint(experts.experts().central()) * each, place),
                count("active", each, place),
                count("shared", 0, place));
    }

    private static Input count(String name, double value, Place place) {
        return new Input(
                FINE + name,
                new Uncertain(new PointMass(value), Unit.ONE),
                Unit.ONE,
                Optional.of(Source.of(
                        "derived",
                        "E experts of full size split into G each, of which a token activates G: %s"
                                .formatted(NumberText.exact(value)),
                        Tier.DERIVED)),
                place);
    }
}
