package muster.view.allocation;

import java.util.ArrayList;
import java.util.List;
import muster.allocation.search.NothingDone;
import muster.unit.NumberText;
import muster.view.Data;
import muster.view.Fields;
import muster.view.Paragraph;
import muster.view.Preformatted;
import muster.view.Section;

/**
 * Why the best plan does nothing, and what would make it do something.
 *
 * @param result an allocation whose best plan is worth nothing
 * @param why the reason
 */
record Idleness(AllocationResult result, NothingDone why) {
    private static final int DIGITS = 4;

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Paragraph.of(
                "%s: nothing is done: %s".formatted(result.estimate().scenario(), reason())));
        if (why.servable().isEmpty()) {
            sections.add(new Preformatted(result.section().refusals()));
        }
        why.shortfalls().forEach(shortfall -> sections.add(Shortfalls.lines(shortfall)));
        if (!why.lifted().isEmpty()) {
            sections.add(new Preformatted(why.lifted().stream().map(this::words).toList()));
        }
        return sections;
    }

    /** The reason in a sentence. */
    String reason() {
        if (why.servable().isEmpty()) {
            return "no chip serves any model as it is asked";
        }
        return result.allocated().situation().existing().stream().anyMatch(why.servable()::contains)
                ? "what there is of %s serves no one".formatted(String.join(", ", limits()))
                : "no model that a chip serves is there from the start, and none can be trained in time to serve";
    }

    private List<String> limits() {
        return why.lifted().isEmpty()
                ? List.of("chips and supervisors")
                : why.lifted().stream().map(NothingDone.Lifted::limit).toList();
    }

    private String words(NothingDone.Lifted lifted) {
        return "without the limit of %s %s the best plan takes %s %s and is worth %s %s: %s for each %s more"
                .formatted(
                        NumberText.rounded(lifted.given(), DIGITS),
                        lifted.unit(),
                        NumberText.rounded(lifted.taken(), DIGITS),
                        lifted.unit(),
                        NumberText.rounded(lifted.worth(), DIGITS),
                        WorthUnit.words(result.allocated().situation()),
                        NumberText.rounded(lifted.price(), DIGITS),
                        lifted.unit());
    }

    /** What limits it, with the price of each, as data. */
    List<Data> lifted() {
        return why.lifted().stream().map(Idleness::data).toList();
    }

    private static Data data(NothingDone.Lifted lifted) {
        return new Fields()
                .text("limit", lifted.limit())
                .text("unit", lifted.unit())
                .number("given", lifted.given())
                .number("taken", lifted.taken())
                .number("worth", lifted.worth())
                .number("price", lifted.price())
                .build();
    }
}
