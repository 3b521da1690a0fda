package muster.inference;

import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.fleet.chips.ChipCount;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ServedThroughput;
import muster.model.ModelFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Throughput from arithmetic alone, at an assumed utilisation.
 *
 * <pre>
 * throughput = u F / (k N) * assumed gains,  streams = throughput / serial speed
 * </pre>
 *
 * with dense peak rate F in FLOP/s, utilisation u, k FLOP per parameter and token, and N active parameters. The rule knows
 * nothing of memory or latency: that the utilisation and the serial speed can be had together is assumed, not computed.
 *
 * @param utilization u, of the dense peak
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param assumedGains factors on throughput that nothing computes, by what they are for, as {@code distillation}; a result
 *     says that it rests on them
 */
public record FlopRule(
        @In(value = "1", range = Range.FRACTION) Input utilization,

        @In("FLOP/parameter/token")
        @Otherwise(
                value = "2 FLOP/parameter/token",
                because =
                        "a multiply and an add per parameter in a forward pass; Kaplan et al. 2020, arXiv 2001.08361, section 2.1")
        Input flopPerParameterToken,

        @In("1") Optional<Map<String, Input>> assumedGains)
        implements Throughput {

    @Override
    public boolean needsFleet() {
        return true;
    }

    @Override
    public boolean needsModel() {
        return true;
    }

    @Override
    public Place place() {
        return utilization.place();
    }

    @Override
    public Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems) {
        return Optional.of((central, task) -> this::apply);
    }

    private ServedThroughput apply(Chain chain, ServingTask task) {
        Figure serialSpeed = task.statedSpeed();
        Figure perToken = chain.input(flopPerParameterToken, "k_infer")
                .times(task.parameters()
                        .orElseThrow(() -> new IllegalStateException("the FLOP rule without a model"))
                        .active())
                .as(ModelFigures.FLOP_PER_TOKEN, "f", "FLOP/token");
        Figure bare = task.rate()
                .orElseThrow(() -> new IllegalStateException("the FLOP rule without a fleet"))
                .times(chain.input(utilization, "u_infer"))
                .over(perToken);
        Figure throughput = gained(chain, bare).as(InferenceFigures.THROUGHPUT, "R", "token/s");
        return new ServedThroughput(
                throughput,
                serialSpeed,
                throughput.over(serialSpeed).as(InferenceFigures.STREAMS, "S", "stream"),
                Optional.of(perToken),
                task.divided(throughput, some -> rate(chain, task, some)),
                Optional.empty());
    }

    // Arithmetic alone: each chip has of the tokens what it has of the rate.
    private static Figure rate(Chain chain, ServingTask task, ChipCount some) {
        return some.count()
                .times(chain.input(
                        task.capacity()
                                .flatMap(fleet -> fleet.rate(some.type()))
                                .orElseThrow(),
                        ""));
    }

    private Figure gained(Chain chain, Figure bare) {
        Figure gained = bare;
        for (Map.Entry<String, Input> gain : assumedGains.orElse(Map.of()).entrySet()) {
            gained = gained.times(chain.input(gain.getValue(), ""));
            chain.warn(
                    "assumed-gain",
                    gain.getValue().place(),
                    "throughput is multiplied by %s for %s, which is assumed and not computed"
                            .formatted(gain.getValue().value(), gain.getKey()));
        }
        return gained;
    }
}
