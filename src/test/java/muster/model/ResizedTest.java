package muster.model;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixed;
import org.junit.jupiter.api.Test;

/** Models of other sizes that have experts, or layers of two kinds. */
class ResizedTest {
    private static final List<Shape> SHAPES = List.of(
            // DeepSeek-V3: 671 billion parameters of which 37 are visited; its report, arXiv 2412.19437, section 4.2.
            new Shape(
                    61,
                    7168,
                    129280,
                    false,
                    0,
                    2,
                    false,
                    new Attention.Latent(128, 1536, 512, 64, 128, 128),
                    new FeedForward.Experts(256, 8, 2048, 1, 3, 18432, true, false, true, false)),
            new Shape(
                    94,
                    4096,
                    151936,
                    false,
                    0,
                    2,
                    false,
                    Attention.Grouped.plain(64, 4, 128),
                    new FeedForward.Experts(128, 8, 1536, 0, 0, 0, true, false, false, false)),
            new Shape(
                    62,
                    5376,
                    262208,
                    true,
                    0,
                    4,
                    false,
                    new Attention.Grouped(
                            32,
                            16,
                            128,
                            Attention.Biases.NONE,
                            Attention.HeadNorm.NONE,
                            false,
                            false,
                            Optional.of(new Mixed.Window(10, 1024))),
                    new FeedForward.Dense(21504, true, false)));

    private record Case(Shape like, double parameters) {
        Shape resized() {
            return Resized.of(like, parameters);
        }
    }

    @Test
    void theSizeIsThatWhichIsWanted() {
        forAll(
                1,
                1000,
                draws -> {
                    Shape like = draws.oneOf(SHAPES);
                    return new Case(like, like.parameters() * draws.magnitude(0.02, 50));
                },
                one -> assertThat(one.resized().parameters() / one.parameters()).isCloseTo(1, within(0.02)));
    }

    @Test
    void expertsAndWhatATokenVisitsStay() {
        forAll(
                2,
                1000,
                draws -> {
                    Shape like = draws.oneOf(SHAPES.subList(0, 2));
                    return new Case(like, like.parameters() * draws.magnitude(0.1, 20));
                },
                one -> {
                    FeedForward.Experts before =
                            (FeedForward.Experts) one.like().feedForward();
                    FeedForward.Experts after =
                            (FeedForward.Experts) one.resized().feedForward();

                    assertThat(after.experts()).isEqualTo(before.experts());
                    assertThat(after.active()).isEqualTo(before.active());
                    assertThat(after.shared()).isEqualTo(before.shared());
                });
    }

    @Test
    void nearItsSizeAModelIsAllButItself() {
        for (Shape like : SHAPES) {
            Shape same = Resized.of(like, like.parameters());

            assertThat(same.layers()).isEqualTo(like.layers());
            assertThat(same.width()).isEqualTo(like.width());
            assertThat(same.attention()).isEqualTo(like.attention());
            assertThat(same.activeParameters())
                    .isCloseTo(like.activeParameters(), within(1e-3 * like.activeParameters()));
        }
    }
}
