package muster.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import muster.catalog.BuiltIn;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.hardware.Chip;
import muster.inference.Calibration;
import muster.inference.Causes;
import muster.inference.Context;
import muster.inference.Deployment;
import muster.inference.Encodings;
import muster.inference.Engine;
import muster.inference.Frontier;
import muster.inference.Method;
import muster.inference.Request;
import muster.inference.Setup;
import muster.inference.Speculation;
import muster.inference.TimeModel;
import muster.model.Architecture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of a step and of a frontier, for a model without and one with experts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrontierBenchmark {
    private static final Context LENGTHS = new Context(1024, 1024);
    private static final Place ASKED = Place.argument("benchmark");

    private final Setup dense = setup("llama-3.1-405b");
    private final Setup experts = setup("deepseek-v3");
    private final TimeModel denseTime = Method.CALIBRATED.of(dense);
    private final TimeModel expertsTime = Method.CALIBRATED.of(experts);
    private final Deployment denseReplica = Deployment.tensor(8, 64);
    private final Deployment expertsReplica = new Deployment(1, false, 8, 8, 1, 64, false);
    private final Causes causes = new Causes();

    private static Setup setup(String model) {
        Shelf shelf = new Shelf(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
        Problems problems = new Problems();
        return Setup.of(
                        shelf.get(Architecture.KIND, new Text(model, ASKED), problems).orElseThrow(),
                        shelf.get(Chip.KIND, new Text("nvidia-h200-sxm", ASKED), problems).orElseThrow(),
                        "nvidia-h200-sxm",
                        Encodings.parse(new Text("fp8", ASKED), problems).orElseThrow(),
                        shelf.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow(),
                        Engine.AVERAGE,
                        ASKED,
                        problems)
                .orElseThrow();
    }

    /** One deployment of Llama 3.1 405B. */
    @Benchmark
    public double stepOfDenseModel() {
        return denseTime.generate(denseReplica, LENGTHS, Speculation.NONE, causes);
    }

    /** One deployment of DeepSeek V3. */
    @Benchmark
    public double stepOfExperts() {
        return expertsTime.generate(expertsReplica, LENGTHS, Speculation.NONE, causes);
    }

    /** The frontier of Llama 3.1 405B on replicas of up to 64 chips. */
    @Benchmark
    public Frontier frontierOfDenseModel() {
        return Frontier.search(denseTime, dense, new Request(LENGTHS, 64, Speculation.NONE), 0.7);
    }

    /** The frontier of DeepSeek V3 on replicas of up to 64 chips. */
    @Benchmark
    public Frontier frontierOfExperts() {
        return Frontier.search(expertsTime, experts, new Request(LENGTHS, 64, Speculation.NONE), 0.7);
    }
}
