package muster.inference.step;

/**
 * What a step time needs to know of a chip beside its rates of arithmetic.
 *
 * @param memoryBytes the memory that models are held in, per chip
 * @param bandwidthBytesPerSecond of that memory, per chip
 * @param wideFlopPerSecond dense rate at 16 bits, per chip
 * @param domainChips chips of a scale-up domain; 1 where there are none
 * @param linkBytesPerSecond of the fast links, per chip in one direction; 0 where there are none
 * @param networkBytesPerSecond of the network between domains, per chip in one direction; 0 where it is not known
 */
public record Machine(
        double memoryBytes,
        double bandwidthBytesPerSecond,
        double wideFlopPerSecond,
        int domainChips,
        double linkBytesPerSecond,
        double networkBytesPerSecond) {

    /** The same with a scale-up domain of at least so many chips. */
    public Machine joining(int chips) {
        return new Machine(
                memoryBytes,
                bandwidthBytesPerSecond,
                wideFlopPerSecond,
                Math.max(domainChips, chips),
                linkBytesPerSecond,
                networkBytesPerSecond);
    }
}
