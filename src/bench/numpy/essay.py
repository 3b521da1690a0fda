#!/usr/bin/env python3
"""essay-2023-uncertain in NumPy, as its users write it: the time for the percentiles of eight figures.

    essay.py SAMPLES [REPEATS]     prints the median seconds of the repeats in one process, by the clock and of
                                   the processor, after one that is not counted
"""
import sys
import time

import numpy as np

Z95 = 1.6448536269514722
DAY = 86400.0


def figures(rng, n):
    def between(low, high):
        middle = (np.log(low) + np.log(high)) / 2
        return rng.lognormal(middle, (np.log(high) - middle) / Z95, n)

    def beta(mean, sd):
        weight = mean * (1 - mean) / sd**2 - 1
        return rng.beta(mean * weight, (1 - mean) * weight, n)

    capacity = between(1e21, 1.6e22)
    share = rng.uniform(0.15, 0.35, n)
    duration = between(182.5 * DAY, 547.5 * DAY)
    train_utilization = beta(0.40, 0.10)
    serve_utilization = beta(0.40, 0.12)
    ratio = between(10, 60)
    gains = between(1.5, 3.5) * between(1.2, 6)
    tokens_per_researcher_second = between(20, 500)
    streams_per_researcher = between(4, 25)
    serial_speed = between(20, 200)

    compute = capacity * share * train_utilization * duration
    parameters = np.sqrt(compute / (6 * ratio))
    throughput = capacity * share * serve_utilization / (2 * parameters) * gains
    streams = throughput / serial_speed
    researchers = streams / streams_per_researcher
    speedup = serial_speed * streams_per_researcher / tokens_per_researcher_second * 24 / 8
    return [compute, parameters, ratio * parameters, throughput, streams, researchers, speedup, researchers * speedup]


def run(seed, n):
    return [np.percentile(column, [5, 50, 95]) for column in figures(np.random.default_rng(seed), n)]


if __name__ == "__main__":
    samples = int(float(sys.argv[1]))
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    run(0, samples)
    times = []
    for seed in range(repeats):
        start = time.perf_counter(), time.process_time()
        run(seed, samples)
        times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    if times:
        print("{:.6f} {:.6f}".format(*np.median(times, axis=0)))
