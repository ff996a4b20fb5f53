"""How many processes are worth starting."""

import os
from typing import Final

# To start a process takes about a second, in which one core extracts so many documents.
MANY: Final = 2_000


def processes(wanted: int | None, documents: int) -> int:
    """Return how many processes extract: as many as wanted, or by default one a core where that pays off.

    >>> processes(3, 10), processes(None, 10)
    (3, 1)
    """
    if wanted is not None:
        return wanted
    if documents < MANY:
        return 1
    usable = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(usable(0)) if usable else os.cpu_count() or 1
