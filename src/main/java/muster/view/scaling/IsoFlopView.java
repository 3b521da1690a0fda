package muster.view.scaling;

import java.util.List;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * Models of one compute under one law.
 *
 * @param law the law, with the best model
 * @param models the models
 */
public record IsoFlopView(SizedByLaw law, IsoFlop models) implements View {

    @Override
    public String title() {
        return "muster scale --isoflop --law " + law.id();
    }

    @Override
    public List<Section> sections(Medium medium) {
        return List.of(Paragraph.of("%s: %s".formatted(law.id(), law.title())), rows());
    }

    @Override
    public Grid rows() {
        return ScaleTable.isoFlop(models);
    }

    @Override
    public Data data() {
        return ScaleData.isoFlop(law, models);
    }
}
