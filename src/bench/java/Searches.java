import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.LayoutSearch;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.PublishedFormat;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.Replicas;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.model.Architecture;

/**
 * How long a search for replicas takes, of every model on every chip of the catalog in one process.
 *
 * <pre>
 * java -cp target/muster.jar src/bench/java/Searches.java CHIPS MOST
 * </pre>
 *
 * CHIPS is the most chips of a replica, MOST how many of the slowest are searched again, the fastest of five counting, in milliseconds of the processor. Prints how many
 * searches there were, the median, the 99th percentile and the slowest of the first pass, which warms up as it goes, and the slowest
 * ones again with the deployments that each timed.
 */
public final class Searches {
    private static final Place ASKED = Place.argument("bench");
    private static final Text AVERAGE = new Text(Calibration.AVERAGE, ASKED);
    private static final int AGAIN = 5;
    // Of the processor, which other work on the machine disturbs less.
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private record Search(String model, String chip, ModelOnChip setup, double millis, int tried) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-28s %-28s %8.2f ms %7d deployments", model, chip, millis, tried);
        }
    }

    private Searches() {}

    public static void main(String[] arguments) {
        int chips = Integer.parseInt(arguments[0]);
        int most = Integer.parseInt(arguments[1]);
        Catalog catalog = new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
        for (LayoutChoice layouts : LayoutChoice.values()) {
            List<Search> all = all(catalog, chips, layouts);
            all.sort(Comparator.comparingDouble(Search::millis).reversed());
            System.out.printf(
                    Locale.ROOT,
                    "layouts %s, replicas of at most %d chips: %d searches, median %.2f ms, 99%% %.2f ms, slowest %.2f ms%n",
                    layouts,
                    chips,
                    all.size(),
                    all.get(all.size() / 2).millis(),
                    all.get(all.size() / 100).millis(),
                    all.get(0).millis());
            all.stream()
                    .limit(most)
                    .map(search -> again(search, chips, layouts))
                    .sorted(Comparator.comparingDouble(Search::millis).reversed())
                    .forEach(System.out::println);
        }
    }

    private static List<Search> all(Catalog catalog, int chips, LayoutChoice layouts) {
        List<Search> all = new ArrayList<>();
        for (String model : catalog.ids(Architecture.KIND)) {
            Optional<Architecture> found = catalog.get(Architecture.KIND, new Text(model, ASKED), new Problems())
                    .filter(known -> known.shape().isPresent());
            for (String chip : found.isPresent() ? catalog.ids(Chip.KIND) : List.<String>of()) {
                ModelOnChip.find(
                                catalog,
                                found,
                                new Text(chip, ASKED),
                                new Text(PublishedFormat.WORD, ASKED),
                                AVERAGE,
                                new Problems())
                        .ifPresent(setup -> all.add(timed(new Search(model, chip, setup, 0, 0), chips, layouts)));
            }
        }
        return all;
    }

    private static Search again(Search search, int chips, LayoutChoice layouts) {
        Search best = search;
        for (int i = 0; i < AGAIN; i++) {
            Search once = timed(search, chips, layouts);
            best = once.millis() < best.millis() ? once : best;
        }
        return best;
    }

    private static Search timed(Search search, int chips, LayoutChoice layouts) {
        ModelOnChip setup = search.setup();
        ReplicaRequest request =
                new ReplicaRequest(new RequestTokens(1024, 1024), chips, Speculation.NONE).among(layouts);
        long start = CLOCK.getCurrentThreadCpuTime();
        LayoutSearch replicas = new LayoutSearch(
                TimeModelChoice.CALIBRATED.of(setup), setup, request, setup.calibration().prefillLoad());
        replicas.run();
        Replicas found = Replicas.of(replicas);
        double millis = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        return new Search(search.model(), search.chip(), setup, millis, found.tried());
    }
}
