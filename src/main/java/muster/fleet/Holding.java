package muster.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.document.Text;
import muster.uncertainty.Input;

/**
 * So many chips of one kind.
 *
 * @param chip the id of the kind
 * @param count how many
 */
record Holding(Text chip, Input count) {

    /** The sum of what each chip has times how many there are; nothing where any of them is not known. */
    static Optional<Rate> sum(List<Holding> holdings, Function<Text, Optional<Input>> perChip) {
        return holdings.stream()
                .map(holding -> perChip.apply(holding.chip())
                        .<Rate>map(each ->
                                chain -> chain.input(holding.count(), "").times(chain.input(each, ""))))
                .reduce((a, b) -> a.flatMap(first -> b.map(first::plus)))
                .flatMap(Function.identity());
    }
}
