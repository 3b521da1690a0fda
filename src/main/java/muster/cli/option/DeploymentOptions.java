package muster.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.calibration.Calibration;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.PublishedFormat;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A model on kinds of chips, and what is asked of it. */
public final class DeploymentOptions {
    private static final int MOST_GUESSES = 8;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "The id or alias of a model, or a config.json of Hugging Face.")
    private String model = "";

    @Option(
            names = "--chip",
            split = ",",
            paramLabel = "CHIP",
            description =
                    "The id or alias of a kind of chip, as H200; several side by side; default all of the catalog.")
    private List<String> chips = List.of();

    @Option(
            names = "--formats",
            paramLabel = "FORMATS",
            description =
                    "bf16, fp8, fp4, int4 and so on, or weights=..,activations=..,cache=..; default that in which the model is published.")
    private String formats = PublishedFormat.WORD;

    @Option(
            names = "--context",
            paramLabel = "in=N,out=N",
            description = "Prompt and output tokens of a request; default ${DEFAULT-VALUE}.")
    private String context = "in=1024,out=1024";

    @Option(
            names = "--serial-speed",
            paramLabel = "TOKEN/S",
            description = "The least speed of a stream, as 60 or \"60 token/s\"; the best deployment at it is marked.")
    private @Nullable String serialSpeed;

    @Option(
            names = "--max-replica-chips",
            paramLabel = "N",
            description = "The most chips of one replica; default ${DEFAULT-VALUE}.")
    private int maxReplicaChips = 64;

    @Option(
            names = "--max-time-to-first-token",
            paramLabel = "SECONDS",
            description = "The longest time to first token on an idle replica, as 2 or \"500 ms\"; default any.")
    private @Nullable String firstToken;

    @Option(
            names = "--draft-tokens",
            paramLabel = "N",
            description = "Draft tokens of each step, from a prediction head like that of DeepSeek-R1; default none.")
    private int draftTokens;

    @Option(
            names = "--engine",
            paramLabel = "NAME[@MONTH]",
            description =
                    "The software that serves, as vllm, sglang or tensorrt-llm, and the month that is meant, as vllm@2026-04; default an average one.")
    private String engine = Calibration.AVERAGE;

    @Option(
            names = "--layouts",
            paramLabel = "LAYOUTS",
            description =
                    "Which layouts are tried: ${COMPLETION-CANDIDATES}; as-benchmarked keeps to kinds that measured rows ran, colocated to those of them that prefill on the chips that decode; default ${DEFAULT-VALUE}.")
    private LayoutChoice layouts = LayoutChoice.ANY;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "The step-time model: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TimeModelChoice method = TimeModelChoice.CALIBRATED;

    /** Whether every number is one that can be asked for. */
    public boolean sound() {
        return maxReplicaChips >= 1 && draftTokens >= 0 && draftTokens <= MOST_GUESSES;
    }

    /** Whether something is asked that a rate has other words for, or none. */
    public boolean limited() {
        return serialSpeed != null || firstToken != null || method != TimeModelChoice.CALIBRATED;
    }

    /** The kinds of chips that are named; none where all are meant. */
    public List<Text> chips() {
        return chips.stream()
                .map(String::strip)
                .distinct()
                .map(chip -> Arguments.text("--chip", chip))
                .toList();
    }

    /** What is asked of a kind of chip, or nothing with problems reported. */
    public Optional<FrontierQuery> query(Problems problems) {
        int before = problems.reports();
        OptionalDouble speed =
                Arguments.amount("--serial-speed", serialSpeed, List.of("token/s", "token/s/stream"), problems);
        OptionalDouble seconds = Arguments.amount("--max-time-to-first-token", firstToken, List.of("s"), problems);
        Optional<RequestTokens> lengths = RequestTokens.parse(Arguments.text("--context", context), problems);
        Text first = chips().stream().findFirst().orElseGet(() -> Arguments.text("--model", model));
        return lengths.filter(found -> problems.reports() == before)
                .map(found -> new FrontierQuery(
                        Arguments.text("--model", model),
                        first,
                        Arguments.text("--formats", formats),
                        Arguments.text("--engine", engine),
                        method,
                        request(found, seconds),
                        speed));
    }

    private ReplicaRequest request(RequestTokens lengths, OptionalDouble firstTokenSeconds) {
        Speculation ahead = draftTokens == 0 ? Speculation.NONE : Speculation.predictionHead(draftTokens);
        return new ReplicaRequest(lengths, maxReplicaChips, ahead)
                .timeToFirstTokenWithin(firstTokenSeconds)
                .among(layouts);
    }
}
