package muster.view.scaling;

import java.util.ArrayList;
import java.util.List;
import muster.scenario.SizedByLaw;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Section;
import muster.view.View;
import muster.view.figure.StepByStep;

/**
 * A training compute under each law.
 *
 * @param line the laws, above and below the line
 * @param shape whether the shapes of the models are shown in place of their sizes
 * @param explain whether to show every step with its expression and source
 */
public record ScaleView(ScaleLine line, boolean shape, boolean explain) implements View {

    @Override
    public String title() {
        return "muster scale " + line.byLaw().sized().get(0).estimate().scenario();
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<String> notes =
                new ArrayList<>(shape ? ScaleTable.shapeNotes(line.byLaw()) : ScaleTable.notes(line.byLaw()));
        notes.add(line.note());
        List<Section> sections = new ArrayList<>(List.of(line.ruled(table()), Notes.flush(notes)));
        if (explain) {
            line.byLaw().sized().stream()
                    .map(SizedByLaw::estimate)
                    .map(estimate -> StepByStep.of(estimate.scenario(), estimate.steps()))
                    .forEach(sections::add);
        }
        return sections;
    }

    @Override
    public Grid rows() {
        return line.told(table());
    }

    @Override
    public Data data() {
        return ScaleData.laws(line);
    }

    private Grid table() {
        return shape ? ScaleTable.shapes(line.laws()) : ScaleTable.laws(line.laws());
    }
}
