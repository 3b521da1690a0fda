package muster.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.RequestTokens;
import muster.inference.step.Deployment;
import muster.inference.replica.Encodings;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Frontier;
import muster.inference.replica.TimeModelChoice;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.Speculation;
import muster.inference.step.TimeModel;
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
    private static final RequestTokens LENGTHS = new RequestTokens(1024, 1024);
    private static final Place ASKED = Place.argument("benchmark");

    private final ModelOnChip dense = setup("llama-3.1-405b");
    private final ModelOnChip experts = setup("deepseek-v3");
    private final TimeModel denseTime = TimeModelChoice.CALIBRATED.of(dense);
    private final TimeModel expertsTime = TimeModelChoice.CALIBRATED.of(experts);
    private final Deployment denseReplica = Deployment.tensor(8, 64);
    private final Deployment expertsReplica = new Deployment(1, false, 8, 8, 1, 64, false);
    private final TimeBreakdown causes = new TimeBreakdown();

    private static ModelOnChip setup(String model) {
        Catalog catalog = new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
        Problems problems = new Problems();
        return ModelOnChip.of(
                        catalog.get(Architecture.KIND, new Text(model, ASKED), problems).orElseThrow(),
                        catalog.get(Chip.KIND, new Text("nvidia-h200-sxm", ASKED), problems).orElseThrow(),
                        "nvidia-h200-sxm",
                        Encodings.parse(new Text("fp8", ASKED), problems).orElseThrow(),
                        catalog.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow(),
                        DatedEngine.AVERAGE,
                        ASKED,
                        problems)
                .orElseThrow();
    }

    /** One deployment of Llama 3.1 405B. */
    @Benchmark
    public double stepOfDenseModel() {
        return denseTime.decode(denseReplica, LENGTHS, Speculation.NONE, causes);
    }

    /** One deployment of DeepSeek V3. */
    @Benchmark
    public double stepOfExperts() {
        return expertsTime.decode(expertsReplica, LENGTHS, Speculation.NONE, causes);
    }

    /** The frontier of Llama 3.1 405B on replicas of up to 64 chips. */
    @Benchmark
    public Frontier frontierOfDenseModel() {
        return Frontier.search(denseTime, dense, new ReplicaRequest(LENGTHS, 64, Speculation.NONE), 0.7);
    }

    /** The frontier of DeepSeek V3 on replicas of up to 64 chips. */
    @Benchmark
    public Frontier frontierOfExperts() {
        return Frontier.search(expertsTime, experts, new ReplicaRequest(LENGTHS, 64, Speculation.NONE), 0.7);
    }
}
