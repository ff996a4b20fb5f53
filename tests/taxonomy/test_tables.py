"""The shipped tables: broad, complete, without doubles, their directions right, the spellings of authors found."""

from collections import Counter

import pytest

from leaderboard.resources import taxonomy as folder
from leaderboard.taxonomy import default, key

AREAS = [
    *("3D vision", "agents", "audio", "biology", "code", "dialogue", "earth", "graphs", "language", "math"),
    *("medicine", "multimodal", "neuroscience", "recommendation", "reinforcement learning", "retrieval"),
    *("robotics", "safety", "science", "speech", "systems", "tabular", "time series", "video", "vision"),
]

# The row that a spelling of authors means.
SPELLED = [
    ("benchmark", "AIME 2024", ["AIME24", "AIME 2024", "AIME'24", "AIME2024", "AIME-24"]),
    ("benchmark", "MATH-500", ["MATH-500", "MATH500", "MATH 500"]),
    ("benchmark", "GSM8K", ["GSM8k", "GSM-8K", "gsm8k"]),
    ("benchmark", "SWE-bench Verified", ["SWE-bench Verified", "SWE-Bench-Verified", "SWE-bench-verified"]),
    ("benchmark", "LiveCodeBench", ["LiveCodeBench", "LCB", "LiveCode-Bench"]),
    ("benchmark", "MMLU-Pro", ["MMLU-Pro", "MMLU Pro", "MMLU-PRO"]),
    ("benchmark", "ImageNet", ["ImageNet-1K", "ImageNet-1k", "ILSVRC2012", "ImageNet1K"]),
    ("benchmark", "WikiText-2", ["WikiText-2", "WikiText2", "Wikitext-2", "Wiki2"]),
    ("benchmark", "CIFAR-10", ["CIFAR10", "CIFAR-10", "Cifar-10"]),
    ("benchmark", "MS COCO", ["COCO", "MS COCO", "MS-COCO", "MSCOCO", "COCO 2017"]),
    ("benchmark", "ImageNet 256x256", ["ImageNet 256x256", "ImageNet 256×256", "ImageNet-256"]),
    ("benchmark", "GPQA Diamond", ["GPQA Diamond", "GPQA-Diamond"]),
    ("benchmark", "τ-bench", ["τ-bench", "tau-bench", "TAU-bench"]),
    ("benchmark", "nuScenes", ["nuScenes", "NuScenes", "nuscenes"]),
    ("benchmark", "NeRF Synthetic", ["NeRF Synthetic", "NeRF-Synthetic", "Synthetic-NeRF"]),
    ("benchmark", "BCI Competition IV 2a", ["BCI Competition IV 2a", "BCIC IV 2a", "BCI IV 2a"]),
    ("benchmark", "MovieLens-1M", ["MovieLens-1M", "ML-1M", "MovieLens 1M"]),
    ("benchmark", "PeMSD4", ["PeMSD4", "PEMS04", "PeMS04"]),
    ("metric", "AUROC", ["AUROC", "ROC-AUC", "ROC AUC", "AUC-ROC"]),
    ("metric", "WER", ["WER", "word error rate", "word-error rate"]),
    ("metric", "f1", ["F1", "F1-score", "F1 score", "F-measure"]),
    ("metric", "time to first token", ["TTFT", "time to first token", "time-to-first-token"]),
    ("model", "Llama 2", ["Llama 2", "LLaMA-2", "Llama-2", "LLaMA2"]),
    ("model", "GPT-4o", ["GPT-4o", "GPT4o", "GPT 4o"]),
    ("model", "DeepSeek-R1", ["DeepSeek-R1", "DeepSeek R1"]),
    ("model", "Qwen2.5-VL", ["Qwen2.5-VL", "Qwen2.5VL"]),
    ("model", "ResNet-50", ["ResNet-50", "ResNet50"]),
]

# Which way is better, one metric of each kind that could be got wrong.
UP = [
    *(
        "accuracy",
        "f1",
        "AUROC",
        "BLEU",
        "chrF",
        "COMET",
        "ROUGE-L",
        "CIDEr",
        "pass@k",
        "success rate",
        "win rate",
    ),
    *(
        "mIoU",
        "mAP",
        "Dice",
        "PSNR",
        "SSIM",
        "CLIP score",
        "inception score",
        "PESQ",
        "STOI",
        "SI-SDR",
        "MOS",
    ),
    *(
        "nDCG@k",
        "MRR",
        "recall@k",
        "hits@k",
        "R²",
        "Spearman correlation",
        "C-index",
        "HOTA",
        "delta1",
        "NDS",
    ),
    *("Nash-Sutcliffe efficiency", "critical success index", "TM-score", "lDDT", "QED", "Sharpe ratio"),
    *(
        "throughput",
        "FPS",
        "speedup",
        "RTFx",
        "instructions per cycle",
        "cache hit rate",
        "hardware utilization",
        "Elo",
        "return",
    ),
    *("energy efficiency ratio", "RadGraph F1", "successful detection rate", "timing slack", "insertion AUC"),
    *("log-likelihood", "hypervolume", "VUS-PR", "normalized surface distance", "ADD", "acceptance length"),
    *("worst-group accuracy", "robust accuracy", "SLO attainment", "effective sample size", "FROC"),
]
DOWN = [
    *(
        "perplexity",
        "loss",
        "WER",
        "CER",
        "EER",
        "DER",
        "minDCF",
        "TER",
        "MetricX",
        "FID",
        "KID",
        "FVD",
        "LPIPS",
    ),
    *(
        "NIQE",
        "BRISQUE",
        "MAE",
        "MSE",
        "RMSE",
        "MAPE",
        "sMAPE",
        "MASE",
        "CRPS",
        "quantile loss",
        "ECE",
        "Brier score",
    ),
    *(
        "Hausdorff distance",
        "Chamfer distance",
        "MPJPE",
        "endpoint error",
        "AbsRel",
        "ADE",
        "FDE",
        "ATE",
        "RPE",
    ),
    *(
        "latency",
        "time to first token",
        "inference time",
        "memory",
        "energy",
        "cost",
        "FLOPs",
        "carbon emissions",
    ),
    *(
        "real-time factor",
        "MCD",
        "FAD",
        "RMSD",
        "docking score",
        "regret",
        "optimality gap",
        "toxicity",
        "CHAIR",
    ),
    *(
        "hallucination rate",
        "over-refusal rate",
        "forgetting",
        "maximum drawdown",
        "bit error rate",
        "wirelength",
    ),
    *(
        "PEHE",
        "structural Hamming distance",
        "AIC",
        "BIC",
        "energy-delay product",
        "deletion AUC",
        "bits per byte",
    ),
    *(
        "negative log-likelihood",
        "false positive rate",
        "collision rate",
        "self-BLEU",
        "mean rank",
        "BD-rate",
    ),
    *("power usage effectiveness", "job completion time", "SLO violations", "inverted generational distance"),
]
EITHER = [
    "attack success rate",
    "bit-width",
    "sparsity",
    "odds ratio",
    "hazard ratio",
    "coverage probability",
]


def test_every_area_has_benchmarks() -> None:
    counts = Counter(benchmark.area for benchmark in default().benchmarks)
    assert [area for area in AREAS if counts[area] < 40] == []


@pytest.mark.parametrize("table", ["benchmarks", "metrics", "models"])
def test_every_row_says_where_it_comes_from(table: str) -> None:
    rows = getattr(default(), table)
    assert [row.name for row in rows if not row.source] == []


def test_the_lists_that_rows_come_from_are_recorded() -> None:
    text = (folder() / "README.md").read_text(encoding="utf-8")
    recorded = {
        line.split("|")[1].split("(")[0].strip() for line in text.splitlines() if line.startswith("| ")
    }
    named = {
        part
        for table in ("benchmarks", "metrics", "models")
        for row in getattr(default(), table)
        for part in row.source.split("; ")
    }
    assert named - recorded - {"own list"} == set()


def test_no_benchmark_stands_twice_with_a_noun_behind_it() -> None:
    """`DUD-E` beside `DUDE dataset` of one task would be one benchmark on two boards."""
    nouns = ("dataset", "benchmark", "corpus")
    plain: dict[tuple[str, str], list[str]] = {}
    for row in default().benchmarks:
        name = key(row.name)
        shorter = next((name.removesuffix(noun) for noun in nouns if name.endswith(noun)), name)
        plain.setdefault((shorter, row.task), []).append(row.name)
    assert [names for names in plain.values() if len(names) > 1] == []


def test_models_have_families_and_sizes() -> None:
    models = default().models
    assert len(models) >= 300
    assert all(model.family for model in models)
    assert sum(bool(model.sizes) for model in models) >= 100
    families = Counter(model.family for model in models)
    assert all(
        families[name] >= 5 for name in ("GPT", "Claude", "Gemini", "Llama", "Qwen", "Mistral", "DeepSeek")
    )


@pytest.mark.parametrize(("kind", "name", "spellings"), SPELLED)
def test_spellings_of_authors_mean_the_row_and_are_found_in_text(
    kind: str, name: str, spellings: list[str]
) -> None:
    taxonomy = default()
    for spelling in spellings:
        row = taxonomy.resolve(kind, spelling)
        assert row is not None, spelling
        assert row.name == name, spelling
        found = [
            hit.row.name for hit in taxonomy.names.find(f"results on {spelling} are") if hit.kind == kind
        ]
        assert found == [name], spelling


@pytest.mark.parametrize(("names", "better"), [(UP, True), (DOWN, False), (EITHER, None)])
def test_directions_of_metrics(names: list[str], better: bool | None) -> None:
    rows = {metric.name: metric for metric in default().metrics}
    assert [name for name in names if name not in rows] == []
    assert [name for name in names if rows[name].higher_is_better is not better] == []


def test_a_size_behind_a_model_belongs_to_its_name() -> None:
    text = "Llama-2-13B-chat and Qwen2.5-VL-7B-Instruct against Mixtral-8x7B"
    assert [(hit.name, hit.row.name) for hit in default().names.find(text)] == [
        ("Llama-2-13B-chat", "Llama 2"),
        ("Qwen2.5-VL-7B-Instruct", "Qwen2.5-VL"),
        ("Mixtral-8x7B", "Mixtral"),
    ]


def test_keys_of_names_are_their_own() -> None:
    for rows in (default().metrics, default().models):
        assert [name for name, times in Counter(key(row.name) for row in rows).items() if times > 1] == []
