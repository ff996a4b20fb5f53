"""Documents and claims as Arrow record batches, and the one pure function between them, mapped here or elsewhere.

    claims = leaderboard.extract_batch(documents)

is without state of its own, so that whatever maps a function over batches can map it: `pool.understand_all` over processes
of this machine, `map_batches` of Ray or `mapInArrow` of Spark over many.
"""
