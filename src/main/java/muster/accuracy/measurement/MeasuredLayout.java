package muster.accuracy.measurement;

/**
 * How a replica was parallelised over chips.
 *
 * @param tensor chips that share each matrix of the attention
 * @param data groups that attend to sequences of their own
 * @param expertTensor chips that share each expert
 * @param expert chips over which experts are distributed
 * @param pipeline stages, one after the other
 */
public record MeasuredLayout(int tensor, int data, int expertTensor, int expert, int pipeline) {

    /** Chips of the replica. */
    public int chips() {
        return tensor * data * pipeline;
    }

    /** Whether the degrees of attention and of experts describe the same chips. */
    public boolean consistent() {
        return tensor * data == expertTensor * expert;
    }

    /**
     * The layout that was run, where a record multiplied its degrees. InferenceX runs name eight chips with eight-way expert
     * parallelism {@code tp8_ep8}; later copies of the same runs, with the same times to the last digit, give 64 chips with
     * {@code moe_tp} and {@code moe_ep} of 8, or a data-parallel degree that was multiplied by the tensor-parallel one.
     */
    public MeasuredLayout multipliedUndone() {
        if (expert > 1 && expertTensor == expert && consistent()) {
            return tensor > 1
                    ? new MeasuredLayout(tensor / expert, data, 1, expert, pipeline)
                    : new MeasuredLayout(tensor, data / expert, 1, expert, pipeline);
        }
        return tensor > 1 && data > 1 && expertTensor == 1 && expert == tensor * data
                ? new MeasuredLayout(tensor, 1, 1, tensor, pipeline)
                : this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("tensor " + tensor);
        append(text, "data", data);
        append(text, "expert", expert);
        append(text, "pipeline", pipeline);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, int degree) {
        if (degree > 1) {
            text.append(", ").append(name).append(' ').append(degree);
        }
    }
}
