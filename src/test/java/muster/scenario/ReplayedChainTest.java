package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chain that is replayed gives what the plan gives when it is run anew. */
final class ReplayedChainTest {
    private static final Problems PROBLEMS = new Problems();
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), PROBLEMS);

    static Stream<String> scenarios() {
        return SHELF.ids(Scenario.KIND).stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFigureIsTheSameOnEveryDraw(String id) {
        ScenarioPlan plan = Scenarios.plan(SHELF, new Text(id, Place.argument(id)), List.of(), PROBLEMS)
                .orElseThrow();
        Chain chain = plan.run(SampleBatch.central());
        Set<String> names = chain.columns().keySet();
        Function<SampleBatch, Map<String, double[]>> replay = chain.replay(names, chain.read());

        for (int size : new int[] {1, 5, 5, 3}) {
            SampleBatch draw = new Quantiles(size);
            assertThat(replay.apply(draw))
                    .containsExactlyInAnyOrderEntriesOf(plan.run(draw).columns());
        }
        Map<String, double[]> still = chain.replay(names, List.of()).apply(new Quantiles(2));
        chain.columns().forEach((name, column) -> assertThat(still.get(name)).containsExactly(column[0], column[0]));
    }

    // Between the 40th and the 60th percentile, where no figure reaches another branch of the chain.
    private record Quantiles(int size) implements SampleBatch {
        @Override
        public double[] of(Input input) {
            double[] column = new double[size];
            for (int i = 0; i < size; i++) {
                column[i] = input.value().distribution().quantile(0.4 + 0.2 * i / size);
            }
            return column;
        }
    }
}
