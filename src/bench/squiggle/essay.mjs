// essay-2023-uncertain in Squiggle, as its users write it: the time for the percentiles of eight figures.
//
//     node essay.mjs SAMPLES [REPEATS]     prints the median seconds of the repeats in one process, by the
//                                          clock and of the processor, after one that is not counted
import { run } from "@quri/squiggle-lang";

const MODEL = `
capacity = 1e21 to 1.6e22
share = uniform(0.15, 0.35)
duration = (182.5 to 547.5) * 86400
train_utilization = beta({mean: 0.40, stdev: 0.10})
serve_utilization = beta({mean: 0.40, stdev: 0.12})
ratio = 10 to 60
gains = (1.5 to 3.5) * (1.2 to 6)
tokens_per_researcher_second = 20 to 500
streams_per_researcher = 4 to 25
serial_speed = 20 to 200

sampled = {|d| SampleSet.fromDist(d)}
fleet = sampled(capacity) * sampled(share)
speed = sampled(serial_speed)
per_researcher = sampled(streams_per_researcher)
law = sampled(ratio)
compute = fleet * sampled(train_utilization) * sampled(duration)
parameters = (compute / (6 * law)) ^ 0.5
throughput = fleet * sampled(serve_utilization) / (2 * parameters) * sampled(gains)
streams = throughput / speed
researchers = streams / per_researcher
speedup = speed * per_researcher / sampled(tokens_per_researcher_second) * 24 / 8
figures = [compute, parameters, law * parameters, throughput, streams, researchers, speedup, researchers * speedup]
figures -> List.map({|f| [quantile(f, 0.05), quantile(f, 0.5), quantile(f, 0.95)]})
`;

async function once(samples, seed) {
  const output = await run(MODEL, {
    environment: { sampleCount: samples, xyPointLength: 1000, seed: String(seed), profile: false },
  });
  const result = output.result ?? output.getResult?.();
  if (!result.ok) {
    throw new Error(String(result.value));
  }
  return result.value.result.toString();
}

const samples = Number(process.argv[2]);
const repeats = Number(process.argv[3] ?? 0);
const first = await once(samples, 0);
if (process.argv[4] === "show") {
  console.log(first);
}
const times = [];
for (let seed = 1; seed <= repeats; seed++) {
  const start = performance.now();
  const before = process.cpuUsage();
  await once(samples, seed);
  const used = process.cpuUsage(before);
  times.push([(performance.now() - start) / 1000, (used.user + used.system) / 1e6]);
}
const median = (i) => times.map((t) => t[i]).sort((a, b) => a - b)[Math.floor(repeats / 2)];
if (repeats > 0) {
  console.log(median(0).toFixed(6), median(1).toFixed(6));
}
