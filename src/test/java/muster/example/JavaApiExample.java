package muster.example;

import java.io.PrintStream;
import java.util.Locale;
import muster.Muster;
import muster.diagnostic.BadInput;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.ReplicaRequest;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.Sampling;

/** A first program. */
public final class JavaApiExample {
    private JavaApiExample() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    public static void run(PrintStream out) {
        Muster muster = Muster.shipped();

        // A figure is read by its name, in the unit that you want.
        Estimate estimate = muster.estimate("essay-2023", "inference.throughput.utilization=30%");
        double tokens = estimate.quantity("inference.throughput").orElseThrow().in("token/day");
        out.printf(Locale.ROOT, "%.3e token/day%n", tokens);
        out.println(estimate.quantity("workforce.parallel_researchers").orElseThrow());
        estimate.warnings().forEach(out::println);

        // Uncertain inputs are sampled: 20,000 times, from seed 1, on two threads.
        Estimate sampled = muster.sample("essay-2023-uncertain", new Sampling(1, 20_000, 2));
        TraceStep researchers = sampled.step("workforce.parallel_researchers").orElseThrow();
        Percentiles spread = sampled.percentiles(researchers).orElseThrow();
        out.printf(Locale.ROOT, "%.0f to %.0f %s%n", spread.p5(), spread.p95(), researchers.unit());

        // What one kind of chip gets from a model, at 30 tokens per second and stream or more.
        ReplicaRequest request = new ReplicaRequest(new RequestTokens(1024, 1024), 64, Speculation.NONE);
        FrontierStudy study = muster.throughput("llama-3.1-70b", "nvidia-h100-sxm", "fp8", request);
        study.frontier()
                .atLeast(30)
                .ifPresent(point -> out.printf(Locale.ROOT, "%.0f token/s per chip%n", point.throughputPerChip()));

        // Mistakes come all at once, with places and the nearest valid names.
        try {
            muster.estimate("essay-2023", "fleet.shar=50%", "training.duration=1 year of work");
        } catch (BadInput wrong) {
            wrong.problems().forEach(out::println);
        }
    }
}
