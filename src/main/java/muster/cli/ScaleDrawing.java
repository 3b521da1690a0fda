package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.scaling.ComputeRange;
import muster.scaling.loss.LossSurface;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.view.scaling.ScaleChart;

/** What {@code muster scale --chart} draws. */
final class ScaleDrawing {
    /** Of so many doublings of the best size each way losses are told. */
    static final int OCTAVES = 4;

    // Points of a doubling that make a line look smooth.
    private static final int SMOOTH = 8;
    // The laws whose lines can be told apart in one picture.
    private static final List<String> DRAWN = List.of(
            "besiroglu",
            "tokens-per-parameter",
            "hoffmann-tex",
            "kaplan-2020",
            "llama-3",
            "deepseek-llm",
            "muennighoff");

    private ScaleDrawing() {}

    /** Losses over sizes, of the compute and of some that are smaller. */
    static String isoFlop(SizedByLaw law, LossSurface loss) {
        List<IsoFlop> profiles = new ArrayList<>();
        for (double part = 1e-3; part <= 1; part *= 10) {
            profiles.add(IsoFlop.of(law.id(), loss, law.flop() * part, OCTAVES, SMOOTH));
        }
        return ScaleChart.isoFlop(profiles);
    }

    /** Sizes over compute. */
    static String frontier(List<SizedByLaw> sized, boolean named, Optional<ComputeRange> range) {
        List<SizedByLaw> drawn = named
                ? sized
                : sized.stream().filter(law -> DRAWN.contains(law.id())).toList();
        ComputeRange ends =
                range.orElseGet(() -> ComputeRange.around(sized.get(0).flop()));
        return ScaleChart.frontier(drawn, ends.low(), ends.high());
    }
}
