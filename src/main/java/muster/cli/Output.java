package muster.cli;

import java.util.Locale;

/** The formats of results. */
enum Output {
    TABLE,
    JSON,
    CSV,
    MARKDOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
