"""Wire copies: documents that carry another's text, found by their runs of five words.

Containment of hashed word shingles after Broder, "On the resemblance and containment of
documents" (1997). A sample of the hashes finds the candidates, all of them decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

from sholu.review.article import Article

_WORD = re.compile(r"\w+")
_RUN = 5
_SAMPLED = 8
# A shorter text is a template ("Photo: agency") more often than a story.
_FEWEST_RUNS = 20
# Of pairs above this share all were one agency's text, edited, among a thousand articles on one
# event; below it, more and more were updates of a paper's own.
_CONTAINED = 0.55
# An article that quotes a short one whole is no copy of it.
_ALIKE_IN_LENGTH = 0.5
# A run found in very many documents is paired with the earliest of them only.
_MOST_PAIRED = 20


def find_copies(articles: Sequence[Article]) -> dict[str, str]:
    """Id of each copy -> id of its original, which is no copy itself.

    Articles come by date. The original is the earliest, or the one whose outlet the others
    credit. Only articles in one language are compared.
    """
    groups: dict[str, list[Article]] = {}
    for article, original in _matched(articles):
        groups.setdefault(original.id, [original]).append(article)
    return {
        article.id: original.id
        for group in groups.values()
        for original in [_credited(group)]
        for article in group
        if article is not original
    }


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.casefold())


def _matched(articles: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Each copy with the earliest article it matches that is no copy."""
    runs = [_runs(article.text) for article in articles]
    candidates = _candidates(articles, runs)
    copies: dict[int, int] = {}
    for later in range(len(articles)):
        for earlier in candidates.get(later, ()):
            if earlier not in copies and _is_copy(runs[later], runs[earlier]):
                copies[later] = earlier
                break
    return [(articles[later], articles[earlier]) for later, earlier in copies.items()]


def _candidates(
    articles: Sequence[Article], runs: Sequence[frozenset[int]]
) -> Mapping[int, list[int]]:
    """Position -> earlier positions in the same language that share a sampled run, in order."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found: dict[int, list[int]] = {}
    for position, article in enumerate(articles):
        shared: Counter[int] = Counter()
        for run in runs[position]:
            if run % _SAMPLED == 0:
                row = holders[run]
                shared.update(row[:_MOST_PAIRED])
                row.append(position)
        same = [p for p in sorted(shared) if _language(articles[p]) == _language(article)]
        found[position] = same
    return found


def _language(article: Article) -> str | None:
    return article.lang or article.document.lang


def _is_copy(later: frozenset[int], earlier: frozenset[int]) -> bool:
    """Whether the later text stands in the earlier, or the two are one text cut differently."""
    common = len(later & earlier)
    if common < _FEWEST_RUNS:
        return False
    if common >= _CONTAINED * len(later):
        return True
    return common >= _CONTAINED * len(earlier) and len(earlier) >= _ALIKE_IN_LENGTH * len(later)


def _credited(group: Sequence[Article]) -> Article:
    """The article whose outlet most others of the group name; the earliest where none is."""
    credit: Counter[str] = Counter()
    for article in group:
        named = {m.id for m in article.reading.mentions if m.type == "outlet"}
        credit.update(named - {article.outlet})
    return max(group, key=lambda article: credit[article.outlet or ""])


def _runs(text: str) -> frozenset[int]:
    """Hashes of all runs of five words."""
    words = words_of(text)
    return frozenset(
        _hash(tuple(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1)
    )


def _hash(words: tuple[str, ...]) -> int:
    """The same in every process, unlike `hash`."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))
