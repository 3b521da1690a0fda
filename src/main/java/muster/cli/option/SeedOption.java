package muster.cli.option;

import picocli.CommandLine.Option;

/** The option that chooses random numbers; the same seed gives the same bytes. */
public final class SeedOption {
    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    public long seed() {
        return seed;
    }
}
