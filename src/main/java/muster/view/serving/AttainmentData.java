package muster.view.serving;

import java.util.List;
import java.util.OptionalDouble;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.OperatingPoint;
import muster.inference.serving.Attainment;
import muster.inference.step.Deployment;
import muster.view.Data;
import muster.view.Fields;

/** What a fleet can have of serial speed and throughput, as the part {@code attainment} of {@code estimate/v2}. */
public final class AttainmentData {
    private static final String SPEED = "token/s/stream";
    private static final String THROUGHPUT = "token/s";

    private AttainmentData() {}

    /** All of it. */
    public static Data of(Attainment attainment) {
        return new Fields()
                .put("required_serial_speed", Fields.quantity(attainment.requiredSpeed(), SPEED))
                .put("throughput", Fields.quantity(attainment.throughput(), THROUGHPUT))
                .put("fastest_serial_speed", estimated(attainment.fastest()))
                .array(
                        "chips",
                        attainment.kinds().stream().map(AttainmentData::kind).toList())
                .arrayOrNone(
                        "methods",
                        attainment.opinions().stream()
                                .map(AttainmentData::opinion)
                                .toList())
                .put("target", attainment.target().map(AttainmentData::wish))
                .arrayOrNone("binding_limits", limits(attainment.limits()))
                .arrayOrNone("would_serve", ways(attainment.wouldServe()))
                .build();
    }

    /** Limits of a search that bind. One that is relaxed to none has no {@code relaxed}. */
    public static List<Data> limits(List<BindingLimit> limits) {
        return limits.stream().map(AttainmentData::limit).toList();
    }

    private static Data limit(BindingLimit limit) {
        return new Fields()
                .text("chip", limit.chip())
                .text("limit", limit.of().toString())
                .number("value", limit.value())
                .number("relaxed", limit.relaxed())
                .number("gain", limit.gain())
                .build();
    }

    private static Data kind(Attainment.Kind kind) {
        Fields fields = new Fields().text("chip", kind.chip()).number("chips", kind.chips());
        fields.text("infeasible", kind.idle());
        kind.serving().ifPresent(serving -> {
            fields.text("formats", serving.formats());
            layout(fields, serving.point())
                    .number("chips_per_replica", serving.point().chips())
                    .number("replicas", serving.replicas())
                    .put("serial_speed", estimated(serving.speed()))
                    .put("throughput", Fields.quantity(serving.throughput(), THROUGHPUT))
                    .number("utilization", serving.utilization())
                    .put("seconds_per_token", secondsPerToken(serving.point()));
        });
        return fields.build();
    }

    /** Breakdown of the time per output token, by cause. */
    public static Data secondsPerToken(OperatingPoint point) {
        Fields seconds = new Fields();
        List<Double> parts = DeploymentWords.parts(point.breakdown());
        for (int i = 0; i < parts.size(); i++) {
            seconds.number(DeploymentWords.causes().get(i), parts.get(i));
        }
        return seconds.build();
    }

    /** How a replica is parallelised, and those that prefill for it. */
    public static Fields layout(Fields fields, OperatingPoint point) {
        return fields.put("deployment", deployment(point.deployment()))
                .put(
                        "prefill",
                        point.prefill()
                                .map(prefill -> new Fields()
                                        .put("deployment", deployment(prefill.deployment()))
                                        .number(
                                                "chips",
                                                point.chips()
                                                        - point.deployment().chips())
                                        .number("chip_seconds_per_prompt", prefill.chipSeconds())
                                        .build()));
    }

    private static Data deployment(Deployment deployment) {
        return new Fields()
                .number("tensor", deployment.tensor())
                .flag("two_dimensional", deployment.twoDimensional())
                .number("data", deployment.data())
                .number("expert", deployment.expert())
                .number("stages", deployment.stages())
                .number("batch", deployment.batch())
                .flag("disaggregated_prefill", deployment.disaggregated())
                .build();
    }

    private static Data opinion(Attainment.Opinion opinion) {
        Fields fields = new Fields().text("method", opinion.method());
        speed(fields, "fastest_serial_speed", opinion.fastest());
        Fields at = new Fields().number("utilization", Attainment.COMPARED_UTILIZATION);
        return fields.put(
                        "at_utilization",
                        speed(at, "serial_speed", opinion.atUtilization()).build())
                .put("throughput_at_required_speed", Fields.quantity(opinion.throughput(), THROUGHPUT))
                .build();
    }

    private static Data wish(Attainment.TargetResult wish) {
        Fields fields = new Fields()
                .put("serial_speed", Fields.quantity(wish.serialSpeed(), SPEED))
                .put("throughput", Fields.quantity(wish.throughput(), THROUGHPUT));
        return result(fields, wish.has())
                .array("improvements", ways(wish.improvements()))
                .build();
    }

    private static List<Data> ways(List<Attainment.Improvement> ways) {
        return ways.stream()
                .<Data>map(way -> result(
                                new Fields().text("improvement", way.id()).text("words", way.words()), way.result())
                        .build())
                .toList();
    }

    private static Fields result(Fields fields, Attainment.Result result) {
        fields.flag("reached", result.reached())
                .put("fastest_serial_speed", Fields.quantity(result.fastest(), SPEED))
                .put("throughput_at_speed", Fields.quantity(result.throughputAtSpeed(), THROUGHPUT));
        return speed(fields, "speed_at_throughput", result.speedAtThroughput());
    }

    private static Data estimated(Attainment.Estimated estimated) {
        return new Fields()
                .number("value", estimated.value())
                .text("unit", SPEED)
                .number("p5", estimated.p5())
                .number("p95", estimated.p95())
                .build();
    }

    private static Fields speed(Fields fields, String name, OptionalDouble speed) {
        return speed.isPresent() ? fields.put(name, Fields.quantity(speed.getAsDouble(), SPEED)) : fields;
    }
}
