package muster.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Severity;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;

final class ChainTest {
    private final Chain chain = Given.chain();

    @Test
    void aNameIsComputedOnce() {
        Figure a = Given.figure(chain, "a", "2 s");
        a.times(2).as("twice", "", "s");

        assertThatThrownBy(() -> a.times(3).as("twice", "", "s"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Given.figure(chain, "a", "3 s")).isInstanceOf(IllegalStateException.class);
        assertThat(Given.value(chain, "twice")).isEqualTo(4);
    }

    @Test
    void anInputIsRecordedOnceHoweverOftenItIsAskedFor() {
        Input duration = Given.input("training.duration", "8760 h", "day");

        Figure first = chain.input(duration, "T");
        Figure again = chain.input(duration, "T");

        assertThat(again).isSameAs(first);
        assertThat(chain.steps()).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("training.duration");
            assertThat(step.symbol()).isEqualTo("T");
            assertThat(step.value()).isEqualTo(365);
            assertThat(step.unit()).isEqualTo("day");
            assertThat(step.kind()).isEqualTo(TraceStep.Kind.INPUT);
            assertThat(step.expression()).isEmpty();
            assertThat(step.source()).isPresent();
            assertThat(step.place()).contains(Place.argument("training.duration"));
        });
    }

    @Test
    void whatWasAskedForOrLookedAtCountsAsRead() {
        Input used = Given.input("used", "1 s");
        Input looked = Given.input("looked", "2 h");
        Input unused = Given.input("unused", "3 s");

        chain.input(used, "");
        double seconds = chain.look(looked);

        assertThat(seconds).isEqualTo(7200);
        assertThat(chain.read()).containsExactly(used, looked).doesNotContain(unused);
        assertThat(chain.steps()).extracting(TraceStep::name).containsExactly("used");
    }

    @Test
    void stepsStandInTheOrderOfComputation() {
        Figure b = Given.figure(chain, "b", "2 s");
        Figure a = Given.figure(chain, "a", "3 s");
        a.times(b).as("product", "", "s^2");

        assertThat(chain.steps()).extracting(TraceStep::name).containsExactly("b", "a", "product");
        assertThat(chain.columns()).containsOnlyKeys("b", "a", "product");
        assertThat(chain.columns().get("product")).containsExactly(6.0);
    }

    @Test
    void warningsAreKeptInOrderWithCodeAndPlace() {
        Place place = new Place("my.yaml", 3, 5);
        chain.warn("second-rate", place, "shaky");
        chain.warn("first-rate", place, "shakier");

        assertThat(chain.warnings())
                .isEqualTo(List.of(
                        new Diagnostic(Severity.WARNING, "second-rate", place, "shaky"),
                        new Diagnostic(Severity.WARNING, "first-rate", place, "shakier")));
    }
}
