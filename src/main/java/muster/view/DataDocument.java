package muster.view;

import java.util.List;
import java.util.Optional;
import muster.catalog.Edition;
import muster.uncertainty.sampling.PointSet;
import muster.uncertainty.sampling.Sampling;

/**
 * The one form of a document for programs: a head that is the same for every command, and below it {@code results}, a list
 * also where there is one. {@code docs/json.md} has the rule.
 */
public final class DataDocument {
    private final Fields fields;

    private DataDocument(Fields fields) {
        this.fields = fields;
    }

    /**
     * A document without results yet.
     *
     * @param schema the name and version of its form, as {@code estimate/v2}
     * @param catalog the catalog that it was computed from
     */
    public static DataDocument of(String schema, Edition catalog) {
        return new DataDocument(
                Fields.of(schema).text("catalog", catalog.hash()).text("catalog_version", catalog.version()));
    }

    /** The changes of the command line, in order; also where there are none, since the command could have some. */
    public DataDocument set(List<String> settings) {
        fields.texts("set", settings);
        return this;
    }

    /** How inputs were sampled. */
    public DataDocument sampled(Sampling how) {
        return sampled(how.seed(), how.samples(), how.points());
    }

    /** How inputs were sampled: the seed, how many samples, and how the points are spread. */
    public DataDocument sampled(long seed, long samples, PointSet points) {
        fields.count("seed", seed).count("samples", samples).text("points", points.toString());
        return this;
    }

    /** How inputs were sampled, where they were. */
    public DataDocument sampled(Optional<Sampling> how) {
        how.ifPresent(this::sampled);
        return this;
    }

    /** Adds the catalog of a result where it is not that of the head, since a scenario may lay layers of its own. */
    public static Fields ownCatalog(Fields result, Edition head, Edition own) {
        return own.equals(head) ? result : result.text("catalog", own.hash()).text("catalog_version", own.version());
    }

    /** Adds how many samples a result has where they are not those of the head, since each is sampled until it is precise. */
    public static Fields ownSamples(Fields result, Optional<Sampling> head, Optional<Sampling> own) {
        own.filter(how -> !own.equals(head)).ifPresent(how -> result.count("samples", how.samples()));
        return result;
    }

    /** The document with an object for each thing that was asked about. */
    public Data results(List<? extends Data> results) {
        return fields.array("results", results).build();
    }

    /** The document of one thing. */
    public Data result(Fields result) {
        return results(List.of(result.build()));
    }
}
