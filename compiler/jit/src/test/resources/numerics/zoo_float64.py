"""Expected values of the zoo, written down a second time: plain NumPy, axes by position.

    python3 zoo_float64.py > zoo_float64.json

Each case has a shape text, the arrays that are given, what a training call stores and what inference stores; some have
gradients by hand. The formulas are those of the papers named in the specifications, and share
nothing with the compiler.
"""

import json
import math

import numpy as np

CASES = []
GRADIENTS = {}
SQRT = np.sqrt


def case(name, shape, **extents):
    def add(formula):
        CASES.append((name, shape, extents, formula))
        return formula

    return add


def gradient(name):
    """The gradient by hand, where stop or a weight keeps part of the norm out of it."""

    def add(formula):
        GRADIENTS[name] = formula
        return formula

    return add


def values(norm, name, seed, extent):
    rng = np.random.default_rng(seed)
    if name in ("m", "mask"):
        return rng.choice([0.0, 0.5, 1.0, 1.0, 2.0], size=extent)
    if name == "inferring":
        return np.zeros(extent)  # its initial value, which no call changes
    if name == "covariance":
        return np.round(0.3 * rng.random(extent), 2)
    if name.startswith(("running", "data", "var_", "mean_")):
        return np.round(0.5 + rng.random(extent), 2)
    if norm == "GDN" and name != "x":
        return np.round(0.05 + 0.3 * rng.random(extent), 2)  # under a root
    normal = np.round(0.3 + rng.standard_normal(extent), 3)
    return np.where(np.abs(normal) < 0.02, 0.37, normal)  # away from the kinks at 0


def std(x, eps, axis):
    return (x - x.mean(axis, keepdims=True)) / SQRT(x.var(axis, keepdims=True) + eps)


def ch(p):  # per channel, channels second of [N, C, H, W] or [N, C, T]
    return p[None, :, None, None]


def c3(p):
    return p[None, :, None]


def ema(old, new, d):
    return d * old + (1 - d) * new


def bn(a, train, eps=1e-5, d=0.9, unbiased=True, axis=(0, 2, 3), shaped=ch, mean="running_mean", var="running_var"):
    """Normalized value, and the states of a training call."""
    x = a["x"]
    if not train:
        return (x - shaped(a[mean])) / SQRT(shaped(a[var]) + eps), {}
    mu, v = x.mean(axis), x.var(axis)
    n = x.size / mu.size
    states = {mean: ema(a[mean], mu, d), var: ema(a[var], v * (n / (n - 1) if unbiased else 1), d)}
    return (x - shaped(mu)) / SQRT(shaped(v) + eps), states


XC = dict(x=(3, 4, 2, 5))
AFF = dict(gamma=(4,), beta=(4,))
RUN = dict(running_mean=(4,), running_var=(4,))
BNX = dict(XC, **AFF, **RUN)
S4 = "N=3, C=4, H=2, W=5"
X7 = dict(x=(3, 7))
AFF7 = dict(gamma=(7,), beta=(7,))
S7 = "N=3, D=7"


@case("InputNorm", "N=5, D=4", x=(5, 4), data_mean=(4,), data_var=(4,))
def _(a, train):
    mu, v = (a["x"].mean(0), a["x"].var(0)) if train else (a["data_mean"], a["data_var"])
    return dict(y=(a["x"] - mu) / SQRT(v + 1e-12), **(dict(data_mean=mu, data_var=v) if train else {}))


@case("BatchNorm", S4, **BNX)
def _(a, train):
    h, states = bn(a, train)
    return dict(y=ch(a["gamma"]) * h + ch(a["beta"]), **states)


@case("BatchNormLast", "N=3, H=2, W=5, C=4", **dict(BNX, x=(3, 2, 5, 4)))
def _(a, train):
    h, states = bn(a, train, axis=(0, 1, 2), shaped=lambda p: p)
    return dict(y=a["gamma"] * h + a["beta"], **states)


@case("SyncBatchNorm", "W=2, N=3, C=4, L=5", **dict(BNX, x=(2, 3, 4, 5)))
def _(a, train):
    h, states = bn(a, train, axis=(0, 1, 3), shaped=lambda p: p[None, None, :, None])
    return dict(y=a["gamma"][:, None] * h + a["beta"][:, None], **states)


@case("FrozenBatchNorm", S4, **BNX)
def _(a, train):
    return dict(y=ch(a["gamma"]) * bn(a, False)[0] + ch(a["beta"]))


@case("MeanOnlyBatchNorm", S4, x=(3, 4, 2, 5), beta=(4,), running_mean=(4,))
def _(a, train):
    mu = a["x"].mean((0, 2, 3)) if train else a["running_mean"]
    states = dict(running_mean=ema(a["running_mean"], mu, 0.9)) if train else {}
    return dict(y=a["x"] - ch(mu) + ch(a["beta"]), **states)


def scaled(a, train, scale):
    x = a["x"]
    mu, s = a["running_mean"], a["running_scale"]
    states = {}
    if train:
        batch = x.mean((0, 2, 3))
        measure = scale(np.abs(x - ch(batch)).transpose(1, 0, 2, 3).reshape(4, -1))
        states = dict(running_mean=ema(mu, batch, 0.9), running_scale=ema(s, measure, 0.9))
        mu, s = batch, measure
    return dict(y=ch(a["gamma"]) * (x - ch(mu)) / (ch(s) + 1e-5) + ch(a["beta"]), **states)


SCALED = dict(XC, **AFF, running_mean=(4,), running_scale=(4,))


@case("L1BatchNorm", S4, **SCALED)
def _(a, train):
    return scaled(a, train, lambda d: math.sqrt(math.pi / 2) * d.mean(1))


@case("LInfBatchNorm", S4, **SCALED)
def _(a, train):
    return scaled(a, train, lambda d: d.max(1) / math.sqrt(2 * math.log(30)))


@case("BatchRenorm", S4 + ", rmax=1.25, dmax=0.5", **dict(XC, **AFF, running_mean=(4,), running_std=(4,)))
def _(a, train):
    x, rm, rs = a["x"], a["running_mean"], a["running_std"]
    g, b = ch(a["gamma"]), ch(a["beta"])
    if not train:
        return dict(y=g * (x - ch(rm)) / ch(rs) + b)
    mu, s = x.mean((0, 2, 3)), SQRT(x.var((0, 2, 3)) + 1e-5)
    r, d = np.clip(s / rs, 1 / 1.25, 1.25), np.clip((mu - rm) / rs, -0.5, 0.5)
    y = g * ((x - ch(mu)) / ch(s) * ch(r) + ch(d)) + b
    return dict(y=y, running_mean=ema(rm, mu, 0.99), running_std=ema(rs, s, 0.99))


@case("GhostBatchNorm", "V=2, B=3, C=4, L=5", x=(6, 4, 5), **AFF, inferring=(), **RUN)
def _(a, train):
    x = a["x"]
    if not train:
        h = (x - c3(a["running_mean"])) / SQRT(c3(a["running_var"]) + 1e-5)
        return dict(y=c3(a["gamma"]) * h + c3(a["beta"]))
    parts = [x[:3], x[3:]]
    h = np.concatenate([std(part, 1e-5, (0, 2)) for part in parts])
    mu = sum(part.mean((0, 2)) for part in parts) / 2
    v = sum(part.var((0, 2)) for part in parts) / 2
    return dict(y=c3(a["gamma"]) * h + c3(a["beta"]), inferring=a["inferring"],
                running_mean=ema(a["running_mean"], mu, 0.9), running_var=ema(a["running_var"], v, 0.9))


@case("VirtualBatchNorm", "N=3, C=4, H=2, W=5, M=2", **dict(XC, reference=(2, 4, 2, 5), **AFF))
def _(a, train):
    y = np.empty_like(a["x"])
    for i, sample in enumerate(a["x"]):
        union = np.concatenate([sample[None], a["reference"]])
        h = (sample - union.mean((0, 2, 3))[:, None, None]) / SQRT(union.var((0, 2, 3))[:, None, None] + 1e-5)
        y[i] = a["gamma"][:, None, None] * h + a["beta"][:, None, None]
    return dict(y=y)


@case("ComplexBatchNorm", "N=5, C=2, L=3", re=(5, 2, 3), im=(5, 2, 3), grr=(2,), gii=(2,), gri=(2,), br=(2,), bi=(2,),
      mean_re=(2,), var_re=(2,), mean_im=(2,), var_im=(2,), covariance=(2,))
def _(a, train):
    zr, zi = np.empty_like(a["re"]), np.empty_like(a["im"])
    names = ("mean_re", "mean_im", "var_re", "var_im", "covariance")
    states = {name: a[name].copy() for name in names}
    for c in range(2):
        re, im = a["re"][:, c], a["im"][:, c]
        now = [a[name][c] for name in names]
        if train:
            now = [re.mean(), im.mean(), re.var(), im.var(), ((re - re.mean()) * (im - im.mean())).mean()]
            for name, new in zip(names, now):
                states[name][c] = ema(states[name][c], new, 0.9)
        values, vectors = np.linalg.eigh(np.array([[now[2] + 1e-5, now[4]], [now[4], now[3] + 1e-5]]))
        white = vectors @ np.diag(values ** -0.5) @ vectors.T
        gain = np.array([[a["grr"][c], a["gri"][c]], [a["gri"][c], a["gii"][c]]])
        z = np.tensordot(gain @ white, np.stack([re - now[0], im - now[1]]), 1)
        zr[:, c], zi[:, c] = z[0] + a["br"][c], z[1] + a["bi"][c]
    return dict(zr=zr, zi=zi, **(states if train else {}))


@case("LayerNorm", S7, **X7, **AFF7)
def _(a, train):
    return dict(y=a["gamma"] * std(a["x"], 1e-5, 1) + a["beta"])


@case("LayerNormConv", S4, **XC, **AFF)
def _(a, train):
    return dict(y=ch(a["gamma"]) * std(a["x"], 1e-5, (1, 2, 3)) + ch(a["beta"]))


@case("LayerNormRNN", "T=2, N=3, H=7", recurrent=(2, 3, 7), fresh=(2, 3, 7), **AFF7)
def _(a, train):
    return dict(h=np.tanh(a["gamma"] * std(a["recurrent"] + a["fresh"], 0, 2) + a["beta"]))


@case("LayerNormNoBias", S7, **X7, gamma=(7,))
def _(a, train):
    return dict(y=a["gamma"] * std(a["x"], 1e-5, 1))


@case("LayerNormNoAffine", S7, **X7)
def _(a, train):
    return dict(y=std(a["x"], 1e-5, 1))


@case("ZeroCenteredLayerNorm", S7, **X7, w=(7,), beta=(7,))
def _(a, train):
    return dict(y=(1 + a["w"]) * std(a["x"], 1e-5, 1) + a["beta"])


@case("LayerNormScaling", S7 + ", depth=9", **X7, **AFF7)
def _(a, train):
    return dict(y=(a["gamma"] * std(a["x"], 1e-5, 1) + a["beta"]) / 3)


@case("DeepNorm", S7 + ", layers=8", **X7, f=(3, 7), **AFF7)
def _(a, train):
    return dict(y=a["gamma"] * std(2 * a["x"] + a["f"], 1e-5, 1) + a["beta"])


@case("AdaNorm", S7 + ", c=1.5", **X7)
def _(a, train):
    h = std(a["x"], 1e-5, 1)
    return dict(y=1.5 * (1 - h / 10) * h)


@case("DetachNorm", S7, **X7)
def _(a, train):
    return dict(y=std(a["x"], 1e-5, 1))


@case("InstanceNorm", S4, **XC, **AFF)
def _(a, train):
    return dict(y=ch(a["gamma"]) * std(a["x"], 1e-5, (2, 3)) + ch(a["beta"]))


def grouped(x, groups, function):
    y = np.empty_like(x)
    size = x.shape[1] // groups
    for n in range(x.shape[0]):
        for g in range(groups):
            y[n, g * size:(g + 1) * size] = function(x[n, g * size:(g + 1) * size])
    return y


@case("GroupNorm", "N=3, C=6, H=2, W=5, G=2", x=(3, 6, 2, 5), gamma=(6,), beta=(6,))
def _(a, train):
    h = grouped(a["x"], 2, lambda part: (part - part.mean()) / math.sqrt(part.var() + 1e-5))
    return dict(y=ch(a["gamma"]) * h + ch(a["beta"]))


@case("PONO", S4, **XC)
def _(a, train):
    x = a["x"]
    return dict(mu=x.mean(1), sigma=SQRT(x.var(1) + 1e-5), y=std(x, 1e-5, 1))


@case("SwitchableNorm", S4, **XC, a=(3,), b=(3,), **AFF, **RUN)
def _(a, train):
    x = a["x"]
    w, u = np.exp(a["a"]) / np.exp(a["a"]).sum(), np.exp(a["b"]) / np.exp(a["b"]).sum()
    mb, vb = (x.mean((0, 2, 3)), x.var((0, 2, 3))) if train else (a["running_mean"], a["running_var"])
    states = dict(running_mean=ema(a["running_mean"], mb, 0.9),
                  running_var=ema(a["running_var"], vb, 0.9)) if train else {}
    y = np.empty_like(x)
    for n in range(3):
        for c in range(4):
            mu = w @ np.array([x[n, c].mean(), x[n].mean(), mb[c]])
            v = u @ np.array([x[n, c].var(), x[n].var(), vb[c]])
            y[n, c] = a["gamma"][c] * (x[n, c] - mu) / math.sqrt(v + 1e-5) + a["beta"][c]
    return dict(y=y, **states)


@case("BatchInstanceNorm", S4, **XC, rho=(4,), **AFF, **RUN)
def _(a, train):
    h, states = bn(a, train)
    p = ch(np.clip(a["rho"], 0, 1))
    return dict(y=ch(a["gamma"]) * (p * h + (1 - p) * std(a["x"], 1e-5, (2, 3))) + ch(a["beta"]), **states)


@case("IBN", S4, **BNX)
def _(a, train):
    h, states = bn(a, train)
    h[:, :2] = std(a["x"][:, :2], 1e-5, (2, 3))
    return dict(y=ch(a["gamma"]) * h + ch(a["beta"]), **states)


D5 = {"lambda": ()}


@case("PRepBN", "N=3, T=4, D=5", x=(3, 4, 5), **D5, gamma=(5,), beta=(5,), gb=(5,), bb=(5,), eta=(5,),
      running_mean=(5,), running_var=(5,))
def _(a, train):
    h, states = bn(a, train, axis=(0, 1), shaped=lambda p: p)
    ln = a["gamma"] * std(a["x"], 1e-5, 2) + a["beta"]
    rep = a["gb"] * h + a["bb"] + a["eta"] * a["x"]
    return dict(y=a["lambda"] * ln + (1 - a["lambda"]) * rep, **states)


@case("EvoNormB0", S4, **XC, v1=(4,), **AFF, running_var=(4,))
def _(a, train):
    x = a["x"]
    vb = x.var((0, 2, 3)) if train else a["running_var"]
    states = dict(running_var=ema(a["running_var"], vb * 30 / 29, 0.9)) if train else {}
    instance = SQRT(x.var((2, 3), keepdims=True) + 1e-5)
    bottom = np.maximum(SQRT(ch(vb) + 1e-5), ch(a["v1"]) * x + instance)
    return dict(y=x / bottom * ch(a["gamma"]) + ch(a["beta"]), **states)


@case("EvoNormS0", "N=3, C=6, H=2, W=5, G=2", x=(3, 6, 2, 5), v1=(6,), gamma=(6,), beta=(6,))
def _(a, train):
    x = a["x"]
    bottom = grouped(x, 2, lambda part: np.full_like(part, math.sqrt(part.var() + 1e-5)))
    return dict(y=x / (1 + np.exp(-ch(a["v1"]) * x)) / bottom * ch(a["gamma"]) + ch(a["beta"]))


def frn(a, eps):
    y = ch(a["gamma"]) * a["x"] / SQRT((a["x"] ** 2).mean((2, 3), keepdims=True) + eps) + ch(a["beta"])
    return dict(y=np.maximum(y, ch(a["tau"])))


@case("FRN", S4, **XC, **AFF, tau=(4,))
def _(a, train):
    return frn(a, 1e-6)


@case("FRNLearnedEpsilon", S4, **XC, **AFF, tau=(4,), e=(4,))
def _(a, train):
    return frn(a, 1e-6 + ch(np.abs(a["e"])))


@case("GRN", "N=3, H=2, W=5, C=4", x=(3, 2, 5, 4), **AFF)
def _(a, train):
    x = a["x"]
    g = SQRT((x ** 2).sum((1, 2), keepdims=True))
    return dict(y=a["gamma"] * (x * g / (g.mean(3, keepdims=True) + 1e-6)) + a["beta"] + x)


def rms(x, eps=1e-6):
    return x / SQRT((x ** 2).mean(-1, keepdims=True) + eps)


def unit(x, eps=1e-12):
    return x / SQRT((x ** 2).sum(-1, keepdims=True) + eps)


@case("RMSNorm", S7, **X7, gamma=(7,))
def _(a, train):
    return dict(y=a["gamma"] * rms(a["x"]))


@case("UnitOffsetRMSNorm", S7, **X7, w=(7,))
def _(a, train):
    return dict(y=(1 + a["w"]) * rms(a["x"]))


@case("PartialRMSNorm", "N=3, D=8, part=0.375", x=(3, 8), gamma=(8,))  # the bound itself, 3, is a position
def _(a, train):
    return dict(y=a["gamma"] * a["x"] / SQRT((a["x"][:, :3] ** 2).mean(1, keepdims=True) + 1e-6))


@case("SimpleRMSNorm", S7, **X7)
def _(a, train):
    return dict(y=rms(a["x"]))


@case("ModulatedRMSNorm", "N=2, T=3, D=5", x=(2, 3, 5), scale=(2, 5))
def _(a, train):
    return dict(y=(1 + a["scale"][:, None]) * rms(a["x"]))


@case("GatedRMSNorm", S7, **X7, z=(3, 7), gamma=(7,))
def _(a, train):
    return dict(y=a["gamma"] * rms(a["x"] * a["z"] / (1 + np.exp(-a["z"])), 1e-5))


@case("AddRMSNorm", S7, **X7, r=(3, 7), gamma=(7,))
def _(a, train):
    return dict(s=a["x"] + a["r"], y=a["gamma"] * rms(a["x"] + a["r"]))


@case("FlashNorm", "N=3, I=7, O=4", x=(3, 7), w=(4, 7))
def _(a, train):
    return dict(y=rms(a["x"]) @ a["w"].T)


@case("ScaleNorm", S7, **X7, g=())
def _(a, train):
    return dict(y=a["g"] * a["x"] / np.linalg.norm(a["x"], axis=1, keepdims=True))


@case("L1Norm", S7, **X7)
def _(a, train):
    return dict(y=a["x"] / (np.abs(a["x"]).sum(1, keepdims=True) + 1e-12))


@case("L2Norm", S7, **X7)
def _(a, train):
    return dict(y=unit(a["x"]))


@case("LpNorm", S7, **X7)
def _(a, train):
    return dict(y=a["x"] / np.cbrt((np.abs(a["x"]) ** 3).sum(1, keepdims=True) + 1e-12))


@case("LInfNorm", S7, **X7)
def _(a, train):
    return dict(y=a["x"] / (np.abs(a["x"]).max(1, keepdims=True) + 1e-12))


@case("CosineNorm", "N=3, I=7, O=4", x=(3, 7), w=(4, 7))
def _(a, train):
    return dict(y=unit(a["x"]) @ unit(a["w"]).T)


@case("QKNorm", "N=2, T=3, H=4, S=5, G=2, E=3, F=3", q=(2, 3, 12), k=(2, 5, 6), gq=(3,), gk=(3,))
def _(a, train):
    q, k = a["q"].reshape(2, 3, 4, 3), a["k"].reshape(2, 5, 2, 3)
    return dict(a=(a["gq"] * rms(q)).reshape(2, 3, 12), b=(a["gk"] * rms(k)).reshape(2, 5, 6))


@case("QKNormL2", "N=2, T=3, H=4, S=5, G=4, E=3, F=3", q=(2, 3, 12), k=(2, 5, 12), g=())
def _(a, train):
    q, k = a["q"].reshape(2, 3, 4, 3), a["k"].reshape(2, 5, 4, 3)
    return dict(a=a["g"] * unit(q).reshape(2, 3, 12), b=unit(k).reshape(2, 5, 12))


@case("NGPT", S7, h=(3, 7), a=(3, 7), alpha=(7,))
def _(a, train):
    return dict(y=unit(a["h"] + a["alpha"] * (unit(a["a"]) - a["h"])))


@case("SeeDNorm", S7, **X7, alpha=(7,), beta=(7,), gamma=(7,))
def _(a, train):
    dot = (a["x"] @ a["beta"])[:, None]
    return dict(y=(np.tanh(dot) * a["alpha"] + a["gamma"]) * rms(a["x"]))


@case("PolyNorm", S7, **X7, w1=(), w2=(), w3=(), b=())
def _(a, train):
    x = a["x"]
    return dict(y=a["w1"] * rms(x) + a["w2"] * rms(x ** 2) + a["w3"] * rms(x ** 3) + a["b"])


@case("DyT", S7, **X7, alpha=(), **AFF7)
def _(a, train):
    return dict(y=a["gamma"] * np.tanh(a["alpha"] * a["x"]) + a["beta"])


@case("Derf", S7, **X7, alpha=(), s=(), **AFF7)
def _(a, train):
    return dict(y=a["gamma"] * np.vectorize(math.erf)(a["alpha"] * a["x"] + a["s"]) + a["beta"])


WS = "O=3, I=4, P=2"
WX = dict(w=(3, 4, 2))


@case("WeightNorm", WS, v=(3, 4, 2), g=(3,))
def _(a, train):
    v = a["v"].reshape(3, 8)
    return dict(w=(a["g"][:, None] * v / np.linalg.norm(v, axis=1, keepdims=True)).reshape(3, 4, 2))


@case("CenteredWeightNorm", WS, v=(3, 4, 2), g=(3,))
def _(a, train):
    v = a["v"].reshape(3, 8)
    v = v - v.mean(1, keepdims=True)
    return dict(w=(a["g"][:, None] * v / np.linalg.norm(v, axis=1, keepdims=True)).reshape(3, 4, 2))


@case("WeightStandardization", WS, **WX)
def _(a, train):
    return dict(y=std(a["w"], 1e-5, (1, 2)))


@case("ScaledWeightStandardization", WS, **WX, g=(3,))
def _(a, train):
    return dict(y=a["g"][:, None, None] * std(a["w"], 0, (1, 2)) / math.sqrt(8))


@case("SpectralNorm", WS, **WX, v=(4, 2), u=(3,))
def _(a, train):
    w, u, v = a["w"].reshape(3, 8), a["u"], a["v"].reshape(8)
    if train:
        v = w.T @ u / np.linalg.norm(w.T @ u)
        u = w @ v / np.linalg.norm(w @ v)
    return dict(y=a["w"] / (u @ w @ v), **(dict(u=u, v=v.reshape(4, 2)) if train else {}))


def relu_moments(a):
    return (np.maximum(a, 0) - 0.3989422804014327) / 0.5838193701035489


@case("NormPropReLU", "N=3, I=7, O=4", x=(3, 7), w=(4, 7), gamma=(4,), beta=(4,))
def _(a, train):
    h = a["x"] @ (a["w"] / np.linalg.norm(a["w"], axis=1, keepdims=True)).T
    return dict(y=relu_moments(a["gamma"] * h + a["beta"]))


@case("NormPropConv", "N=2, O=4, H=3, I=2, P=3, Q=1", a=(2, 4, 3), w=(4, 2, 3, 1), gamma=(4,), beta=(4,))
def _(a, train):
    length = np.linalg.norm(a["w"].reshape(4, -1), axis=1)
    return dict(y=relu_moments(c3(a["gamma"] / length) * a["a"] + c3(a["beta"])))


@case("AdaIN", "N=2, C=3, H=4, W=5, S=7", x=(2, 3, 4, 5), style=(2, 3, 7))
def _(a, train):
    s = a["style"]
    deviation = SQRT(s.var(2) + 1e-5)[:, :, None, None]
    return dict(y=deviation * std(a["x"], 1e-5, (2, 3)) + s.mean(2)[:, :, None, None])


@case("ConditionalInstanceNorm", "N=3, C=4, H=2, W=5, S=6", **XC, m=(3, 6), gamma=(6, 4), beta=(6, 4))
def _(a, train):
    g, b = a["m"] @ a["gamma"], a["m"] @ a["beta"]
    return dict(y=g[:, :, None, None] * std(a["x"], 1e-5, (2, 3)) + b[:, :, None, None])


@case("ConditionalBatchNorm", S4, **XC, scale=(3, 4), shift=(3, 4), **AFF, **RUN)
def _(a, train):
    h, states = bn(a, train)
    g, b = a["gamma"] + a["scale"], a["beta"] + a["shift"]
    return dict(y=g[:, :, None, None] * h + b[:, :, None, None], **states)


@case("FiLM", S4, **XC, scale=(3, 4), shift=(3, 4))
def _(a, train):
    return dict(y=a["scale"][:, :, None, None] * a["x"] + a["shift"][:, :, None, None])


@case("AdaLN", "N=2, T=3, D=5", x=(2, 3, 5), scale=(2, 5), shift=(2, 5))
def _(a, train):
    return dict(y=(1 + a["scale"][:, None]) * std(a["x"], 1e-6, 2) + a["shift"][:, None])


@case("SPADE", S4, **XC, scale=(3, 4, 2, 5), shift=(3, 4, 2, 5), **RUN)
def _(a, train):
    h, states = bn(a, train)
    return dict(y=(1 + a["scale"]) * h + a["shift"], **states)


def selected(x, m, eps):
    """Normalizes all of x by weighted statistics of x, one group."""
    mu = (m * x).sum() / m.sum()
    v = (m * (x - mu) ** 2).sum() / m.sum()
    return (x - mu) / math.sqrt(v + eps), mu, v


@case("MaskedLayerNorm", S7, **X7, m=(3, 7), **AFF7)
def _(a, train):
    h = np.stack([selected(x, m, 1e-5)[0] for x, m in zip(a["x"], a["m"])])
    return dict(y=a["gamma"] * h + a["beta"])


XT = dict(x=(3, 4, 6), m=(3, 6))


@case("MaskedBatchNorm", "N=3, C=4, T=6", **XT, **AFF, **RUN)
def _(a, train):
    g, b = c3(a["gamma"]), c3(a["beta"])
    if not train:
        return dict(y=g * (a["x"] - c3(a["running_mean"])) / SQRT(c3(a["running_var"]) + 1e-5) + b)
    parts = [selected(a["x"][:, c], a["m"], 1e-5) for c in range(4)]
    y = g * np.stack([part[0] for part in parts], 1) + b
    return dict(y=y, running_mean=ema(a["running_mean"], np.array([part[1] for part in parts]), 0.9),
                running_var=ema(a["running_var"], np.array([part[2] for part in parts]), 0.9))


@case("MaskedInstanceNorm", "N=3, C=4, T=6", **XT, **AFF)
def _(a, train):
    h = np.stack([[selected(x, m, 1e-5)[0] for x in rows] for rows, m in zip(a["x"], a["m"])])
    return dict(y=c3(a["gamma"]) * h + c3(a["beta"]))


@case("MaskedGroupNorm", "N=3, C=4, T=6, G=2", **XT, **AFF)
def _(a, train):
    h = np.empty_like(a["x"])
    for n in range(3):
        for g in range(2):
            part = slice(2 * g, 2 * g + 2)
            h[n, part] = selected(a["x"][n, part], np.stack([a["m"][n]] * 2), 1e-5)[0]
    return dict(y=c3(a["gamma"]) * h + c3(a["beta"]))


@case("BatchNormReLU", S4, **BNX)
def _(a, train):
    h, states = bn(a, train)
    return dict(y=np.maximum(ch(a["gamma"]) * h + ch(a["beta"]), 0), **states)


@case("BatchNormAddReLU", S4, **dict(BNX, r=(3, 4, 2, 5)))
def _(a, train):
    h, states = bn(a, train)
    return dict(y=np.maximum(ch(a["gamma"]) * h + ch(a["beta"]) + a["r"], 0), **states)


@case("RevIN", "N=2, T=5, C=3", x=(2, 5, 3), gamma=(3,), beta=(3,))
def _(a, train):
    x = a["x"]
    return dict(mu=x.mean(1), sigma=SQRT(x.var(1) + 1e-5), y=a["gamma"] * std(x, 1e-5, 1) + a["beta"])


@case("RevINInverse", "N=2, T=5, C=3", y=(2, 5, 3), mu=(2, 3), sigma=(2, 3), gamma=(3,), beta=(3,))
def _(a, train):
    h = (a["y"] - a["beta"]) / (a["gamma"] + 1e-10)
    return dict(x=h * a["sigma"][:, None] + a["mu"][:, None])


@case("StudentNorm", S7, **X7, **AFF7)
def _(a, train):
    weight = 1 / (1 + std(a["x"], 1e-5, 1) ** 2 / 4)
    h = np.stack([selected(x, w, 1e-5)[0] for x, w in zip(a["x"], weight)])
    return dict(y=a["gamma"] * h + a["beta"])


@case("LRN", "N=2, C=7, L=3, alpha=0.5", x=(2, 7, 3))
def _(a, train):
    y = np.empty_like(a["x"])
    for c in range(7):
        window = (a["x"][:, max(c - 2, 0):c + 3] ** 2).sum(1)
        y[:, c] = a["x"][:, c] / (2 + 0.5 / 5 * window) ** 0.75
    return dict(y=y)


@case("GDN", "N=2, C=4, H=3", x=(2, 4, 3), beta=(4,), gamma=(4, 4))
def _(a, train):
    energy = np.einsum("cd,ndh->nch", a["gamma"], a["x"] ** 2)
    return dict(y=a["x"] / SQRT(c3(a["beta"]) + energy))


def newton(s):
    p = np.eye(len(s))
    for _ in range(5):
        p = 1.5 * p - 0.5 * p @ p @ p @ s
    return p


@case("IterNorm", "N=5, C=3, L=4", x=(5, 3, 4), gamma=(3,), beta=(3,), running_mean=(3,), running_cov=(3, 3))
def _(a, train):
    rows = a["x"].transpose(1, 0, 2).reshape(3, 20)
    mu, cov = (rows.mean(1), np.cov(rows, bias=True)) if train else (a["running_mean"], a["running_cov"])
    s = cov + 1e-5 * np.eye(3)
    white = newton(s / np.trace(s)) / math.sqrt(np.trace(s))
    y = np.einsum("cd,ndl->ncl", white, a["x"] - c3(mu))
    states = dict(running_mean=ema(a["running_mean"], mu, 0.9),
                  running_cov=ema(a["running_cov"], cov, 0.9)) if train else {}
    return dict(y=c3(a["gamma"]) * y + c3(a["beta"]), **states)


@case("ONI", "C=3, I=4, P=2", v=(3, 4, 2))
def _(a, train):
    c = a["v"].reshape(3, 8)
    c = c - c.mean(1, keepdims=True)
    z = c / math.sqrt((c ** 2).sum() + 1e-12)
    return dict(w=(newton(z @ z.T) @ z).reshape(3, 4, 2))


def propagated(a, function):
    z = np.linspace(-12, 12, 24001)  # the trapezoidal rule converges exponentially here
    density = np.exp(-z ** 2 / 2) / math.sqrt(2 * math.pi) * 0.001
    mean = (function(z) * density).sum()
    deviation = math.sqrt((function(z) ** 2 * density).sum() - mean ** 2)
    h = a["x"] @ (a["w"] / np.linalg.norm(a["w"], axis=1, keepdims=True)).T
    return dict(y=(function(a["gamma"] * h + a["beta"]) - mean) / deviation)


PROP = dict(x=(3, 7), w=(4, 7), gamma=(4,), beta=(4,))


@case("NormPropTanh", "N=3, I=7, O=4", **PROP)
def _(a, train):
    return propagated(a, np.tanh)


@case("NormPropGELU", "N=3, I=7, O=4", **PROP)
def _(a, train):
    return propagated(a, lambda z: z * (1 + np.vectorize(math.erf)(z / math.sqrt(2))) / 2)


@case("NormPropSiLU", "N=3, I=7, O=4", **PROP)
def _(a, train):
    return propagated(a, lambda z: z / (1 + np.exp(-z)))


def standardized(u, h, deviation, axis):
    """The gradient of a standardization for the cotangent u of h."""
    return (u - u.mean(axis, keepdims=True) - h * (u * h).mean(axis, keepdims=True)) / deviation


@gradient("InputNorm")
def _(a, dy):
    return dict(dx=dy / SQRT(a["x"].var(0) + 1e-12))


@gradient("DetachNorm")
def _(a, dy):
    return dict(dx=dy / SQRT(a["x"].var(1, keepdims=True) + 1e-5))


@gradient("AdaNorm")
def _(a, dy):
    h = std(a["x"], 1e-5, 1)
    deviation = SQRT(a["x"].var(1, keepdims=True) + 1e-5)
    return dict(dx=standardized(1.5 * (1 - h / 10) * dy, h, deviation, 1))


@gradient("BatchRenorm")
def _(a, dy):
    x = a["x"]
    mu, s = x.mean((0, 2, 3), keepdims=True), SQRT(x.var((0, 2, 3), keepdims=True) + 1e-5)
    r = np.clip(s / ch(a["running_std"]), 1 / 1.25, 1.25)
    d = np.clip((mu - ch(a["running_mean"])) / ch(a["running_std"]), -0.5, 0.5)
    h = (x - mu) / s
    return dict(dx=standardized(ch(a["gamma"]) * r * dy, h, s, (0, 2, 3)), dgamma=(dy * (h * r + d)).sum((0, 2, 3)),
                dbeta=dy.sum((0, 2, 3)))


@gradient("SpectralNorm")
def _(a, dy):
    w, u, dy = a["w"].reshape(3, 8), a["u"], dy.reshape(3, 8)
    v = w.T @ u / np.linalg.norm(w.T @ u)
    u = w @ v / np.linalg.norm(w @ v)
    sigma = u @ w @ v
    return dict(dw=dy / sigma - (dy * w).sum() / sigma ** 2 * np.outer(u, v))


@gradient("StudentNorm")
def _(a, dy):
    weight = 1 / (1 + std(a["x"], 1e-5, 1) ** 2 / 4)
    dx = np.empty_like(a["x"])
    for n, (x, w) in enumerate(zip(a["x"], weight)):
        h, mu, v = selected(x, w, 1e-5)
        u = a["gamma"] * dy[n]
        dx[n] = (u - w / w.sum() * (u.sum() + h * (u * h).sum())) / math.sqrt(v + 1e-5)
    return dict(dx=dx)


def listed(arrays):
    return {name: np.asarray(array).ravel().tolist() for name, array in arrays.items()}


def main():
    cases = []
    for number, (name, shape, extents, formula) in enumerate(CASES):
        given = {}
        for at, (tensor, extent) in enumerate(extents.items()):
            given[tensor] = values(name, tensor, 100 * number + at, extent)
        train, infer, backward = formula(given, True), formula(given, False), {}
        if name in GRADIENTS:
            dy = values(name, "dy", 100 * number + 99, train["y"].shape)
            backward = GRADIENTS[name](given, dy)
            given["dy"] = dy
        cases.append(json.dumps(dict(name=name, shape=shape, given=listed(given), train=listed(train),
                                     infer=listed(infer), backward=listed(backward))))
    note = "NumPy " + np.__version__ + ", float64, by zoo_float64.py"
    print('{"note":"' + note + '","cases":[\n' + ",\n".join(cases) + "\n]}")


main()
