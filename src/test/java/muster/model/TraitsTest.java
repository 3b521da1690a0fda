package muster.model;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixed;
import org.junit.jupiter.api.Test;

/** Kinds of shapes, read off their records. */
final class TraitsTest {
    private static final int RUNS = 500;

    private static Shape llama() {
        return Shape.dense(80, 8192, 64, 8, 128, 28672, 128256);
    }

    @Test
    void aPlainDenseModelIsGroupedAndGated() {
        assertThat(Traits.of(llama())).containsExactly("attention=grouped", "feed_forward.gated", "feed_forward=dense");
    }

    @Test
    void layersOfAnotherKindAreATrait() {
        Attention.Grouped linear = new Attention.Grouped(
                64,
                8,
                128,
                Attention.Biases.NONE,
                Attention.HeadNorm.ALL_HEADS,
                true,
                false,
                Optional.of(new Mixed.Linear(15, 16, 64, 128, 128, 4)));

        assertThat(Traits.of(llama().with(linear)))
                .contains("attention.mixed=linear", "attention.norm=all-heads", "attention.sinks")
                .doesNotContain("attention.gated", "attention.biases=none");
        assertThat(Traits.of(llama().with(new Attention.Latent(128, 1536, 512, 64, 128, 128))))
                .contains("attention=latent")
                .doesNotContain("attention=grouped");
    }

    // What differs in number alone is of one kind; what differs in kind is not.
    @Test
    void numbersAreNoTraits() {
        forAll(
                184,
                RUNS,
                draws -> {
                    int kvHeads = draws.whole(1, 16);
                    Shape dense = Shape.dense(
                            draws.whole(1, 400),
                            draws.whole(1, 60_000),
                            kvHeads * draws.whole(1, 16),
                            kvHeads,
                            draws.whole(1, 256),
                            draws.whole(1, 200_000),
                            draws.whole(1, 300_000));
                    return dense.with(new FeedForward.Experts(
                            256,
                            draws.whole(1, 256),
                            draws.whole(1, 9999),
                            draws.whole(0, 4),
                            0,
                            0,
                            true,
                            false,
                            draws.whole(0, 1) == 1,
                            false));
                },
                shape -> {
                    boolean biased = shape.feedForward() instanceof FeedForward.Experts experts && experts.routerBias();
                    Set<String> traits = Traits.of(shape);
                    assertThat(traits)
                            .contains("attention=grouped", "feed_forward=experts", "feed_forward.gated")
                            .hasSize(biased ? 4 : 3);
                    assertThat(Traits.of(shape.with(new FeedForward.Dense(1, true, false))))
                            .isEqualTo(Traits.of(llama()));
                });
    }
}
