import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Catalog;
import muster.scenario.Plan;
import muster.scenario.Scenarios;
import muster.trace.Chain;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import muster.uncertainty.Points;
import muster.uncertainty.Sampler;
import muster.uncertainty.Sampling;
import muster.uncertainty.Summary;

/**
 * essay-2023-uncertain in Muster: the time for the percentiles of eight figures, and how they differ between seeds.
 *
 * <pre>
 * java -cp target/muster.jar src/bench/java/Essay.java time SAMPLES REPEATS THREADS POINTS
 * java -cp target/muster.jar src/bench/java/Essay.java error SAMPLES SEEDS POINTS
 * </pre>
 */
public final class Essay {
    private static final List<String> FIGURES = List.of(
            "training.compute",
            "model.parameters",
            "model.tokens",
            "inference.throughput",
            "inference.streams",
            "workforce.parallel_researchers",
            "workforce.serial_speedup",
            "workforce.researcher_months_per_month");
    private static final int WARM = 200;
    private static final com.sun.management.OperatingSystemMXBean CPU =
            (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();

    private final Plan plan;

    private Essay() {
        Problems problems = new Problems();
        Shelf catalog = Catalog.shelf(Catalog.KINDS, List.of(), problems);
        Text id = new Text("essay-2023-uncertain", Place.argument("essay-2023-uncertain"));
        plan = Scenarios.plan(catalog, id, List.of(), problems).orElseThrow();
        problems.orThrow();
    }

    private Map<String, Summary> run(long seed, long samples, int threads, Points points) {
        Chain chain = plan.run(Draw.central());
        List<Input> inputs = chain.read().stream()
                .filter(input -> !input.value().distribution().certain())
                .toList();
        return Sampler.run(
                new Sampling(seed, samples, threads, points, 0),
                inputs,
                plan.correlations(),
                () -> chain.replay(FIGURES, inputs),
                done -> {});
    }

    public static void main(String[] arguments) {
        Essay essay = new Essay();
        long samples = (long) Double.parseDouble(arguments[1]);
        int repeats = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("time")) {
            int threads = Integer.parseInt(arguments[3]);
            Points points = Points.valueOf(arguments[4]);
            for (int i = 0; i < WARM; i++) {
                essay.run(i, Math.min(samples, 100_000), threads, points);
            }
            double[] clock = new double[repeats];
            double[] processor = new double[repeats];
            for (int i = 0; i < repeats; i++) {
                long start = System.nanoTime();
                long before = CPU.getProcessCpuTime();
                essay.run(i, samples, threads, points).values().forEach(Summary::spread);
                clock[i] = (System.nanoTime() - start) / 1e9;
                processor[i] = (CPU.getProcessCpuTime() - before) / 1e9;
            }
            Arrays.sort(clock);
            Arrays.sort(processor);
            System.out.printf("%.6f %.6f%n", clock[repeats / 2], processor[repeats / 2]);
        } else {
            Points points = Points.valueOf(arguments[3]);
            List<Map<String, Summary>> runs = new ArrayList<>();
            for (int seed = 0; seed < repeats; seed++) {
                runs.add(essay.run(seed, samples, Runtime.getRuntime().availableProcessors(), points));
            }
            for (String figure : FIGURES) {
                StringBuilder line = new StringBuilder(figure);
                for (double probability : new double[] {0.05, 0.5, 0.95}) {
                    double[] quantiles =
                            runs.stream().mapToDouble(run -> run.get(figure).quantile(probability)).toArray();
                    double mean = Arrays.stream(quantiles).average().orElseThrow();
                    double squares = Arrays.stream(quantiles).map(q -> (q - mean) * (q - mean)).sum();
                    line.append(" %.3e".formatted(Math.sqrt(squares / (repeats - 1)) / mean));
                }
                System.out.println(line);
            }
        }
    }
}
