package muster.inference.step;

/** Adds the time of operators to a step and, where that is asked for, a record of what went into it. */
record StepOperators(Machine machine, CalibratedFactors constants) {
    static final double OUTPUT_BYTES = 2;

    /** {@code count} products of {@code tokens} rows with a matrix. */
    void matrix(
            TimeBreakdown causes,
            String what,
            double count,
            double tokens,
            double outputs,
            double inputs,
            MatrixFormat format) {
        operator(
                causes,
                what,
                count,
                outputs * inputs * format.weightBytes(),
                tokens * inputs * format.activationBytes() + tokens * outputs * OUTPUT_BYTES,
                constants.memoryEfficiency() * machine.bandwidthBytesPerSecond(),
                2 * tokens * outputs * inputs,
                format.efficiency() * format.flopPerSecond(),
                constants.kernelSeconds() + format.convertSeconds());
    }

    void operator(
            TimeBreakdown causes,
            String what,
            double count,
            double weightBytes,
            double activationBytes,
            double bandwidth,
            double flop,
            double rate,
            double fixedSeconds) {
        causes.fixed(count * fixedSeconds);
        causes.blended(count, weightBytes / bandwidth, activationBytes / bandwidth, flop / rate, constants.blend());
        record(causes, what, count, weightBytes + activationBytes, bandwidth, flop, rate, fixedSeconds);
    }

    void record(
            TimeBreakdown causes,
            String what,
            double count,
            double bytes,
            double bandwidth,
            double flop,
            double rate,
            double fixedSeconds) {
        if (causes.records()) {
            causes.record(new StepTerm(what, count, bytes, bandwidth, flop, rate, fixedSeconds, constants.blend()));
        }
    }

    void fixed(TimeBreakdown causes, String what, double count, double seconds) {
        causes.fixed(count * seconds);
        record(causes, what, count, 0, 0, 0, 0, seconds);
    }

    void cache(TimeBreakdown causes, String what, double count, double bytes) {
        causes.cache(count * (bytes / cacheBandwidth()));
        record(causes, what, count, bytes, cacheBandwidth(), 0, 0, 0);
    }

    void compute(TimeBreakdown causes, String what, double count, double flop, double rate) {
        causes.compute(count * (flop / rate));
        record(causes, what, count, 0, 0, flop, rate, 0);
    }

    double cacheBandwidth() {
        return constants.cacheEfficiency() * machine.bandwidthBytesPerSecond();
    }

    double prefillAttentionRate() {
        return constants.prefillAttentionEfficiency() * machine.wideFlopPerSecond();
    }
}
