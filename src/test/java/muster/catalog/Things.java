package muster.catalog;

import java.util.List;
import java.util.Optional;
import muster.document.CatalogEntry;
import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.document.yaml.Text;
import muster.uncertainty.Input;

/** Kinds of entries for the tests of the catalog. */
final class Things {
    static final EntryKind<Thing> THING = new EntryKind<>("thing/v1", "things", Thing.class);
    static final EntryKind<Other> OTHER = new EntryKind<>("other/v1", "others", Other.class);
    static final List<EntryKind<?>> KINDS = List.of(THING, OTHER);

    private Things() {}

    record Thing(@In("B") Input mass, Optional<Text> colour, Optional<Parts> parts, Optional<Beside> beside) {}

    record Parts(Optional<Text> left, Optional<Text> right) {}

    record Other(Optional<Text> note) {}

    @Choice
    @CatalogEntry("other/v1")
    sealed interface Beside permits Noted {}

    @When(key = "note")
    record Noted(Text note) implements Beside {}

    static String thing(String id, String mass) {
        return "schema: thing/v1\nid: %s\nmass: %s\n".formatted(id, mass);
    }
}
