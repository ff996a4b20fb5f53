from collections.abc import Callable
from pathlib import Path

import pytest

from leaderboard.documents import read_bytes
from leaderboard.model import Document, Refusal

SHARED = Path(__file__).parents[2] / "../shared"


class Found(list[Document | Refusal]):
    """What was read, with its two kinds apart."""

    @property
    def documents(self) -> list[Document]:
        return [each for each in self if isinstance(each, Document)]

    @property
    def refusals(self) -> list[Refusal]:
        return [each for each in self if isinstance(each, Refusal)]

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.documents]

    @property
    def places(self) -> list[str]:
        return [each.place for each in self.refusals]

    @property
    def only(self) -> Document:
        assert len(self) == 1, self
        assert isinstance(self[0], Document), self
        return self[0]


@pytest.fixture
def found() -> Callable[[str | bytes], Found]:
    """Read what a text or bytes hold."""

    def read(data: str | bytes) -> Found:
        return Found(read_bytes(data.encode() if isinstance(data, str) else data, "source"))

    return read


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared corpora are not on this machine")
    return SHARED
