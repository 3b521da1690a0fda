package muster.cli.option;

import picocli.CommandLine.Option;

/** The option that says how many threads work. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that sample; changes only the time. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int threads() {
        return threads;
    }
}
