package muster.research.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the catalog, by values that were computed in another language from the published constants. */
final class ResearchLawsTest {
    private static final Catalog CATALOG =
            new Catalog(List.of(ResearchLaw.KIND, Laboratory.KIND), List.of(BuiltIn.load()));
    private static final double SIX_DIGITS = 5e-6;

    static Iterable<String> ids() {
        return CATALOG.ids(ResearchLaw.KIND);
    }

    // Heads and speed; compute 1, or as said.
    @ParameterizedTest
    @CsvSource({
        "aifutures-2025-12, 1.45056, 2.01472, 2.58665, 0.357143, 3.81249, 5.19066, 15.8350",
        "forethought-2025, 1.99526, 3.16228, 3.16228, 0.316228, 15.1949, 63.0957, 39.8107",
        "forethought-bottleneck, 1.90258, 2.77292, 2.77292, 0.277292, 7.49690, 13.3789, 36.5902",
        "davidson-2023, 3.07824, 3.07824, 1.21263, 0.823624, 27.0817, 755.054, 13.9815",
        "economy, 2.44751, 2.44751, 2.44751, 0.244751, 4.82363, 5.60094, 100",
        "whitfill-compute, 4.60731, 4.60731, 4.60731, 0.460731, 297.801, 322816, 100",
        "whitfill-frontier, 1, 1, 1, 0.1, 1, 1, 100",
        "labour, 10, 10, 1, 1, 900, 1e6, 100"
    })
    void aLawSaysWhatItsSourceDoes(
            String id,
            double heads,
            double speed,
            double compute,
            double tenth,
            double thirty,
            double million,
            double both) {
        Production law = law(id).central();

        same(law.rate(1, 10, 1), heads);
        same(law.rate(1, 1, 10), speed);
        same(law.rate(10, 1, 1), compute);
        same(law.rate(0.1, 1, 1), tenth);
        same(law.rate(1, 30, 30), thirty);
        same(law.rate(1, 1e6, 1), million);
        same(law.rate(100, 100, 1), both);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void atTheLaboratoryEveryLawIsOne(String id) {
        assertThat(law(id).central().rate(1, 1, 1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theAnchorsOfAiFuturesGiveItsConstants() {
        Production december = law("aifutures-2025-12").central();
        Production october = law("aifutures-2025-10").central();

        same(december.substitution(), -0.154995);
        same(december.computeExponent(), 0.654830);
        same(december.computeWeight(), 0.657221);
        same(october.substitution(), -0.137307);
        same(october.computeExponent(), 0.732229);
        same(october.rate(1, 30, 30), 3.45114);
    }

    @Test
    void theAnchorsComeOutOfTheLaw() {
        Production law = law("aifutures-2025-12").central();

        assertThat(law.rate(1, Double.POSITIVE_INFINITY)).isCloseTo(15, within(1e-9));
        assertThat(law.rate(Double.POSITIVE_INFINITY, 1)).isCloseTo(1000, within(1e-7));
        assertThat(law.rate(0.1, 1)).isCloseTo(1 / 2.8, within(1e-12));
    }

    @Test
    void elasticitiesOfTheLaboratoryAreThePublishedOnes() {
        Production law = law("aifutures-2025-12").central();

        same(law.computeElasticity(1, 1), 0.430368);
        same(law.labourElasticity(1, 1), 0.342779);
        same(law.headsExponent() * law.labourElasticity(1, 1), 0.171390);
    }

    @ParameterizedTest
    @CsvSource({"aifutures-2025-12, 1.55650, 1.25773", "forethought-2025, 2, 1.51572"})
    void fourTimesTheSpeedIsMoreThanFourTimesTheHeads(String id, double speed, double heads) {
        same(law(id).central().rate(1, 1, 4), speed);
        same(law(id).central().rate(1, 4, 1), heads);
    }

    // Two ways: figures with a record, and plain doubles as a program of an allocation has them.
    @ParameterizedTest
    @MethodSource("ids")
    void figuresAndPlainNumbersAgree(String id) {
        Production plain = law(id).central();
        for (double[] at : new double[][] {{1, 1}, {0.3, 40}, {25, 0.5}, {1e4, 1e4}}) {
            Chain chain = new Chain(SampleBatch.central());
            Figure c = chain.number(at[0]);
            Figure l = chain.number(at[1]);
            ProductionFigures figures = law(id).on(chain);
            Figure part = figures.computePart(c, l).orElseGet(() -> chain.number(0));

            same(value(figures.rate(c, l)), plain.rate(at[0], at[1]));
            assertThat(value(part)).isCloseTo(plain.computePart(at[0], at[1]), within(1e-9));
            figures.labourCeiling(c).ifPresent(top -> same(value(top), plain.rate(at[0], Double.POSITIVE_INFINITY)));
            figures.computeCeiling(l).ifPresent(top -> same(value(top), plain.rate(Double.POSITIVE_INFINITY, at[1])));
        }
    }

    private static double value(Figure figure) {
        return figure.central("1").base();
    }

    private static ResearchLaw law(String id) {
        return CATALOG.get(ResearchLaw.KIND, new Text(id, Place.argument(id)), new Problems())
                .orElseThrow();
    }

    private static void same(double ours, double published) {
        assertThat(ours / published - 1).isCloseTo(0, within(SIX_DIGITS));
    }
}
