import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import muster.allocation.Allocated;
import muster.allocation.AtMost;
import muster.allocation.Job;
import muster.allocation.Limits;
import muster.allocation.Plan;
import muster.allocation.Returns;
import muster.allocation.Serving;
import muster.allocation.Situation;
import muster.allocation.Stock;
import muster.allocation.Tried;
import muster.solver.LpFormat;
import muster.solver.Program;
import muster.solver.Solver;

/**
 * Plans for fleets of a size, and the linear program of the best plan for other solvers.
 *
 * <pre>
 * java -cp target/muster.jar src/bench/java/Allocation.java CHIPS PERIODS VARIANTS LIMITS FILE.lp
 * </pre>
 *
 * LIMITS is a list of {@code power}, {@code supervision}, {@code diminishing}, {@code steady}, or {@code none}. Unless the fleet
 * is steady it grows in every period, so that no two periods are alike. Prints variables, constraints, schedules, schedules
 * solved, seconds for the first plan and for the fastest of three more, for the fastest of five solutions of its program alone,
 * and its objective.
 */
public final class Allocation {
    private static final double MONTH = 30 * 86_400.0;

    private Allocation() {}

    public static void main(String[] arguments) throws IOException {
        Situation situation = situation(arguments);
        double first = seconds(() -> Allocated.best(situation));
        double again = IntStream.range(0, 3).mapToDouble(i -> seconds(() -> Allocated.best(situation))).min().orElseThrow();
        Allocated allocated = Allocated.of(situation, tried -> {});
        Plan plan = allocated.best().orElseThrow();
        Program program = plan.program();
        double alone = IntStream.range(0, 5).mapToDouble(i -> seconds(() -> Solver.solve(program))).min().orElseThrow();
        Files.writeString(Path.of(arguments[4]), LpFormat.of(program, List.of()));
        long solved = allocated.tried().stream().filter(one -> one.fate() == Tried.Fate.SOLVED).count();
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %d %.4f %.4f %.5f %.12g%n",
                program.variables().size(),
                program.constraints().size(),
                allocated.tried().size(),
                solved,
                first,
                again,
                alone,
                plan.bound());
    }

    static Situation situation(String[] arguments) {
        return situation(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                List.of(arguments[3].split(",")));
    }

    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    // Half of the chips are good at arithmetic, half at bandwidth, by chance; one large job takes a third of the horizon.
    private static Situation situation(int types, int periods, int variants, List<String> limits) {
        SplittableRandom random = new SplittableRandom(20_240_613);
        List<Stock> stocks = new ArrayList<>();
        List<Serving> servings = new ArrayList<>();
        Map<String, Double> rates = new LinkedHashMap<>();
        double watts = 0;
        double flop = 0;
        for (int type = 0; type < types; type++) {
            String chip = "chip-" + type;
            double peak = between(random, 1e14, 2.5e15);
            double count = between(random, 1e3, 1e5);
            double growth = limits.contains("steady") ? 1 : between(random, 1.0, 1.1);
            List<Double> counts =
                    IntStream.range(0, periods).mapToObj(period -> count * Math.pow(growth, period)).toList();
            double power = between(random, 300, 2000);
            stocks.add(new Stock(chip, counts, peak, power, 0));
            rates.put(chip, 0.4 * peak);
            watts += count * power;
            flop += count * 0.4 * peak * MONTH;
            for (String model : List.of("old", "new")) {
                for (int variant = 0; variant < variants; variant++) {
                    double speed = 20 * Math.pow(1.2, variant);
                    double heads = between(random, 0.05, 0.5) * (model.equals("new") ? 3 : 1) / Math.pow(1.3, variant);
                    servings.add(new Serving(model + "-" + variant, model, chip, heads, speed));
                }
            }
        }
        double supervisors = 0.02 * stocks.stream().mapToDouble(stock -> stock.count(0)).sum();
        double limit = 0.8 * watts;
        return new Situation(
                periods,
                MONTH,
                stocks,
                List.of("old"),
                List.of(new Job("new", flop * periods / 3, Double.POSITIVE_INFINITY, List.of(), rates)),
                AtMost.ALL,
                servings,
                new Limits(
                        limits.contains("power") ? all(periods, limit) : Optional.empty(),
                        Optional.empty(),
                        limits.contains("supervision") ? all(periods, supervisors) : Optional.empty(),
                        10),
                new Returns(limits.contains("diminishing") ? 0.8 : 1, 1, 1, 1),
                Optional.empty());
    }

    private static Optional<List<Double>> all(int periods, double value) {
        return Optional.of(IntStream.range(0, periods).mapToObj(period -> value).toList());
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
