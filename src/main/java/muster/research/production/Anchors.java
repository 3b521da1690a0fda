package muster.research.production;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import muster.document.In;
import muster.document.Range;
import muster.numeric.Roots;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A law by what people can say of it: three anchors, from which its constants follow (AI Futures Project, December 2025).
 *
 * <pre>
 * A^rho + B^rho = 1,  s = A^rho                    rho below 0
 * zeta = ln((1 + K) m^rho - K) / (rho ln 0.1),     K = (B / A)^rho,  m = 1 / slower
 * </pre>
 *
 * with A the rate at unlimited labour, B that at unlimited compute, and m that at a tenth of the compute, all over the rate of the
 * laboratory. The anchors have no units and are kept; weights that are published beside them hold in the units of their file alone.
 *
 * @param name what it is called
 * @param unlimitedLabour A, how many times faster research would be with labour without limit on the same compute; above 1
 * @param unlimitedCompute B, how many times faster with compute without limit and the same people; above 1
 * @param tenthOfCompute how many times slower with a tenth of the compute; above 1
 * @param headsExponent lambda, the power of the number of researchers that counts
 * @param baseline the laboratory at which that holds
 * @param accumulation how progress cumulates
 */
public record Anchors(
        String name,
        @In("1") Input unlimitedLabour,
        @In("1") Input unlimitedCompute,
        @In("1") Input tenthOfCompute,
        @In(value = "1", range = Range.FRACTION) Input headsExponent,
        Laboratory baseline,
        Optional<Accumulation> accumulation)
        implements ResearchLaw {

    private static final double TENTH = 0.1;

    @Override
    public ProductionFigures on(Chain chain) {
        Stream.of(unlimitedLabour, unlimitedCompute, tenthOfCompute).forEach(anchor -> check(chain, anchor));
        Figure labour = chain.input(unlimitedLabour, "A");
        Figure compute = chain.input(unlimitedCompute, "B");
        Figure one = chain.one();
        Figure rho = chain.solved(
                ResearchFigures.RHO,
                "rho",
                "1",
                Kernel.each(row -> substitution(row[0], row[1])),
                found -> List.of(new SolutionCheck(labour.power(found).plus(compute.power(found)), one)),
                labour,
                compute);
        Figure weight = labour.power(rho).as(ResearchFigures.COMPUTE_WEIGHT, "s", "1");
        Figure ratio = compute.over(labour).power(rho);
        Figure slowed = one.over(chain.input(tenthOfCompute, "")).power(rho);
        Figure zeta = one.plus(ratio)
                .times(slowed)
                .minus(ratio)
                .log()
                .over(rho.times(chain.number(TENTH).log()))
                .as(ResearchFigures.ZETA, "zeta", "1");
        return new ProductionFigures(
                chain.input(headsExponent, "lambda"),
                Optional.empty(),
                Optional.of(new ProductionFigures.Experiments(
                        Optional.of(zeta), Optional.of(new ProductionFigures.Mean(weight, rho, true)))));
    }

    private static void check(Chain chain, Input anchor) {
        if (anchor.value().distribution().least() <= 1) {
            chain.refuse(
                    "research-anchor",
                    anchor.place(),
                    "%s is a rate over another and must be above 1 in every draw: it can be %s. Maybe {low: ..., high: ..., at_least: 1.05}?"
                            .formatted(
                                    anchor.name(),
                                    NumberText.rounded(
                                            anchor.value().distribution().least(), 3)));
        }
    }

    @Override
    public Production at(ToDoubleFunction<Input> value) {
        double a = value.applyAsDouble(unlimitedLabour);
        double b = value.applyAsDouble(unlimitedCompute);
        double rho = substitution(a, b);
        double ratio = StrictMath.pow(b / a, rho);
        double slowed = StrictMath.pow(1 / value.applyAsDouble(tenthOfCompute), rho);
        double zeta = StrictMath.log((1 + ratio) * slowed - ratio) / (rho * StrictMath.log(TENTH));
        return new Production(StrictMath.pow(a, rho), rho, zeta, value.applyAsDouble(headsExponent), 1);
    }

    /**
     * The root of A^rho + B^rho = 1. With the lesser of the two alone the sum is 1 at no rho, with the lesser twice at
     * -ln 2 / ln lesser, and with the greater twice at -ln 2 / ln greater: the root lies between.
     */
    static double substitution(double a, double b) {
        double far = -StrictMath.log(2) / StrictMath.log(Math.min(a, b));
        double near = -StrictMath.log(2) / StrictMath.log(Math.max(a, b));
        return far == near ? far : Roots.between(rho -> StrictMath.pow(a, rho) + StrictMath.pow(b, rho) - 1, far, near);
    }
}
