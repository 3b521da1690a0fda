package muster.scaling.law;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import muster.scaling.CatalogLaws;
import muster.scaling.loss.LossFormula;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.Optimum;
import muster.scaling.loss.SizingFormula;
import muster.testing.Seeded.Draws;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Given;
import muster.trace.Real;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of a loss law: its one formula is the same as figures and as doubles, and its derivatives are derivatives. */
final class LossFormulaTest {
    private static final int RUNS = 500;

    // Of a logarithm: the error is its square, 1e-8, of a derivative, and a rounding over it, 1e-11, of a loss.
    private static final double STEP = 1e-4;

    // One of each method, and of a method with a dense model one with experts.
    static List<String> laws() {
        return List.of(
                "besiroglu",
                "gadre-c4",
                "kaplan-2020-joint",
                "busbridge",
                "abnar-moe",
                "abnar-moe at 75%",
                "krajewski-moe",
                "muennighoff",
                "pearce-song");
    }

    /** A model, and the loss that another one should have. */
    private record Asked(double parameters, double tokens, double loss) {}

    private static Asked asked(Draws draws) {
        return new Asked(draws.magnitude(1e6, 1e14), draws.magnitude(1e8, 1e16), draws.magnitude(0.5, 10));
    }

    private static Law law(String id) {
        return id.equals("abnar-moe at 75%") ? sparse((SparseMoe) CatalogLaws.law("abnar-moe")) : CatalogLaws.law(id);
    }

    private static SparseMoe sparse(SparseMoe law) {
        return new SparseMoe(
                law.powers(),
                Given.input("sparsity", "0.75"),
                law.sparsityCoefficient(),
                law.sparsityExponent(),
                law.mixedCoefficient(),
                law.mixedSparsityExponent(),
                law.mixedParameterExponent(),
                law.domain());
    }

    private static <N extends Arithmetic<N>> LossFormula<N> formula(String id, LawConstants<N> constants) {
        Law law = law(id);
        if (law instanceof DataConstrained limited) {
            return limited.formula(constants);
        }
        return law instanceof WithoutEmbedding outside
                ? outside.formula(constants)
                : ((LossLaw) law).formula(constants);
    }

    private static LossSurface loss(String id) {
        return law(id).loss().orElseThrow();
    }

    private static Real plain(Figure figure, String unit) {
        return new Real(figure.central(unit).base());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void figuresAndDoublesAgreeToTheLastBit(String id) {
        Chain chain = Given.chain();
        LossFormula<Figure> figures = formula(id, LawConstants.on(chain));
        LossFormula<Real> reals = formula(id, LawConstants.central());
        Figure parameter = LawConstants.on(chain).parameter();
        Figure token = LawConstants.on(chain).token();
        Figure nat = LawConstants.on(chain).nat();

        forAll(191, RUNS, LossFormulaTest::asked, asked -> {
            Figure n = chain.number(asked.parameters).times(parameter);
            Figure d = chain.number(asked.tokens).times(token);
            Figure l = chain.number(asked.loss).times(nat);
            Real rn = new Real(asked.parameters);
            Real rd = new Real(asked.tokens);
            Real rl = new Real(asked.loss);

            assertThat(plain(figures.loss(n, d), "nat/token")).isEqualTo(reals.loss(rn, rd));
            assertThat(plain(figures.parameterGain(n, d), "nat/token")).isEqualTo(reals.parameterGain(rn, rd));
            assertThat(plain(figures.tokenGain(n, d), "nat/token")).isEqualTo(reals.tokenGain(rn, rd));
            assertThat(plain(figures.gainScale(n, d), "1")).isEqualTo(reals.gainScale(rn, rd));
            assertThat(plain(figures.flopPerToken(n), "FLOP/token")).isEqualTo(reals.flopPerToken(rn));
            assertThat(plain(figures.flopElasticity(n), "1")).isEqualTo(reals.flopElasticity(rn));
            assertThat(figures.active(n).map(active -> plain(active, "parameter")))
                    .isEqualTo(reals.active(rn));
            assertThat(figures.parametersFor(l, d).map(found -> plain(found, "parameter")))
                    .isEqualTo(reals.parametersFor(rl, rd));
            if (figures instanceof SizingFormula<Figure> sizing && reals instanceof SizingFormula<Real> same) {
                assertThat(plain(sizing.tokensFor(l, n), "token")).isEqualTo(same.tokensFor(rl, rn));
            }
        });
    }

    // d/d ln x by a central difference.
    private static double slope(DoubleUnaryOperator function, double at) {
        return (function.applyAsDouble(at * Math.exp(STEP)) - function.applyAsDouble(at * Math.exp(-STEP)))
                / (2 * STEP);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void derivativesAreThoseOfTheLossWithTheSignOfTheCalculus(String id) {
        LossSurface law = loss(id);
        forAll(192, RUNS, LossFormulaTest::asked, asked -> {
            double n = asked.parameters;
            double d = asked.tokens;
            double rounding = 1e-11 * law.loss(n, d);

            double byParameters = law.perLogParameters(n, d);
            double byTokens = law.perLogTokens(n, d);
            assertThat(byParameters).isNotPositive();
            assertThat(byTokens).isNotPositive();
            assertThat(slope(x -> law.loss(x, d), n)).isCloseTo(byParameters, within(rounding - 1e-6 * byParameters));
            assertThat(slope(x -> law.loss(n, x), d)).isCloseTo(byTokens, within(rounding - 1e-6 * byTokens));
            assertThat(slope(x -> Math.log(law.flopPerToken(x)), n)).isCloseTo(law.flopElasticity(n), within(1e-7));
        });
    }

    @ParameterizedTest
    @MethodSource("laws")
    void whatIsAskedOfTheLossHasThatLoss(String id) {
        LossSurface law = loss(id);
        forAll(193, RUNS, LossFormulaTest::asked, asked -> {
            double loss = law.loss(asked.parameters, asked.tokens);

            assertThat(law.loss(asked.parameters, law.tokensFor(loss, asked.parameters)))
                    .isCloseTo(loss, within(1e-9));
            assertThat(law.loss(law.parametersFor(loss, asked.tokens), asked.tokens))
                    .isCloseTo(loss, within(1e-9));
        });
    }

    @ParameterizedTest
    @MethodSource("laws")
    void noOtherModelOfTheComputeHasALowerLoss(String id) {
        LossSurface law = loss(id);
        forAll(194, RUNS, draws -> draws.magnitude(1e19, 1e28), flop -> {
            Optimum best = law.optimum(flop);

            assertThat(law.flop(best.parameters(), best.tokens())).isCloseTo(flop, withinPercentage(1e-9));
            for (double times : new double[] {0.5, 0.97, 1.03, 2}) {
                double other = best.parameters() * times;
                assertThat(law.loss(other, flop / law.flopPerToken(other))).isGreaterThan(best.loss());
            }
            assertThat(law.cheapest(best.loss()).parameters()).isCloseTo(best.parameters(), withinPercentage(0.01));
        });
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theModelOnAChainIsThatOfTheDoubles(String id) {
        forAll(195, 20, draws -> draws.magnitude(1e19, 1e28), flop -> {
            Chain chain = Given.chain();
            ComputeOptimal sized = law(id).apply(chain, chain.number(flop).times(CountedUnits.flop(chain)), Law.MODEL);
            Optimum best = loss(id).optimum(flop);

            String parameters =
                    id.equals("pearce-song") ? "training.law.parameters_without_embedding" : "model.parameters";
            assertThat(Given.value(chain, parameters)).isEqualTo(best.parameters());
            assertThat(plain(sized.tokens(), "token").value()).isEqualTo(best.tokens());
            assertThat(plain(sized.loss().orElseThrow(), "nat/token").value()).isEqualTo(best.loss());
        });
    }
}
