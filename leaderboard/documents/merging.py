"""The same paper from several sources becomes one document.

Two documents are the same paper where they share an arXiv id or a DOI, or where their normalised titles are
alike and nothing speaks against it: two different arXiv ids, or two different DOIs, stay two papers, whatever
else they share. A document without ids whose title fits several such papers stays on its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from leaderboard.documents import dates, identity
from leaderboard.documents.record import opening
from leaderboard.model import Document

Group = list[Document]


def merge(documents: Iterable[Document]) -> list[Document]:
    """Return each paper once, in the order of first appearance: `merge([from_arxiv, from_a_bib_file])`.

    Of the records of a paper the most complete comes first (most fields filled, then the longer abstract,
    then more authors; ties by source, place and at last by all fields in alphabetical order), and each field
    is the first of them that is filled; the date is the finest of those that agree with the first. `source`
    and `place` go with the abstract. Which documents come out, and what is in them, does not depend on the
    order in which they came in.
    """
    arrived = list(documents)
    groups = _by_title(_by_doi(_by_arxiv(arrived)))
    order: dict[Document, int] = {}
    for number, each in enumerate(arrived):
        order.setdefault(each, number)
    return [_united(group) for group in sorted(groups, key=lambda group: min(order[each] for each in group))]


def _by_arxiv(documents: Sequence[Document]) -> list[Group]:
    """Group what shares an arXiv id; documents without one are alone."""
    groups: defaultdict[str, Group] = defaultdict(list)
    alone: list[Group] = []
    for each in documents:
        if each.arxiv_id:
            groups[each.arxiv_id].append(each)
        else:
            alone.append([each])
    return [*groups.values(), *alone]


def _by_doi(groups: list[Group]) -> list[Group]:
    """Join what shares a DOI, unless two arXiv papers do, as parts I and II that were registered alike."""
    sharing: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for doi in {each.doi for each in group if each.doi}:
            sharing[doi].append(group)
    kept = {id(group): group for group in groups}
    for same in sharing.values():
        with_arxiv = [group for group in same if group[0].arxiv_id]
        without = [group for group in same if not group[0].arxiv_id]
        target = with_arxiv[0] if len(with_arxiv) == 1 else without[0] if without else None
        for group in without:
            if target is not None and group is not target:
                target.extend(group)
                del kept[id(group)]
    return list(kept.values())


def _by_title(groups: list[Group]) -> list[Group]:
    """Join what has the same title: first arXiv's with the one DOI elsewhere, then what has no ids."""
    keys = {id(group): {_key(each) for each in group} for group in groups}
    with_arxiv = [group for group in groups if _ids(group)[0]]
    with_doi = [group for group in groups if not _ids(group)[0] and _ids(group)[1]]
    kept = {id(group): group for group in groups}

    partners = _partners(with_arxiv, with_doi, keys)
    for group in with_doi:
        mine = partners[id(group)]
        if len(mine) == 1 and len(partners[id(mine[0])]) == 1 and not _ids(mine[0])[1]:
            mine[0].extend(group)
            keys[id(mine[0])] |= keys[id(group)]
            del kept[id(group)]

    named: defaultdict[str, list[Group]] = defaultdict(list)
    nameless: dict[str, Group] = {}
    for group in list(kept.values()):
        if any(_ids(group)):
            for key in keys[id(group)]:
                named[key].append(group)
        else:
            first = nameless.setdefault(_key(group[0]), group)
            if first is not group:
                first.extend(group)
                del kept[id(group)]
    for key, group in nameless.items():
        if len(named[key]) == 1:
            named[key][0].extend(group)
            del kept[id(group)]
    return list(kept.values())


def _partners(some: list[Group], others: list[Group], keys: dict[int, set[str]]) -> dict[int, list[Group]]:
    """Return for each group those of the other list with one of its titles."""
    titled: defaultdict[str, list[Group]] = defaultdict(list)
    for group in some:
        for key in keys[id(group)]:
            titled[key].append(group)
    partners: dict[int, list[Group]] = {id(group): [] for group in (*some, *others)}
    for group in others:
        found = {id(each): each for key in keys[id(group)] for each in titled[key]}
        partners[id(group)] = list(found.values())
        for each in found.values():
            partners[id(each)].append(group)
    return partners


def _ids(group: Group) -> tuple[str | None, str | None]:
    return group[0].arxiv_id, next((each.doi for each in group if each.doi), None)


def _key(document: Document) -> str:
    """Return what the titles are compared by; a title made of an abstract's opening says nothing."""
    if document.id.startswith("title:"):
        return document.id
    if document.title == opening(document.abstract):
        return document.id
    return identity.title_id(document.title)


def _united(group: Group) -> Document:
    if len(group) == 1:
        return group[0]
    ranked = sorted(set(group), key=_rank)
    first = ranked[0]
    said = next((each for each in ranked if each.abstract.strip()), first)
    arxiv = next((each.arxiv_id for each in ranked if each.arxiv_id), None)
    doi = next((each.doi for each in ranked if each.doi), None)
    date = dates.finest([each.date for each in ranked])
    return replace(
        first,
        id=f"arxiv:{arxiv}" if arxiv else f"doi:{doi}" if doi else first.id,
        abstract=said.abstract,
        authors=next((each.authors for each in ranked if each.authors), ()),
        date=date,
        date_precision=dates.precision(date),
        url=next((each.url for each in ranked if each.url), None),
        venue=next((each.venue for each in ranked if each.venue), None),
        arxiv_id=arxiv,
        doi=doi,
        source=said.source,
        place=said.place,
    )


def _rank(document: Document) -> tuple[object, ...]:
    each = document
    filled = (each.abstract.strip(), each.authors, each.date, each.url, each.venue, each.arxiv_id, each.doi)
    return (
        -sum(map(bool, filled)),
        -len(each.abstract),
        -len(each.authors),
        each.source,
        [(len(digits), digits) for digits in each.place.split()],  # line 9 before line 12
        each.id,
        each.title,
        each.abstract,
        each.authors,
        each.date or "",
        each.url or "",
        each.venue or "",
        each.arxiv_id or "",
        each.doi or "",
    )
