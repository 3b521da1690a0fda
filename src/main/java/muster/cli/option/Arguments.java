package muster.cli.option;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.yaml.Text;
import org.jspecify.annotations.Nullable;

/** What a user wrote after an option, as a text that knows where it stands. */
public final class Arguments {
    private Arguments() {}

    public static Text text(String option, String value) {
        return new Text(value, Place.argument(option + " " + value));
    }

    /** The same of an option that may be left out. */
    public static Optional<Text> given(String option, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> text(option, text));
    }
}
