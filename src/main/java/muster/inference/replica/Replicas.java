package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The replicas of a model on a kind of chip between which there is a choice where replicas are whole: none has another that is
 * as fast for one stream, yields as many tokens and takes no more chips.
 *
 * @param choice the replicas, those with the most tokens per chip first; none where the model fits on no replica
 * @param fewestChips the fewest chips that hold the model and one sequence; 0 where none do
 * @param tried how many deployments were timed
 */
public record Replicas(List<Replica> choice, int fewestChips, int tried) {
    public static final Replicas NONE = new Replicas(List.of(), 0, 0);

    public Replicas {
        choice = List.copyOf(choice);
    }

    /** Those of a search that was run. */
    public static Replicas of(LayoutSearch search) {
        return new Replicas(choice(search.found()), search.fewestChips(), search.tried());
    }

    /** Those of all that were found. */
    static Replicas of(List<Replica> found) {
        double fewest = found.stream().mapToDouble(Replica::chips).min().orElse(0);
        return new Replicas(choice(found), (int) fewest, found.size());
    }

    /** Serial speed against throughput per chip, timed by the search that found the replicas. */
    public Frontier frontier(LayoutSearch search) {
        return new Frontier(
                LayoutSearch.undominated(choice).stream().map(search::point).toList(), fewestChips, tried);
    }

    // Chips that only prefill come in whole replicas of their own, so that few chips may not do with what many do
    // best
    // with: the choice among those that prefill themselves is kept beside it.
    private static List<Replica> choice(List<Replica> found) {
        List<Replica> alone = new ArrayList<>();
        List<Replica> disaggregated = new ArrayList<>();
        for (Replica replica : found) {
            (replica.prefill().isPresent() ? disaggregated : alone).add(replica);
        }
        List<Replica> choice = new ArrayList<>(undominated(alone));
        choice.addAll(undominated(disaggregated));
        choice.sort(Comparator.comparingDouble(Replica::throughputPerChip).reversed());
        return choice;
    }

    private static List<Replica> undominated(List<Replica> byThroughput) {
        byThroughput.sort(Replicas::byThroughput);
        // Of those that yield at least as much, the fastest by the chips that it takes: more chips, more speed.
        TreeMap<Double, Double> fastest = new TreeMap<>();
        List<Replica> choice = new ArrayList<>();
        for (Replica replica : byThroughput) {
            Map.Entry<Double, Double> rival = fastest.floorEntry(replica.chips());
            if (rival == null || rival.getValue() < replica.serialSpeed()) {
                choice.add(replica);
                fastest.tailMap(replica.chips(), true).values().removeIf(speed -> speed <= replica.serialSpeed());
                fastest.put(replica.chips(), replica.serialSpeed());
            }
        }
        return choice;
    }

    // Written out, since thousands are sorted for each model on each chip: most throughput, fewest chips, fastest
    // stream.
    private static int byThroughput(Replica a, Replica b) {
        int order = Double.compare(b.throughput(), a.throughput());
        if (order == 0) {
            order = Double.compare(a.chips(), b.chips());
        }
        return order == 0 ? Double.compare(b.serialSpeed(), a.serialSpeed()) : order;
    }

    /** The replica of which so many chips yield most, in whole replicas, of those whose streams are as fast as is required. */
    public Optional<Replica> best(double chips, double serialSpeed) {
        Replica best = null;
        double most = 0;
        for (Replica replica : choice) {
            // All that follow yield less per chip.
            if (chips * replica.throughputPerChip() <= most) {
                break;
            }
            double yields = replica.serialSpeed() >= serialSpeed ? replica.throughputOf(chips) : 0;
            if (yields > most) {
                best = replica;
                most = yields;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The fastest for one stream. */
    public Optional<Replica> fastest() {
        return choice.stream().max(Comparator.comparingDouble(Replica::serialSpeed));
    }

    /** The one of the fewest chips. */
    Optional<Replica> smallest() {
        return choice.stream().min(Comparator.comparingDouble(Replica::chips));
    }
}
