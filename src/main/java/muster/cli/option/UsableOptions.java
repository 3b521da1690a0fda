package muster.cli.option;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.query.FleetQuery;
import muster.inference.replica.ReplicaRequest;
import muster.inference.serving.UsableFleet;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a fleet is to serve. */
public final class UsableOptions {
    // Prompt tokens of a request, and as many output tokens.
    private static final double LENGTH = 1024;

    @Option(
            names = "--usable-for",
            paramLabel = "MODEL",
            description = "Which part of the fleet can serve a model, and why the rest cannot.")
    private @Nullable String usableFor;

    @Option(
            names = "--max-replica-chips",
            paramLabel = "K",
            description = "With --usable-for: the most chips of a replica; default ${DEFAULT-VALUE}.")
    private int maxReplicaChips = 1024;

    @Option(
            names = "--formats",
            paramLabel = "FORMATS",
            description =
                    "With --usable-for: how the model is stored and multiplied, as fp8; chips that cannot multiply so do at 16 bits. Default ${DEFAULT-VALUE}.")
    private String formats = "fp8";

    /** The model, where one is named. */
    public Optional<Text> model() {
        return Arguments.given("--usable-for", usableFor);
    }

    public boolean sound() {
        return usableFor == null || maxReplicaChips >= 1;
    }

    /** The part of a fleet that can serve a model, or nothing with problems reported. */
    public Optional<UsableFleet> of(FleetQuery query, Text model, Catalog catalog, Problems problems) {
        ReplicaRequest request =
                new ReplicaRequest(new RequestTokens(LENGTH, LENGTH), maxReplicaChips, Speculation.NONE);
        return UsableFleet.of(query, model, Arguments.text("--formats", formats), request, catalog, problems);
    }
}
