package muster.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import muster.format.Encoding;
import muster.inference.serving.AttainableServing;
import muster.inference.serving.Attainment;
import muster.inference.serving.ServingSetup;
import muster.model.Architecture;
import muster.model.ModelSize;
import muster.model.Proportions;
import muster.model.Shape;
import muster.model.TotalParameters;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.unit.NumberText;

/** Changes that may bring a target pair of serial speed and throughput nearer, each timed like the fleet itself. */
final class ImprovementSearch {
    // As in GB200 NVL72.
    private static final int WIDE_DOMAIN = 72;
    // With a prediction head like that of DeepSeek-R1 two or three are the best; its fit is in Speculation.
    private static final int GUESSES = 2;
    private static final int EXPERTS = 64;
    private static final int VISITED = 4;
    private static final double LEAST_PARAMETERS = 1e8;
    private static final int HALVINGS = 12;

    private final RooflinePlan plan;
    private final ModelSize size;
    private final Map<String, Double> chips;
    private final double speed;
    private final double throughput;
    private final Shape shape;

    ImprovementSearch(ServingDecision decision, double speed, double throughput) {
        this.plan = decision.plan();
        this.size = decision.size();
        this.chips = decision.chips();
        this.speed = speed;
        this.throughput = throughput;
        this.shape = decision.model().shape().orElseThrow();
    }

    List<Attainment.Improvement> all() {
        ServingSetup before = plan.onChips();
        ServingSetup together = before.speculating(GUESSES).joining(WIDE_DOMAIN);
        List<Attainment.Improvement> ways = new ArrayList<>();
        ways.add(improvement(
                "draft-tokens",
                "%s draft tokens, as from DeepSeek-R1's head".formatted(GUESSES),
                plan.with(before.speculating(GUESSES))));
        if (before.formats().weights().bytes() >= 1) {
            ways.add(improvement("four-bit-weights", "weights in 4 bits", plan.with(before.storing(Encoding.FP4))));
            together = together.storing(Encoding.FP4);
        }
        ways.add(improvement(
                "wider-domain",
                "%s chips in a scale-up domain, as in GB200 NVL72".formatted(WIDE_DOMAIN),
                plan.with(before.joining(WIDE_DOMAIN))));
        RooflinePlan all = plan.with(together);
        ways.add(improvement("all-of-these", "all of these", all));
        experts().ifPresent(sparse -> {
            String words =
                    "%s experts of which a token activates %s, as many parameters in all".formatted(EXPERTS, VISITED);
            ways.add(improvement("experts", words, plan.with(sparse)));
            ways.add(improvement("experts-and-all", "the same, and all of these", all.with(sparse)));
        });
        smaller("smaller-model", plan, "").ifPresent(ways::add);
        smaller("smaller-model-and-all", all, ", and all of these").ifPresent(ways::add);
        return ways;
    }

    private Attainment.Improvement improvement(String id, String words, RooflinePlan changed) {
        return new Attainment.Improvement(id, words, Attainment.Result.of(offering(changed), speed, throughput));
    }

    private AttainableServing offering(RooflinePlan changed) {
        return new AttainableServing(changed.kinds(size).able(), chips);
    }

    // The feed-forward layers of a dense model split into experts: all parameters stay, and fewer are activated.
    private Optional<Architecture> experts() {
        if (!(shape.feedForward() instanceof FeedForward.Dense dense) || dense.width() % EXPERTS != 0) {
            return Optional.empty();
        }
        FeedForward experts = new FeedForward.Experts(
                EXPERTS, VISITED, dense.width() / EXPERTS, 0, 0, 0, dense.gated(), false, false, false);
        return Optional.of(Architecture.of(shape.with(experts)));
    }

    // The largest model in the same proportions that reaches both, by halving the interval of its logarithm.
    private Optional<Attainment.Improvement> smaller(String id, RooflinePlan fleet, String more) {
        return family().flatMap(family -> {
            double low = Math.log(LEAST_PARAMETERS);
            double high = Math.log(shape.parameters());
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                boolean reached = reached(fleet.with(family.apply(Math.exp(middle))));
                low = reached ? middle : low;
                high = reached ? high : middle;
            }
            Architecture model = family.apply(Math.exp(low));
            double parameters = model.shape().orElseThrow().parameters();
            RooflinePlan smaller = fleet.with(model);
            String words = "a model of the same kind of %s parameters, %s%% of them%s"
                    .formatted(
                            NumberText.rounded(parameters, 3),
                            NumberText.rounded(100 * parameters / shape.parameters(), 2),
                            more);
            return reached(smaller) ? Optional.of(improvement(id, words, smaller)) : Optional.empty();
        });
    }

    // Models of so many parameters in the same proportions: those that training would size, or dense ones like a known
    // one.
    private Optional<DoubleFunction<Architecture>> family() {
        DoubleFunction<Architecture> trained =
                parameters -> plan.model().of(size.times(parameters / shape.parameters()));
        if (!trained.apply(shape.parameters() / 2).shape().orElseThrow().equals(shape)) {
            return Optional.of(trained);
        }
        return shape.attention() instanceof Attention.Grouped
                ? Proportions.of(shape)
                        .map(like -> parameters -> Architecture.of(like.sized(new TotalParameters(parameters))))
                : Optional.empty();
    }

    private boolean reached(RooflinePlan fleet) {
        return offering(fleet).throughput(speed) >= throughput;
    }
}
