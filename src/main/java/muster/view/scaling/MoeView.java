package muster.view.scaling;

import java.util.List;
import muster.scenario.MoeReadings;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Section;
import muster.view.View;

/**
 * A dense model and mixtures of experts in its place.
 *
 * @param readings the models, by what stays the same
 */
public record MoeView(MoeReadings readings) implements View {

    @Override
    public String title() {
        return "muster scale --moe " + readings.experts();
    }

    @Override
    public List<Section> sections(Medium medium) {
        return List.of(rows(), Notes.flush(MoeTable.notes(readings)));
    }

    @Override
    public Grid rows() {
        return MoeTable.grid(readings);
    }

    @Override
    public Data data() {
        return ScaleData.moe(readings);
    }
}
