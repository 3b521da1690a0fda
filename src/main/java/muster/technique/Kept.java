package muster.technique;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Text;
import muster.document.When;
import muster.scaling.NumberFormats;
import muster.scaling.QualityLaw;
import muster.uncertainty.Input;

/** How the part of a model's size is known that is left in a number format. */
@Choice
sealed interface Kept {

    /** Looks up what it names. */
    Optional<Known> resolve(NumberFormat format, Shelf shelf, Problems problems);

    /**
     * The part that is left.
     *
     * @param part with N parameters the loss is that of a plain model of {@code part N}
     * @param ground where it is from
     */
    record Known(double part, Input ground) {}

    /**
     * A stated part.
     *
     * @param kept with N parameters the loss is that of a plain model of {@code kept N}
     */
    @When(key = "kept")
    record Stated(@In("1") Input kept) implements Kept {
        @Override
        public Optional<Known> resolve(NumberFormat format, Shelf shelf, Problems problems) {
            return Optional.of(new Known(kept.central(), kept));
        }
    }

    /**
     * A part by a law of number formats, from the bits of each number without its part of the scales.
     *
     * @param law the law
     */
    @When(key = "law")
    record ByLaw(Text law) implements Kept {
        @Override
        public Optional<Known> resolve(NumberFormat format, Shelf shelf, Problems problems) {
            return shelf.bind(QualityLaw.KIND, law, "law", problems).flatMap(found -> {
                if (found instanceof NumberFormats formats) {
                    return Optional.of(new Known(format.keptBy(formats.central()), ground(formats, format)));
                }
                problems.error(
                        "unlike-law",
                        law.place(),
                        "%s is no law of number formats. Maybe kumar-formats?".formatted(law.value()));
                return Optional.empty();
            });
        }

        private static Input ground(NumberFormats formats, NumberFormat format) {
            return (format.weights().isPresent() ? formats.weights() : formats.cache()).bits();
        }
    }
}
