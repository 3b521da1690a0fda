package muster.allocation;

import java.util.Map;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.scaling.law.Law;
import muster.uncertainty.Input;

/**
 * Models that could be trained: points of a grid of training compute, of which at most so many are, and students of them.
 *
 * <pre>
 * C_k = from (to / from)^(k / (points - 1)),  k = 0 .. points - 1
 * rate of a chip = dense peak at the format * utilization
 * </pre>
 *
 * @param law the law that sizes each
 * @param from the least training compute
 * @param to the most
 * @param points how many points the grid has
 * @param atMost how many of them can be trained
 * @param utilization the part of the dense peak that training reaches, on every chip
 * @param format the number format of the matrix arithmetic
 * @param shape the model in the catalog whose proportions each has
 * @param shortest the least time that a run can take, however many chips there are
 * @param students models that a trained one can teach, by name
 */
public record TrainingGrid(
        Law law,
        @In("FLOP") Input from,
        @In("FLOP") Input to,

        @Otherwise(value = "5", because = "enough to see how flat the choice is")
        int points,

        @Otherwise(value = "1", because = "a fleet trains one large model and serves it")
        int atMost,

        @In(value = "1", range = Range.FRACTION) Input utilization,

        @Otherwise(value = "bf16", because = "the format of most published training runs")
        Format format,

        @Otherwise(value = "llama-3.1-405b", because = "the largest dense model whose shape is public")
        Text shape,

        @In("day") Optional<Input> shortest,
        Optional<Map<String, Student>> students) {

    /**
     * A model that learns from the one that was trained.
     *
     * @param parameters its parameters, as a part of the teacher's
     * @param work its training compute, as a part of the teacher's
     * @param quality the training compute that a model of its quality would have needed on its own, as a part of the
     *     teacher's
     */
    public record Student(
            @In(value = "1", range = Range.FRACTION) Input parameters,
            @In("1") Input work,
            @In(value = "1", range = Range.FRACTION) Input quality) {}
}
