package muster.allocation.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.research.production.Production;
import muster.testing.Seeded.Draws;

/** Situations that more than one test plans for. A period has 30 days and is a month. */
public final class Situations {
    public static final double MONTH = 30 * 86_400.0;
    public static final ResearchReturns PLAIN = new ResearchReturns(1, 1, 1, 1);

    /** AI Futures Project, December 2025: derived from anchors of 15, 1,000 and 2.8 times. */
    public static final Production AI_FUTURES =
            new Production(0.657220993718537, -0.15499526152548998, 0.6548297824888561, 0.5, 1);

    /** Researcher-months. */
    public static final Production LABOUR = new Production(0, 0, 1, 1, 1);

    /** Whichever of experiments and labour is short. */
    public static final Production FIXED = new Production(0.5, Double.NEGATIVE_INFINITY, 1, 1, 1);

    private static final List<Production> LAWS = List.of(
            AI_FUTURES,
            new Production(0.5, 0, 1, 0.6, 1),
            new Production(0.3, -0.01, 0.4, 1, 0.7),
            new Production(0.5, 0.612853, 1, 1, 1),
            new Production(0.4, 1, 1, 1, 1),
            FIXED,
            LABOUR);

    private Situations() {}

    /** So many chips in every period, of 1e15 FLOP/s, 1 kW and 1e-3 USD/s. */
    public static ChipStock stock(String chip, double count, int periods) {
        return new ChipStock(
                chip, IntStream.range(0, periods).mapToObj(i -> count).toList(), 1e15, 1000, 1e-3);
    }

    public static TrainingJob job(String id, double work, Map<String, Double> rates) {
        return new TrainingJob(id, work, Double.POSITIVE_INFINITY, List.of(), rates);
    }

    /** A hundred chips of one type that train 4e14 FLOP/s each, and serve two researchers of speed-up 15 each. */
    public static Situation homogeneous(int periods, double workInPeriods) {
        double perPeriod = 100 * 4e14 * MONTH;
        return new Situation(
                periods,
                MONTH,
                List.of(stock("chip", 100, periods)),
                List.of(),
                List.of(job("model", workInPeriods * perPeriod, Map.of("chip", 4e14))),
                new ExclusiveJobs(1, List.of("model")),
                List.of(new ServingOption("model", "model", "chip", 2, 15)),
                ResourceLimits.NONE,
                PLAIN,
                Optional.empty());
    }

    /** Anything, small. */
    public static Situation random(Draws draws) {
        int periods = draws.whole(2, 5);
        int types = draws.whole(1, 3);
        List<String> chips = IntStream.range(0, types).mapToObj(i -> "c" + i).toList();
        List<ChipStock> stocks = new ArrayList<>();
        // A fleet that stays as it is has periods that are alike.
        boolean steady = draws.oneOf(List.of(false, true));
        for (String chip : chips) {
            List<Double> counts = new ArrayList<>();
            IntStream.range(0, periods)
                    .forEach(i -> counts.add(
                            steady && i > 0 ? counts.get(0) : Double.valueOf(Math.rint(draws.magnitude(10, 1000)))));
            stocks.add(new ChipStock(
                    chip, counts, draws.magnitude(1e14, 1e15), draws.between(300, 1500), draws.magnitude(1e-4, 1e-3)));
        }
        double month = stocks.stream().mapToDouble(stock -> stock.count(0)).sum() * 3e14 * MONTH;
        List<TrainingJob> jobs = new ArrayList<>();
        for (String id : List.of("large", "small", "student").subList(0, draws.whole(1, 3))) {
            Map<String, Double> rates = new LinkedHashMap<>();
            chips.forEach(chip -> rates.put(chip, draws.magnitude(3e13, 6e14)));
            boolean after = id.equals("student");
            double most = draws.oneOf(List.of(Double.POSITIVE_INFINITY, month / MONTH));
            double work = month * draws.between(0.1, after ? 0.5 : 2);
            jobs.add(new TrainingJob(id, work, most, after ? List.of("large") : List.of(), rates));
        }
        List<String> existing = draws.oneOf(List.of(List.of("old"), List.<String>of()));
        List<ServingOption> servings = new ArrayList<>();
        for (String model : Stream.concat(Stream.of("old"), jobs.stream().map(TrainingJob::id))
                .toList()) {
            for (String chip : chips) {
                for (int point = draws.whole(1, 2); point > 0; point--) {
                    servings.add(new ServingOption(
                            model + "-" + point, model, chip, draws.magnitude(0.2, 5), draws.magnitude(3, 40)));
                }
            }
        }
        ResearchReturns returns =
                new ResearchReturns(draws.oneOf(List.of(1.0, 0.7)), 1, draws.oneOf(List.of(1.0, 0.95)), 1);
        return new Situation(
                periods,
                MONTH,
                stocks,
                existing,
                jobs,
                new ExclusiveJobs(1, List.of("large", "small")),
                servings,
                limits(draws, stocks, periods, steady),
                returns,
                Optional.empty());
    }

    /** Anything, small, under a law of research and compared to a laboratory that has some of what the first period has. */
    public static Situation underLaw(Draws draws) {
        Production law = draws.oneOf(LAWS);
        Situation plain = random(draws);
        ResearchReturns returns =
                new ResearchReturns(law.headsExponent(), 1, plain.returns().discount(), 1);
        Map<String, Double> h100e = new LinkedHashMap<>();
        plain.stocks().forEach(stock -> h100e.put(stock.chip(), draws.between(0.1, 1)));
        double all = plain.stocks().stream()
                .mapToDouble(stock -> stock.count(0) * h100e.getOrDefault(stock.chip(), 0.0))
                .sum();
        double chips =
                plain.stocks().stream().mapToDouble(stock -> stock.count(0)).sum();
        return returning(plain, returns)
                .under(new ResearchTerms(
                        law,
                        all * draws.between(0.2, 1),
                        chips * returns.equivalents(10) * draws.between(0.1, 2),
                        draws.oneOf(List.of(0.0, 1.0)),
                        h100e));
    }

    /** The same with other returns. */
    public static Situation returning(Situation plain, ResearchReturns returns) {
        return new Situation(
                plain.periods(),
                plain.periodSeconds(),
                plain.stocks(),
                plain.existing(),
                plain.jobs(),
                plain.rivals(),
                plain.servings(),
                plain.limits(),
                returns,
                plain.requirement());
    }

    private static ResourceLimits limits(Draws draws, List<ChipStock> stocks, int periods, boolean steady) {
        double watts = stocks.stream()
                .mapToDouble(stock -> stock.count(0) * stock.powerWatts())
                .sum();
        double usd = stocks.stream()
                        .mapToDouble(stock -> stock.count(0) * stock.costUsdPerSecond())
                        .sum()
                * MONTH
                * periods;
        boolean power = draws.oneOf(List.of(false, true));
        boolean budget = draws.oneOf(List.of(false, true));
        boolean supervision = draws.oneOf(List.of(false, true));
        double part = draws.between(0.4, 1.2);
        double people = draws.magnitude(5, 100);
        return new ResourceLimits(
                power
                        ? Optional.of(IntStream.range(0, periods)
                                .mapToObj(i -> watts * part)
                                .toList())
                        : Optional.empty(),
                budget ? Optional.of(usd * draws.between(0.4, 1.2)) : Optional.empty(),
                supervision
                        ? Optional.of(IntStream.range(0, periods)
                                .mapToObj(i -> steady ? people : draws.magnitude(5, 100))
                                .toList())
                        : Optional.empty(),
                10);
    }

    /** The situation with its chips changed. */
    public static Situation chips(Situation situation, UnaryOperator<ChipStock> change) {
        return situation.with(situation.stocks().stream().map(change).toList());
    }

    /** The stock with a type's chips in a period changed by so many. */
    public static ChipStock more(ChipStock stock, String chip, int period, double chips) {
        if (!stock.chip().equals(chip)) {
            return stock;
        }
        List<Double> counts = new ArrayList<>(stock.counts());
        counts.set(period, counts.get(period) + chips);
        return counted(stock, counts);
    }

    public static ChipStock times(ChipStock stock, double factor) {
        return counted(
                stock, stock.counts().stream().map(count -> count * factor).toList());
    }

    private static ChipStock counted(ChipStock stock, List<Double> counts) {
        return new ChipStock(
                stock.chip(), counts, stock.peakFlopPerSecond(), stock.powerWatts(), stock.costUsdPerSecond());
    }

    public static double worth(Situation situation) {
        return AllocationSolution.best(situation).map(OptimalPlan::worth).orElseThrow();
    }

    /** The situation with its jobs changed. */
    public static Situation jobs(Situation situation, UnaryOperator<TrainingJob> change) {
        return changed(
                situation, situation.jobs().stream().map(change).toList(), situation.rivals(), situation.requirement());
    }

    /** The situation where so many large jobs can be done. */
    public static Situation rivals(Situation situation, ExclusiveJobs rivals) {
        return changed(situation, situation.jobs(), rivals, situation.requirement());
    }

    /** The situation with something required. */
    public static Situation required(Situation situation, CapabilityRequirement requirement) {
        return changed(situation, situation.jobs(), situation.rivals(), Optional.of(requirement));
    }

    private static Situation changed(
            Situation situation,
            List<TrainingJob> jobs,
            ExclusiveJobs rivals,
            Optional<CapabilityRequirement> requirement) {
        return new Situation(
                situation.periods(),
                situation.periodSeconds(),
                situation.stocks(),
                situation.existing(),
                jobs,
                rivals,
                situation.servings(),
                situation.limits(),
                situation.returns(),
                requirement);
    }
}
