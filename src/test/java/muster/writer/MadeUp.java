package muster.writer;

import java.util.List;
import java.util.Set;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Fields;
import muster.view.Flow;
import muster.view.Grid;
import muster.view.Listing;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Piece;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.Tone;
import muster.view.View;
import muster.view.Words;

/**
 * A view of nothing that exists.
 *
 * @param title what it is
 * @param sections what every medium shows
 * @param rows its rows
 * @param data its values
 */
record MadeUp(String title, List<Section> sections, Grid rows, Data data) implements View {

    static MadeUp of(Section... sections) {
        return new MadeUp(
                "made up", List.of(sections), Grid.of(List.of("a"), List.of(), Set.of()), new Fields().build());
    }

    static MadeUp ofRows(Grid rows) {
        return new MadeUp("made up", List.of(), rows, Data.NOTHING);
    }

    static MadeUp ofData(Data data) {
        return new MadeUp("made up", List.of(), Grid.of(List.of("a"), List.of(), Set.of()), data);
    }

    @Override
    public List<Section> sections(Medium medium) {
        return sections;
    }

    /** A section of every kind, in which a browser or a terminal would find orders if it read them as such. */
    static MadeUp hostile() {
        String evil = "\u001B[2J\u009B31m\u202E<script>alert('1')</script> & \"quoted\" <img src=x onerror=alert(2)>";
        Words words = Words.of(evil).strong(evil).code(evil).small(evil).with(Piece.Style.SYMBOL, evil, "x\"><b>");
        return new MadeUp(
                evil,
                List.of(
                        Paragraph.of(words),
                        new Notes(List.of(words), Tone.WARNING, false),
                        Grid.ofWords(List.of(evil), List.of(List.of(words)), Set.of())
                                .ruled(0, evil),
                        new Chapter(Rank.HEADING, words, "x\"><b>", List.of(Preformatted.of(evil))),
                        Chapter.of(Rank.CAPTION, words, Paragraph.of(evil)),
                        new Flow(List.of(new Flow.Stage(evil, List.of(words), List.of(words)))),
                        new Listing(List.of(new Listing.Line("'><b>", words)))),
                Grid.of(List.of(evil), List.of(List.of(evil)), Set.of()),
                Data.text(evil));
    }
}
