package muster.cli;

import picocli.CommandLine.Option;

/** The option that chooses random numbers; the same seed gives the same bytes. */
final class SeedOption {
    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    long seed() {
        return seed;
    }
}
