package muster.model.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.document.Otherwise;

/**
 * Attention to a window and to a compressed memory of all before, each entry of which stands for a run of tokens (DeepSeek V4). One
 * head of keys that are also its values serves all query heads. Heavily compressed (HCA), runs are long and all entries are looked
 * at; compressed sparse (CSA), runs are short and overlap, and an index chooses the entries.
 *
 * <pre>
 * parameters = D q + q H d + D d + H d o + g o D + compressor + index
 * compressor = 2 D d + m d (all entries),  4 D d + 2 m d and index 4 D i + 2 m i + q J i + D J (chosen entries)
 * elements = d min(S, W) + (d + i) S/m,  FLOP of a new token = 4 H d (min(S, W) + min(S/m, k)) + 2 J i S/m
 * </pre>
 *
 * <p>with H heads of width d over queries of rank q, g groups of heads whose output is projected to a rank o, runs of m tokens, and J heads
 * of an index of width i.
 *
 * @param heads query heads, H
 * @param headDim the width of a head, d
 * @param queryRank the width that queries are compressed to, q
 * @param outputGroups groups of heads that are projected together, g
 * @param outputRank the width that each group is projected to, o
 * @param window how many of the last tokens are looked at as they are, W
 * @param run tokens that an entry of the memory stands for, m; 0 where there is a window only
 * @param index what chooses entries; its {@code top} counts entries
 */
public record CompressedAttention(
        int heads,
        int headDim,
        int queryRank,
        int outputGroups,
        int outputRank,
        int window,

        @Otherwise(value = "0", because = "the layer has a window only")
        int run,

        Optional<TokenIndex> index)
        implements Attention, Mixer {

    public CompressedAttention {
        ShapeChecks.positive(
                "heads",
                heads,
                "head_dim",
                headDim,
                "query_rank",
                queryRank,
                "output_rank",
                outputRank,
                "window",
                window);
        ShapeChecks.divides("output_groups", outputGroups, "heads", heads);
        if (index.isPresent() && run == 0) {
            throw new IllegalArgumentException("an index needs a run, the tokens that an entry stands for");
        }
    }

    @Override
    public int cacheUnits() {
        return 1;
    }

    @Override
    public boolean headsShareCache() {
        return true;
    }

    @Override
    public String cacheName() {
        return "window and compressed cache";
    }

    private double queries() {
        return (double) heads * headDim;
    }

    private double grouped() {
        return (double) outputGroups * outputRank;
    }

    // Values and scores of the entries; of two runs where these overlap.
    private double compressor(double dim) {
        return run == 0 ? 0 : (index.isPresent() ? 4 : 2) * dim;
    }

    private double indexCompressor() {
        return index.map(chosen -> 4.0 * chosen.dim() + chosen.heads()).orElse(0.0);
    }

    @Override
    public double parameters(int width) {
        double positions = run * (index.isPresent() ? 2.0 : 1) * headDim
                + index.map(chosen -> 2.0 * run * chosen.dim()).orElse(0.0);
        double small = queryRank + headDim + heads;
        return projections(width).stream().mapToDouble(WeightMatrix::parameters).sum() + positions + small;
    }

    @Override
    public double indexParameters(int width) {
        return width * indexCompressor()
                + index.map(chosen -> queryRank * chosen.queryOutputs() + 2.0 * run * chosen.dim())
                        .orElse(0.0);
    }

    @Override
    public String kind() {
        return run == 0
                ? "window of %s".formatted(window)
                : "compressed, entries of %s tokens%s".formatted(run, index.isPresent() ? " chosen by an index" : "");
    }

    @Override
    public List<WeightMatrix> projections(int width) {
        Extent stream = Extent.ofWidth(width);
        Extent down = Extent.whole(queryRank + headDim + compressor(headDim) + indexCompressor());
        Stream<WeightMatrix> scorer = index.stream()
                .map(chosen ->
                        WeightMatrix.of("index queries", Extent.whole(chosen.queryOutputs()), Extent.whole(queryRank)));
        return Stream.concat(
                        Stream.of(
                                WeightMatrix.of("down-projections and compressor", down, stream),
                                WeightMatrix.of("queries", Extent.split(queries()), Extent.whole(queryRank)),
                                WeightMatrix.of("output of groups", Extent.whole(outputRank), Extent.split(queries())),
                                WeightMatrix.of("attention output", stream, Extent.split(grouped()))),
                        scorer)
                .toList();
    }

    private double entries(double tokens) {
        return run == 0 ? 0 : tokens / run;
    }

    private double most() {
        return index.map(TokenIndex::most).orElse(0.0);
    }

    @Override
    public double cachePerToken() {
        return headDim + entries(headDim);
    }

    @Override
    public double cacheElements(double contextTokens) {
        return headDim * (Math.min(contextTokens, window) + entries(contextTokens));
    }

    @Override
    public double cacheRead(double contextTokens) {
        return headDim * (Math.min(contextTokens, window) + Seen.after(entries(contextTokens), most()));
    }

    /** Groups of heads that are projected together are divided without copies. */
    @Override
    public boolean divides(int chips) {
        return outputGroups % chips == 0;
    }

    @Override
    public double ranked(double contextTokens) {
        return entries(contextTokens);
    }

    @Override
    public double decodeFlop(double contextTokens) {
        double seen = Math.min(contextTokens, window) + Seen.after(entries(contextTokens), most());
        return 4 * queries() * seen + indexFlop(contextTokens);
    }

    @Override
    public double prefillFlop(double promptTokens) {
        double seen = Seen.mean(promptTokens, window) + Seen.mean(entries(promptTokens), most());
        return 4 * queries() * seen + indexFlop(promptTokens) / 2;
    }
}
