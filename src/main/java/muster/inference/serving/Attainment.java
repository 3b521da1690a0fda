package muster.inference.serving;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.OperatingPoint;
import muster.inference.step.StepExplanation;

/**
 * What a fleet can have of serial speed and throughput together, at the central values, beside the target.
 *
 * @param requiredSpeed the serial speed that is required, in token/s
 * @param throughput generated tokens of all streams at it, in token/s
 * @param kinds what each kind of chip does
 * @param fastest the highest serial speed of any replica, in token/s
 * @param opinions what step-time models say can be had; only where there is a target
 * @param target the target
 * @param limits the limits of the search without which more could be had
 * @param wouldServe where nothing is served, what would serve
 */
public record Attainment(
        double requiredSpeed,
        double throughput,
        List<Kind> kinds,
        Estimated fastest,
        List<Opinion> opinions,
        Optional<TargetResult> target,
        List<BindingLimit> limits,
        List<Improvement> wouldServe) {
    /** The utilisation at which step-time models are compared: decoding was measured at this and more. */
    public static final double COMPARED_UTILIZATION = 0.05;

    public Attainment {
        kinds = List.copyOf(kinds);
        opinions = List.copyOf(opinions);
        limits = List.copyOf(limits);
        wouldServe = List.copyOf(wouldServe);
    }

    /**
     * A modelled value with the interval in which a measured one is in 90% of cases; the value itself where the error is not known.
     *
     * @param value the modelled value
     * @param p5 the 5th percentile
     * @param p95 the 95th percentile
     */
    public record Estimated(double value, double p5, double p95) {}

    /**
     * A kind of chip.
     *
     * @param chip its id
     * @param chips how many serve
     * @param serving what they serve; nothing where they serve nothing
     * @param idle why they serve nothing
     */
    public record Kind(String chip, double chips, Optional<Serving> serving, Optional<String> idle) {

        /**
         * What it serves.
         *
         * @param formats how the model is stored and multiplied
         * @param point the replica
         * @param replicas how many there are
         * @param speed the serial speed of a stream, in token/s
         * @param throughput generated tokens of all streams, in token/s
         * @param utilization the parameters' arithmetic over the dense rate of all chips of the kind
         * @param explanation the time per output token worked out, where the step-time model is made of operators
         */
        public record Serving(
                String formats,
                OperatingPoint point,
                double replicas,
                Estimated speed,
                double throughput,
                double utilization,
                Optional<StepExplanation> explanation) {}
    }

    /**
     * What a step-time model says can be had.
     *
     * @param method the step-time model
     * @param fastest the highest serial speed, in token/s
     * @param atUtilization the highest serial speed at {@link #COMPARED_UTILIZATION}, in token/s
     * @param throughput generated tokens of all streams at the required speed, in token/s
     */
    public record Opinion(String method, OptionalDouble fastest, OptionalDouble atUtilization, double throughput) {}

    /**
     * The target, and what would bring it nearer.
     *
     * @param serialSpeed the speed of one stream, in token/s
     * @param throughput generated tokens of all streams, in token/s
     * @param has what there is of it
     * @param improvements what would bring it nearer
     */
    public record TargetResult(double serialSpeed, double throughput, Result has, List<Improvement> improvements) {
        public TargetResult {
            improvements = List.copyOf(improvements);
        }
    }

    /**
     * How near the target one comes.
     *
     * @param fastest the highest serial speed, in token/s
     * @param throughputAtSpeed generated tokens of all streams at the target serial speed, in token/s
     * @param speedAtThroughput the highest serial speed at the target throughput, in token/s
     * @param reached whether both can be had together
     */
    public record Result(double fastest, double throughputAtSpeed, OptionalDouble speedAtThroughput, boolean reached) {
        public static Result of(AttainableServing offering, double serialSpeed, double throughput) {
            double yield = offering.throughput(serialSpeed);
            return new Result(offering.fastest(), yield, offering.speedAt(throughput), yield >= throughput);
        }
    }

    /**
     * A change, tried by the step-time model.
     *
     * @param id its name
     * @param words what is changed
     * @param result how near it comes
     */
    public record Improvement(String id, String words, Result result) {}
}
