#!/usr/bin/env python3
"""The scenario essay-2023-uncertain in NumPy, written apart from Muster, to check its medians.

Prints the 5th, 50th and 95th percentile of each figure as CSV; essay-2023-uncertain-numpy.csv beside it holds the output of
    python3 essay_2023_uncertain.py > essay-2023-uncertain-numpy.csv
with NumPy 1.24.2. Not run by the tests.
"""
import numpy as np

SAMPLES = 4_000_000
rng = np.random.default_rng(20231101)
Z95 = 1.6448536269514722


def between(low, high):
    """Lognormal, 5th percentile low and 95th percentile high."""
    middle = (np.log(low) + np.log(high)) / 2
    return np.exp(rng.normal(middle, (np.log(high) - middle) / Z95, SAMPLES))


def beta(mean, sd):
    weight = mean * (1 - mean) / sd**2 - 1
    return rng.beta(mean * weight, (1 - mean) * weight, SAMPLES)


DAY = 86400.0
capacity = between(1e21, 1.6e22)
share = rng.uniform(0.15, 0.35, SAMPLES)
duration = between(0.5 * 365 * DAY, 1.5 * 365 * DAY)
train_utilization = beta(0.40, 0.10)
serve_utilization = beta(0.40, 0.12)
ratio = between(10, 60)
format_gain = between(1.5, 3.5)
distillation_gain = between(1.2, 6)
tokens_per_researcher_second = between(20, 500)
streams_per_researcher = between(4, 25)
serial_speed = between(20, 200)

compute = capacity * share * train_utilization * duration
parameters = np.sqrt(compute / (6 * ratio))
throughput = capacity * share * serve_utilization / (2 * parameters) * format_gain * distillation_gain
streams = throughput / serial_speed
researchers = streams / streams_per_researcher
speedup = serial_speed * streams_per_researcher / tokens_per_researcher_second * 24 / 8

figures = {
    "training.compute": compute,
    "model.parameters": parameters,
    "model.tokens": ratio * parameters,
    "inference.throughput": throughput,
    "inference.streams": streams,
    "workforce.parallel_researchers": researchers,
    "workforce.serial_speedup": speedup,
    "workforce.researcher_months_per_month": researchers * speedup,
}
print("name,p5,p50,p95")
for name, column in figures.items():
    p5, p50, p95 = np.percentile(column, [5, 50, 95])
    print(f"{name},{p5:.6e},{p50:.6e},{p95:.6e}")
