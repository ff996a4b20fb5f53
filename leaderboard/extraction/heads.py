"""Head nouns of metrics: a phrase that ends in one of them names a measure, whether a list knows it or not."""

METRIC_HEADS = frozenset(
    ["accuracy", "accuracies", "score", "scores", "rate", "rates", "f1", "error", "errors", "precision", "recall", "coverage", "correctness", "similarity", "correlation", "consistency", "ratio", "fidelity", "index", "loss", "perplexity", "sensitivity", "specificity", "auc", "auroc", "map", "miou", "iou", "dice", "bleu", "rouge", "f-score", "f-measure", "f1-score", "f1-scores", "fid", "psnr", "ssim", "wer", "cer", "rmse", "mae", "mse", "ndcg", "mrr", "r2", "success", "reliability", "agreement", "completeness", "robustness", "throughput", "latency", "speed", "efficiency", "utilization", "faithfulness", "relevance", "quality", "pass@1", "elo", "rank", "distance", "likelihood", "probability", "compliance", "alignment", "effectiveness", "percentage", "kappa", "em", "acc", "bertscore", "bleurt", "comet", "meteor", "cider", "spearman", "pearson", "coefficient", "metric", "hit", "hits", "top-1", "top-5", "win-rate", "length", "size", "count", "usability", "satisfaction", "satisfactory", "detection", "adherence", "diversity", "confidence", "entropy", "divergence", "validity", "factuality", "r^2", "r2", "transferability", "solvability", "stability", "retention", "overlap", "completion", "overhead", "usage", "consumption", "time", "cost", "reduction"]
)
# what is had in amounts: a bare number before or after it is no score
AMOUNTS = frozenset(
    ["length", "size", "count", "time", "cost", "memory", "usage", "overhead", "consumption", "number", "speed", "latency", "budget", "reduction", "storage"]
)
