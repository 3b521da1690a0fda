package muster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import muster.catalog.Edition;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Document;
import muster.document.Text;
import muster.document.TextFile;
import muster.document.YamlReader;
import muster.hardware.Chip;
import muster.inference.Calibration;
import muster.inference.Context;
import muster.inference.Frontier;
import muster.inference.Method;
import muster.inference.Request;
import muster.inference.Setup;
import muster.inference.Speculation;
import muster.inference.Study;
import muster.model.Architecture;
import muster.model.HuggingFace;
import muster.view.serving.FrontierChart;
import muster.view.serving.ThroughputView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster throughput}: the frontier of serial speed against throughput of a model on a kind of chip. */
@Command(
        name = "throughput",
        description =
                "How fast a kind of chip serves a model: serial speed against throughput, and what takes the time.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

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
            description = "Tokens that a request reads and generates; default ${DEFAULT-VALUE}.")
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
            description = "The longest time to the first token on an idle replica; default any.")
    private @Nullable Double firstToken;

    @Option(
            names = "--guess",
            paramLabel = "N",
            description =
                    "Tokens guessed ahead of each step by a prediction head like that of DeepSeek-R1; default none.")
    private int guesses;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "The software that serves, as vllm, sglang or tensorrt-llm; default an average one.")
    private String engine = Calibration.AVERAGE;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "The model of time: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Method method = Method.CALIBRATED;

    @Option(names = "--explain", description = "Shows what takes the time of a token.")
    private boolean explain;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Also draws the frontier to a file.")
    private @Nullable Path chart;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        Optional<Study> found = study(shelf, problems);
        problems.orThrow();
        Study study = found.orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        Edition edition = shelf.edition();
        if (study.frontier().points().isEmpty()) {
            spec.commandLine().getErr().println(ThroughputView.nothing(study));
            return Exit.FAILED;
        }
        if (chart != null) {
            WholeFile.write(chart, FrontierChart.svg(study, edition), problems);
            problems.orThrow();
        }
        format.print(new ThroughputView(study, explain, edition), out);
        if (study.best().isEmpty()) {
            spec.commandLine().getErr().println(ThroughputView.tooSlow(study));
            return Exit.FAILED;
        }
        return Exit.GOOD;
    }

    private Optional<Study> study(Shelf shelf, Problems problems) {
        Context lengths = lengths();
        if (maxReplicaChips < 1
                || guesses < 0
                || guesses > 8
                || (serialSpeed != null && !(serialSpeed > 0))
                || (firstToken != null && !(firstToken > 0))) {
            throw usage(
                    "--max-replica-chips, --serial-speed and --max-time-to-first-token are above 0, and --guess is from 0 to 8");
        }
        Text type = named("--chip", chip);
        return Setup.find(
                        shelf,
                        architecture(shelf, problems),
                        type,
                        named("--formats", formats),
                        named("--engine", engine),
                        problems)
                .flatMap(
                        setup -> shelf.get(Chip.KIND, type, problems).map(hardware -> study(setup, hardware, lengths)));
    }

    private Study study(Setup setup, Chip hardware, Context lengths) {
        Request request = new Request(
                        lengths, maxReplicaChips, guesses == 0 ? Speculation.NONE : Speculation.predictionHead(guesses))
                .firstTokenWithin(firstToken == null ? OptionalDouble.empty() : OptionalDouble.of(firstToken));
        return new Study(
                        model,
                        chip,
                        method.toString(),
                        setup,
                        request,
                        Frontier.search(
                                method.of(setup),
                                setup,
                                request,
                                setup.calibration().promptLoad()),
                        serialSpeed == null ? OptionalDouble.empty() : OptionalDouble.of(serialSpeed),
                        Study.rent(hardware),
                        Study.power(hardware),
                        List.of())
                .probed(method.of(setup));
    }

    private Optional<Architecture> architecture(Shelf shelf, Problems problems) {
        return model.endsWith(".json")
                ? TextFile.read(Path.of(model), problems).flatMap(text -> imported(text, problems))
                : shelf.get(Architecture.KIND, named("--model", model), problems);
    }

    // JSON is YAML with other habits, and the YAML reader knows the place of everything.
    private Optional<Architecture> imported(String json, Problems problems) {
        List<Document> documents = YamlReader.read(model, json.replace('\t', ' '), problems);
        if (documents.isEmpty() && problems.none()) {
            problems.error("empty", new Place(model, 1, 1), "there is nothing in this file");
        }
        return documents.stream()
                .findFirst()
                .filter(document -> problems.none())
                .flatMap(document -> HuggingFace.architecture(document.root(), problems));
    }

    private static Text named(String option, String value) {
        return new Text(value, Place.argument(option + " " + value));
    }

    // in=1024,out=256
    private Context lengths() {
        List<Double> parts = new ArrayList<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("in=(\\d{1,9}),\\s*out=(\\d{1,9})")
                .matcher(context);
        if (matcher.matches()) {
            parts.add(Double.valueOf(matcher.group(1)));
            parts.add(Double.valueOf(matcher.group(2)));
        }
        if (parts.isEmpty() || parts.contains(0.0)) {
            throw usage("--context is in=N,out=N in tokens above 0, as in=1024,out=256, and not " + context);
        }
        return new Context(parts.get(0), parts.get(1));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
