package muster.fleet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.Keywords;
import muster.document.yaml.Text;
import muster.fleet.chips.H100eBasis;

/**
 * How chips are counted as H100.
 *
 * @param basis what is compared
 * @param asRated whether H100e as the source rates its chips are what is asked for
 */
public record H100eCount(H100eBasis basis, boolean asRated) {
    private static final String EPOCH = "epoch";

    /** On the 8-bit basis, by the rates of the catalog. */
    static final H100eCount STANDARD = new H100eCount(H100eBasis.EIGHT_BIT, false);

    /** What a text names: a basis, or {@code epoch} for the rating of the source; or nothing with a problem reported. */
    public static Optional<H100eCount> parse(Text text, Problems problems) {
        if (text.value().equals(EPOCH)) {
            return Optional.of(new H100eCount(H100eBasis.EIGHT_BIT, true));
        }
        List<String> names = new ArrayList<>(List.of(EPOCH));
        names.addAll(Keywords.names(H100eBasis.values()));
        return Keywords.of(text, H100eBasis.values(), names, problems).map(basis -> new H100eCount(basis, false));
    }

    /** Whether H100e as the source rates its chips can stand beside these. */
    boolean besideRated() {
        return asRated || basis == H100eBasis.EIGHT_BIT;
    }

    /** The name of a measure in an answer: {@code h100e} is as was asked for, any other names its basis. */
    public String name(Measure measure) {
        return switch (measure) {
            case H100E -> asRated ? "h100e_8_bit" : "h100e";
            case H100E_AS_RATED -> asRated ? "h100e" : "h100e_epoch";
            default -> measure.toString();
        };
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return asRated ? EPOCH : basis.toString();
    }
}
