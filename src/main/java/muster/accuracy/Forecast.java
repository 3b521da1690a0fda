package muster.accuracy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredGains;
import muster.accuracy.measurement.MeasuredLayout;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.calibration.EngineFactors;
import muster.inference.queue.Served;
import muster.inference.replica.MemoryFootprint;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.ContinuousBatching;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;
import muster.uncertainty.Input;

/**
 * What the step-time model says of measured cases under a calibration. Rows whose batch is not known get the largest that
 * memory and engine allow. Not safe for use by several threads.
 */
public final class Forecast {
    private final Calibration calibration;
    private final Map<List<Object>, Timed> timed = new HashMap<>();
    private final TimeBreakdown causes = new TimeBreakdown();

    /** A setting under the calibration. */
    private record Timed(ModelOnChip setup, StepTime step, EngineFactors engine, MemoryFootprint memory) {}

    public Forecast(Calibration calibration) {
        this.calibration = calibration;
    }

    /** The value that a measurement should have, in its unit; of several layouts that of the fastest. */
    public double value(MeasuredCase one) {
        Timed setting = timed.computeIfAbsent(one.setting(), key -> set(one));
        boolean rate = one.row().metric().isRate();
        double best = rate ? 0 : Double.POSITIVE_INFINITY;
        for (MeasuredLayout layout : one.layouts()) {
            double value = value(one, setting, layout);
            best = rate ? Math.max(best, value) : Math.min(best, value);
        }
        return best;
    }

    /**
     * How many times faster a sequence alone is generated with speculative decoding.
     *
     * <pre>
     * gain = accepted T(1)/(T(checked) + passes (T_draft + pass cost T(1)))
     * </pre>
     *
     * <p>with T the time of a step that carries so many tokens, and T_draft that of a model with the layers of the draft.
     */
    double gain(MeasuredCase one, MeasuredGains.Drafting drafting) {
        Timed setting = timed.computeIfAbsent(one.setting(), key -> set(one));
        Deployment deployment = Deployment.tensor(one.layouts().get(0).tensor(), 1);
        RequestTokens context = one.context();
        double alone = setting.step().mixed(deployment, context, Speculation.NONE, 0, 1, causes);
        double checked = setting.step()
                .mixed(deployment, context, new Speculation(drafting.checked() - 1, 1, 1, 0), 0, 1, causes);
        double draft = drafting.draftLayers() == 0
                ? 0
                : setting.step()
                        .ofLayers(drafting.draftLayers())
                        .mixed(deployment, context, Speculation.NONE, 0, 1, causes);
        double pass = draft + alone * drafting.passCost().map(Input::central).orElse(0.0);
        return FactorPaths.value(drafting.accepted()) * alone / (checked + drafting.passes() * pass);
    }

    /** What a first token that waits for others is made of, on the layout where it comes soonest; nothing beyond saturation. */
    Optional<FirstTokenParts> firstToken(MeasuredCase one) {
        Timed setting = timed.computeIfAbsent(one.setting(), key -> set(one));
        return one.layouts().stream()
                .flatMap(layout ->
                        queue(one, setting, deployment(one.row(), setting, layout, one.context())).parts().stream())
                .min(Comparator.comparingDouble(FirstTokenParts::waitSeconds));
    }

    private Deployment deployment(Measurement row, Timed setting, MeasuredLayout layout, RequestTokens context) {
        boolean apart = row.load() == TrafficPattern.DISAGGREGATED;
        Deployment spread =
                new Deployment(layout.tensor(), false, layout.data(), layout.expert(), layout.pipeline(), 1, apart);
        return spread.with(batch(row, setting, spread, context));
    }

    private Timed set(MeasuredCase one) {
        Problems problems = new Problems();
        EngineFactors engine = calibration.engine(one.row().stack());
        DatedEngine dated = new DatedEngine(one.row().stack(), engine, Optional.empty());
        Place place = one.row().place();
        ModelOnChip setup = ModelOnChip.of(
                        one.architecture(),
                        one.chip(),
                        one.row().chip(),
                        one.encodings(),
                        calibration,
                        dated,
                        place,
                        problems)
                .orElseThrow(() -> new IllegalStateException(problems.sorted().toString()));
        ModelOnChip stored = setup.storing(one.weightBytes());
        StepTime step = new StepTime(stored.shape(), stored.formats(), stored.machine(), stored.constants());
        return new Timed(stored, step, engine, stored.memory());
    }

    private double value(MeasuredCase one, Timed setting, MeasuredLayout layout) {
        Measurement row = one.row();
        RequestTokens context = one.context();
        Deployment deployment = deployment(row, setting, layout, context);
        double batch = deployment.batch();
        if (row.load() == TrafficPattern.ARRIVALS) {
            return queue(one, setting, deployment).arrivals();
        }
        int chips = layout.chips();
        return switch (row.metric()) {
            case TPOT_MS -> 1e3 * secondsPerToken(row, setting, deployment, context, batch - 1);
            case OUTPUT_TOKENS_PER_S_PER_USER -> 1 / secondsPerToken(row, setting, deployment, context, batch - 1);
            case TTFT_MS -> 1e3 * timeToFirstToken(one, setting, deployment);
            case REQUEST_LATENCY_S ->
                prefill(setting, deployment, context)
                        + (context.outputTokens() - 1) * step(setting, deployment, context, row);
            case INPUT_TOKENS_PER_S_PER_CHIP ->
                deployment.sequences() * context.promptTokens() / prefill(setting, deployment, context) / chips;
            case OUTPUT_TOKENS_PER_S_PER_CHIP, OUTPUT_TOKENS_PER_S_TOTAL -> {
                double perChip = switch (row.load()) {
                    case STATIC -> together(row, setting, deployment, context);
                    case SERVED, DISAGGREGATED -> answered(one, setting, deployment) / chips;
                    default ->
                        deployment.sequences() / secondsPerToken(row, setting, deployment, context, batch) / chips;
                };
                yield row.metric() == Metric.OUTPUT_TOKENS_PER_S_TOTAL ? perChip * row.chips() : perChip;
            }
        };
    }

    // Of each data-parallel group: those in flight, as far as they fit.
    private double batch(Measurement row, Timed setting, Deployment spread, RequestTokens context) {
        double most = Math.max(
                1,
                setting.memory().largestBatch(spread, setting.setup().machine().domainChips(), context));
        double asked = row.load() == TrafficPattern.IDLE
                ? 1
                : row.requests().orElse(FactorPaths.value(setting.engine().sequences()) * spread.data())
                        / spread.data();
        return Math.min(asked, most);
    }

    private double secondsPerToken(
            Measurement row, Timed setting, Deployment deployment, RequestTokens context, double others) {
        if (row.load() == TrafficPattern.STATIC) {
            return step(setting, deployment, context, row);
        }
        Speculation speculation = speculation(row);
        // Over all, prompts take their time wherever streams wait for them.
        double interference = row.metric() == Metric.TPOT_MS
                ? FactorPaths.value(setting.engine().interference())
                : 1;
        ContinuousBatching serving = new ContinuousBatching(
                setting.step(),
                interference,
                setting.setup().prefillChunk(),
                FactorPaths.value(setting.engine().chunks()));
        return serving.decode(deployment, context, speculation, others, row.metric() == Metric.TPOT_MS, causes)
                * (1 + speculation.draftTokens() * speculation.draftCost())
                / speculation.tokensPerStep();
    }

    private double step(Timed setting, Deployment deployment, RequestTokens context, Measurement row) {
        Speculation speculation = speculation(row);
        return setting.step().mixed(deployment, context, speculation, 0, 1, causes)
                * (1 + speculation.draftTokens() * speculation.draftCost())
                / speculation.tokensPerStep();
    }

    private static Speculation speculation(Measurement row) {
        int drafted = row.drafted().orElse(0);
        if (drafted == 0) {
            return Speculation.NONE;
        }
        Speculation head = Speculation.predictionHead(drafted);
        return row.acceptance().isPresent() ? head.yielding(row.acceptance().getAsDouble()) : head;
    }

    private double prefill(Timed setting, Deployment deployment, RequestTokens context) {
        return setting.step().prefillBatch(deployment, deployment.batch(), context.promptTokens(), causes);
    }

    private double timeToFirstToken(MeasuredCase one, Timed setting, Deployment deployment) {
        return waits(one.row())
                ? queue(one, setting, deployment).closed().timeToFirstTokenSeconds()
                : setting.step().prefillBatch(deployment, 1, one.context().promptTokens(), causes)
                        + FactorPaths.value(calibration.timeToFirstToken());
    }

    private static boolean waits(Measurement row) {
        return row.load() == TrafficPattern.SERVED || row.load() == TrafficPattern.DISAGGREGATED;
    }

    private QueueForecast queue(MeasuredCase one, Timed setting, Deployment deployment) {
        return new QueueForecast(one, setting.setup(), setting.step(), deployment, speculation(one.row()));
    }

    // Tokens of all answers over the time of a request, by Little's law, in token/s.
    private double answered(MeasuredCase one, Timed setting, Deployment deployment) {
        Measurement row = one.row();
        RequestTokens context = one.context();
        double token = secondsPerToken(row, setting, deployment, context, deployment.batch() - 1);
        Served served = queue(one, setting, deployment).closed();
        double first = served.timeToFirstTokenSeconds() - served.slotSeconds();
        return deployment.sequences() * context.outputTokens() / (first + (context.outputTokens() - 1) * token);
    }

    // A batch that is prefilled and decoded as one, per chip.
    private double together(Measurement row, Timed setting, Deployment deployment, RequestTokens context) {
        double seconds = prefill(setting, deployment, context)
                + context.outputTokens() * step(setting, deployment, context, row);
        return deployment.sequences() * context.outputTokens() / seconds / deployment.chips();
    }
}
