#!/usr/bin/env python3
"""The time of a step of models and cuts that the measurements have none of, apart from Muster's code; writes cuts.csv beside it.

    python3 cuts.py > cuts.csv

Where a formula is from:
  operator, products, attention, experts, touched experts   the step-time model of docs/throughput.md, "The time of a step"
  one cut (heads and feed-forward width over t chips)       Shoeybi et al. 2019, arXiv 1909.08053, section 3
  two cuts (width over x chips, the rest over y)            Pope et al. 2022, arXiv 2211.05102, section 3.2.2: a product of the
      part D/x of the width with the part n/y of the outputs is summed over x chips, one of n/y with D/x over y chips
  sequences cut among the x chips for attention             the same, section 3.3
  all-reduce of V elements over k chips                     2 (k - 1)/k V; over x chips of y domains: within a domain first, then
      each chip the part V/x between domains (Thakur, Rabenseifner and Gropp 2005, section 4.4)
  all-to-all over several domains                           of tokens spread alike over e chips, d/e stay in a domain of d; all pass
      the links of a domain, for what comes over the network is handed on there (DeepSeek-V3, arXiv 2412.19437, section 3.2.2)
  two halves over several domains                           DeepSeek-V3, arXiv 2412.19437, section 3.4: the exchange of one hides
      behind all else of the other
  latent attention                                          DeepSeek-V2, arXiv 2405.04434, section 2.1.2 and appendix B, absorbed
  gate of attention                                         Qwen3-Next: a gate for each element of the output, from the same input
"""
import math

W, BF16, FP8 = 4.8e12, 989e12, 1979e12
DEFAULT = dict(t0=3e-6, em=0.80, p=2.5, bf16=0.70, fp8=0.58, ta0=9e-6, ea=0.85, pa=0.5, tmoe=15e-6, emoe=0.6, imb=1.2, ar0=3e-6,
               ar1=1.2e-6, ear=0.7, a2a=12e-6, ea2a=0.6, net=20e-6, enet=0.5, cl=8e-6, ts=0.6e-3)
LIGHT = dict(t0=0, em=1, p=64, bf16=1, fp8=1, ta0=0, ea=1, pa=0.5, tmoe=0, emoe=1, imb=1, ar0=0, ar1=0, ear=1, a2a=0, ea2a=0.6, net=0,
             enet=1, cl=0, ts=0)


def split(t, domain):
    """Chips of a domain and domains, of t chips: as many of a domain as divide t."""
    x = max(x for x in range(1, min(t, domain) + 1) if t % x == 0)
    return x, t // x


def step(row, c):
    """In one batch, or over several domains in two halves, of which one is exchanged while the other is computed."""
    computed, exchanged, rest = parts(row, c)
    one = computed + exchanged
    if row["data"] == 1 or row["expert"] <= row["domain"]:
        return one + rest
    computed, exchanged, _ = parts(row | {"batch": row["batch"] / 2}, c)
    return min(one, 2 * max(computed, exchanged)) + rest


def parts(row, c):
    """Seconds of the layers without the exchange of tokens, of the exchange, and of what is outside of the layers."""
    kind, *a = row["attention"].split()
    L, D, B, t, dp, ep = (row[k] for k in ("layers", "width", "batch", "tensor", "data", "expert"))
    wide = row["format"] == "bf16"
    rate, part, size = (BF16, c["bf16"], 2.0) if wide else (FP8, c["fp8"], 1.0)
    S = row["prompt"] + row["output"] / 2
    P = B * row["prompt"] / row["output"]
    m = B + P
    x, y = split(t, row["domain"])
    two = row["cuts"] == 2
    cols, rows = (y, x) if two else (t, 1)
    own = B / max(1, min(rows, B))

    def both(u, v):
        top = max(u, v)
        return top * ((u / top) ** c["p"] + (v / top) ** c["p"]) ** (1 / c["p"]) if top else 0.0

    def gemm(tokens, n, k, narrow=True):
        w, r, e = (size, rate, part) if narrow else (2.0, BF16, c["bf16"])
        return c["t0"] + both((n * k * w + tokens * k * w + tokens * n * 2) / (c["em"] * W), 2 * tokens * n * k / (e * r))

    if kind == "grouped":
        H, K, hd = map(int, a[:3])
        gates = H if "gated" in a else 0
        Kt = max(1.0, K / cols)
        attention = gemm(m, ((H + gates) / cols + 2 * Kt) * hd, D / rows) + gemm(m, D / rows, H * hd / cols)
        attention += c["ta0"] + own * S * Kt * hd * 2 * size / (c["ea"] * W)
        attention += P * row["prompt"] / 2 * 4 * hd * H / t / (c["pa"] * BF16)
        summed = (H + gates + 2 * K) * hd / cols
    else:
        H, q, kv, ro, no, v = map(int, a)
        h = H / cols
        if q:
            attention = gemm(m, q + kv + ro, D / rows) + gemm(m, h * (no + ro), q)
        else:
            attention = gemm(m, h * (no + ro) + kv + ro, D / rows)
        attention += gemm(m, h * kv, no, False) + gemm(m, h * v, kv, False) + gemm(m, D / rows, h * v)
        attention += c["ta0"] + max(own * S * (kv + ro) * size / (c["ea"] * W),
                                    2 * own * S * h * (2 * kv + ro) / (c["bf16"] * BF16))
        attention += P * row["prompt"] / 2 * 2 * (no + ro + v) * H / t / (c["pa"] * BF16)
        summed = q + kv + ro

    f = row["feed_forward"].split()
    matrices = 2 if "ungated" in f else 3

    def block(F, cols, rows):
        return gemm(m, (matrices - 1) * F / cols, D / rows) + gemm(m, D / rows, F / cols)

    if f[0] == "dense":
        F = int(f[1])
        feed, exchanged, inner, dense = L * block(F, cols, rows), 0.0, D, L
    else:
        E, k, Fe, shared, dense, F = map(int, f[1:7])
        cut = t * dp / ep
        tokens = m * dp
        touched = E / ep * (1 - (1 - k / E) ** tokens)
        visits = tokens * k / ep * c["imb"]
        read = touched * matrices * D * Fe / cut * size + visits * (D + Fe / cut) * 4
        moe = c["tmoe"] + both(read / (c["emoe"] * W), 2 * visits * matrices * D * Fe / cut / (part * rate))
        if shared:
            moe += block(shared * Fe, cols, rows) if dp == 1 else block(shared * Fe, 1, 1)
        feed = (L - dense) * moe + (dense * block(F, cols, rows) if dense else 0.0)
        exchanged, inner = 0.0, D
        if dp > 1:
            sent = m * k * D * 1.5
            links = c["a2a"] + sent / (c["ea2a"] * row["link"])
            network = c["net"] + sent * (1 - row["domain"] / ep) / (c["enet"] * row["network"]) if ep > row["domain"] else 0.0
            exchanged = (L - dense) * 2 * max(links, network)

    def reduced(n, elements, fixed, e, speed):
        return fixed + c["ar1"] * math.log2(n) + 2 * (n - 1) / n * elements * 2 / (e * speed) if n > 1 else 0.0

    def inside(elements):
        return reduced(x, elements, c["ar0"], c["ear"], row["link"])

    def between(elements):
        return reduced(y, elements, c["net"], c["enet"], row["network"])

    if two:
        blocks = dense * inside(m * (matrices - 1) * F / cols) + (L - dense) * inside(m * inner)
        reduces = L * (inside(m * summed) + 2 * between(m * D / x)) + blocks
    else:
        reduces = 2 * L * (inside(m * D) + between(m * D / x))
    return L * (attention + c["cl"]) + feed + reduces, exchanged, gemm(B, row["vocabulary"] / t, D, False) + c["ts"]


MODELS = {
    "dense": ("grouped 64 8 128", "dense 28672", 80, 8192, 128256),
    "plain": ("grouped 128 16 128", "dense 65536 ungated", 118, 16384, 256000),
    "gate": ("grouped 64 8 128 gated", "dense 25600", 64, 5120, 151936),
    "gate-experts": ("grouped 32 4 256 gated", "experts 512 10 512 1 0 0", 48, 2048, 151936),
    "experts": ("grouped 32 8 128", "experts 64 4 6400 0 0 0 ungated", 32, 4096, 32064),
    "shared": ("grouped 32 8 128", "experts 64 4 1408 2 1 10944 ungated", 32, 4096, 32064),
    "latent": ("latent 128 1536 512 64 128 128", "experts 256 8 2048 1 3 18432", 61, 7168, 129280),
    "latent-dense": ("latent 128 0 512 64 128 128", "dense 18432", 61, 7168, 129280),
    "latent-plain": ("latent 64 1536 512 64 128 128", "experts 256 8 2048 1 3 18432 ungated", 61, 7168, 129280),
}
FREE = math.inf
# model, format, prompt, output, batch, tensor, cuts, data, expert, domain, link, network
CASES = [
    ("dense", "fp8", 2048, 512, 64, 16, 1, 1, 1, 8, 450e9, 50e9),
    ("dense", "bf16", 128, 128, 1, 32, 1, 1, 1, 8, 450e9, 50e9),
    ("dense", "fp8", 2048, 512, 64, 16, 2, 1, 1, 8, 450e9, 50e9),
    ("dense", "fp8", 1024, 1024, 3, 32, 2, 1, 1, 8, 450e9, 50e9),
    ("plain", "bf16", 4096, 512, 16, 64, 2, 1, 1, 8, 450e9, 50e9),
    ("plain", "fp8", 64, 256, 8, 8, 1, 1, 1, 8, 450e9, 50e9),
    ("gate", "fp8", 1024, 1024, 32, 8, 1, 1, 1, 8, 450e9, 50e9),
    ("gate", "bf16", 512, 512, 4, 2, 1, 1, 1, 8, 450e9, 50e9),
    ("gate", "bf16", 512, 512, 4, 32, 2, 1, 1, 8, FREE, 50e9),
    ("gate-experts", "fp8", 1024, 1024, 64, 1, 1, 8, 8, 8, 450e9, 50e9),
    ("gate-experts", "fp8", 1024, 1024, 64, 2, 1, 16, 32, 8, 450e9, 50e9),
    ("experts", "bf16", 1024, 512, 32, 8, 1, 1, 8, 8, 450e9, 50e9),
    ("experts", "fp8", 256, 2048, 7, 4, 1, 1, 1, 8, 450e9, 50e9),
    ("experts", "fp8", 2048, 256, 128, 1, 1, 16, 16, 8, 450e9, 50e9),
    ("experts", "fp8", 2048, 256, 128, 1, 1, 64, 64, 8, 450e9, 5e12),
    ("shared", "fp8", 1024, 1024, 16, 8, 1, 1, 8, 8, 450e9, 50e9),
    ("shared", "bf16", 1024, 1024, 16, 2, 1, 8, 16, 4, 450e9, 50e9),
    ("shared", "fp8", 1024, 1024, 16, 16, 2, 1, 16, 8, 450e9, 50e9),
    ("latent", "fp8", 4096, 1024, 32, 1, 1, 144, 144, 8, 160e9, 50e9),
    ("latent", "fp8", 4096, 1024, 32, 1, 1, 72, 72, 72, 900e9, 50e9),
    ("latent", "bf16", 1024, 1024, 8, 16, 2, 1, 16, 8, FREE, 50e9),
    ("latent", "fp8", 8192, 1024, 256, 32, 2, 1, 32, 8, FREE, 50e9),
    ("latent", "fp8", 8192, 1024, 2, 32, 2, 1, 1, 8, FREE, 50e9),
    ("latent-dense", "fp8", 2048, 2048, 64, 16, 2, 1, 1, 4, FREE, 100e9),
    ("latent-dense", "bf16", 2048, 2048, 5, 64, 2, 1, 1, 8, FREE, 50e9),
    ("latent-plain", "fp8", 1024, 1024, 16, 8, 1, 1, 8, 8, 450e9, 50e9),
    ("latent-plain", "bf16", 1024, 1024, 16, 2, 1, 16, 32, 8, 450e9, 50e9),
]

print("""# Steps of models and cuts that the measurements have none of, in seconds, from cuts.py: with the first constants of the prototype, and at
# the speed of light.
id,attention,feed_forward,layers,width,vocabulary,format,prompt,output,batch,tensor,cuts,data,expert,domain,link,network,default_seconds,light_seconds""")
for number, (model, *rest) in enumerate(CASES):
    row = dict(zip(("attention", "feed_forward", "layers", "width", "vocabulary"), MODELS[model]))
    row |= dict(zip(("format", "prompt", "output", "batch", "tensor", "cuts", "data", "expert", "domain", "link", "network"), rest))
    name = "%s-%d" % (model, number + 1)
    values = ["Infinity" if value == math.inf else repr(value) if isinstance(value, float) else str(value) for value in row.values()]
    print(",".join([name, *values, repr(step(row, DEFAULT)), repr(step(row, LIGHT))]))
