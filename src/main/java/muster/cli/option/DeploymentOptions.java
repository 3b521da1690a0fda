package muster.cli.option;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Problems;
import muster.inference.calibration.Calibration;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A model on a kind of chip, and what is asked of it. */
public final class DeploymentOptions {
    private static final int MOST_GUESSES = 8;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "The id of a model, or a config.json of Hugging Face.")
    private String model = "";

    @Option(names = "--chip", required = true, paramLabel = "CHIP", description = "The id of a kind of chip.")
    private String chip = "";

    @Option(
            names = "--formats",
            paramLabel = "FORMATS",
            description = "bf16, fp8, fp4, int4 and so on, or weights=..,activations=..,cache=..; default bf16.")
    private String formats = "bf16";

    @Option(
            names = "--context",
            paramLabel = "in=N,out=N",
            description = "Prompt and output tokens of a request; default ${DEFAULT-VALUE}.")
    private String context = "in=1024,out=1024";

    @Option(
            names = "--serial-speed",
            paramLabel = "TOKEN/S",
            description = "The least speed of a stream; the best deployment at it is marked.")
    private @Nullable Double serialSpeed;

    @Option(
            names = "--max-replica-chips",
            paramLabel = "N",
            description = "The most chips of one replica; default ${DEFAULT-VALUE}.")
    private int maxReplicaChips = 64;

    @Option(
            names = "--max-time-to-first-token",
            paramLabel = "SECONDS",
            description = "The longest time to first token on an idle replica; default any.")
    private @Nullable Double firstToken;

    @Option(
            names = "--draft-tokens",
            paramLabel = "N",
            description = "Draft tokens of each step, from a prediction head like that of DeepSeek-R1; default none.")
    private int draftTokens;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "The software that serves, as vllm, sglang or tensorrt-llm; default an average one.")
    private String engine = Calibration.AVERAGE;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "The step-time model: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TimeModelChoice method = TimeModelChoice.CALIBRATED;

    /** Whether every number is one that can be asked for. */
    public boolean sound() {
        return maxReplicaChips >= 1
                && draftTokens >= 0
                && draftTokens <= MOST_GUESSES
                && (serialSpeed == null || serialSpeed > 0)
                && (firstToken == null || firstToken > 0);
    }

    /** What is asked, or nothing with problems reported. */
    public Optional<FrontierQuery> query(Problems problems) {
        return RequestTokens.parse(Arguments.text("--context", context), problems)
                .map(lengths -> new FrontierQuery(
                        Arguments.text("--model", model),
                        Arguments.text("--chip", chip),
                        Arguments.text("--formats", formats),
                        Arguments.text("--engine", engine),
                        method,
                        request(lengths),
                        number(serialSpeed)));
    }

    private ReplicaRequest request(RequestTokens lengths) {
        Speculation ahead = draftTokens == 0 ? Speculation.NONE : Speculation.predictionHead(draftTokens);
        return new ReplicaRequest(lengths, maxReplicaChips, ahead).timeToFirstTokenWithin(number(firstToken));
    }

    private static OptionalDouble number(@Nullable Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }
}
