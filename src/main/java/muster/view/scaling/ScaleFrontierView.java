package muster.view.scaling;

import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.SizedByLaw;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Section;
import muster.view.View;

/**
 * The best model of each compute under each law.
 *
 * @param sized the laws
 * @param computes the computes, in FLOP
 */
public record ScaleFrontierView(List<SizedByLaw> sized, List<Double> computes) implements View {

    public ScaleFrontierView {
        sized = List.copyOf(sized);
        computes = List.copyOf(computes);
    }

    @Override
    public String title() {
        return sized.stream().map(SizedByLaw::id).collect(Collectors.joining(", ", "muster scale --frontier ", ""));
    }

    @Override
    public List<Section> sections(Medium medium) {
        return List.of(rows());
    }

    @Override
    public Grid rows() {
        return ScaleTable.frontier(sized, computes);
    }

    @Override
    public Data data() {
        return ScaleData.frontier(sized, computes);
    }
}
