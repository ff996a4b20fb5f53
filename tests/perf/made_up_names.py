"""The names that made-up papers can speak of, with how likely each is: those of the taxonomy and others made up."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from leaderboard.taxonomy import default

SIZES = (0.1, 0.35, 1.1, 1.5, 3, 7, 7, 8, 13, 32, 34, 70, 175, 405)


def spaced(names: str) -> list[str]:
    return names.split()


WORDS = spaced(
    "model training data results large language approach framework evaluation tasks efficient learning attention inference "
    "representation novel performance quality robust domain transfer sparse dense network layer token reasoning retrieval "
    "alignment knowledge distillation sampling gradient latent visual speech graph code agent naïve Schrödinger long-context"
)
STEMS = spaced(
    "Dense Sparse Deep Fast Meta Auto Hyper Open Uni Multi Cross Self Neo Tiny Giga Flow Swift Omni Ever Prime"
)
ENDINGS = spaced(
    "Net Former LM RAG Diff GNN Mixer Tuner Quant Prune Agent Coder Rank Seg CLIP BERT Mamba Flow Align Bench"
)
SYLLABLES = spaced("an ba chen dö el fu gar hi ita jo kim lé mar ño ok pra qui ro san tse ü va wu xi yo zh")


class Names:
    """Names with Zipf weights, the first most likely, drawn by `draw(random)`."""

    def __init__(self, names: list[str], exponent: float) -> None:
        self.names = names
        self.weights = list(accumulate(1 / (rank + 2) ** exponent for rank in range(len(names))))

    def draw(self, random: Random) -> str:
        return random.choices(self.names, cum_weights=self.weights)[0]


@dataclass(frozen=True)
class World:
    """What papers can speak of: names with their weights, and the usual metric of a benchmark."""

    benchmarks: Names
    metrics: Names
    models: Names
    families: Names
    baselines: Names
    usual: dict[str, str]
    units: dict[str, str]


@cache
def world() -> World:
    taxonomy = default()
    benchmarks = [benchmark.name for benchmark in taxonomy.benchmarks]
    Random(4).shuffle(benchmarks)  # else the most reported ones would all be of one task
    metrics = [m.name for m in taxonomy.metrics if m.group in ("quality", "error", "safety")]
    series = [f"{stem}-{size:g}B" for size in dict.fromkeys(SIZES) for stem in STEMS]
    models = [*(model.name for model in taxonomy.models), *series, *(f"Base-{n}" for n in range(1000))]
    famous = [f"{stem}{ending}" for stem in STEMS for ending in ENDINGS]
    Random(5).shuffle(famous)
    return World(
        Names(benchmarks, 0.95),
        Names(metrics, 1.15),
        Names(models, 0.8),
        Names([family.name for family in taxonomy.families], 0.7),
        Names([name for pair in zip(famous, models * 9, strict=False) for name in pair], 0.9),
        {benchmark.name: benchmark.metric for benchmark in taxonomy.benchmarks if benchmark.metric},
        {metric.name: metric.unit for metric in taxonomy.metrics},
    )
