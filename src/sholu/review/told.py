"""Sentences of the documents with the acts they tell, found by act."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.model import Dating, Document, Evidence, Reading, Span
from sholu.review.act import Act
from sholu.review.acts import find_acts, is_contrary
from sholu.review.article import Article
from sholu.review.sentences import sentences
from sholu.review.vocabulary import Word, vocabulary
from sholu.world import World

_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence that tells of acts.

    Attributes:
        order: of the document among all, by time of publication.
        acts: at code points of the sentence.
        ids: of all that the world knows in it; with a person, the country.
        days: the days that its time expressions mean.
        foreseen: ranges of the document that only foresee.
    """

    document: Document
    day: str
    order: tuple[str, str, str]
    lang: str
    start: int
    end: int
    acts: tuple[Act, ...]
    ids: frozenset[str]
    days: tuple[Dating, ...]
    foreseen: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.document.text[self.start : self.end]

    def words(self) -> tuple[Word, ...]:
        """Its words of content, at code points of the sentence."""
        return vocabulary(self.lang).words(self.text)

    def foresees(self, act: Act) -> bool:
        """Whether the act stands beside another to come, in what the document itself foresees."""
        ahead = [a for a in self.acts if a.form in ("coming", "never") and a.start != act.start]
        return any(
            self._within(act, span) and any(self._within(other, span) for other in ahead)
            for span in self.foreseen
        )

    def _within(self, act: Act, span: tuple[int, int]) -> bool:
        return span[0] < self.start + act.end and self.start + act.start < span[1]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of the sentence from one code point to another, as evidence."""
        return Evidence(
            document=self.document.id,
            span=Span.cut(self.document.text, self.start + start, self.start + end),
        )


class Archive:
    """All that the documents tell, with how common each word is among them."""

    def __init__(
        self, documents: Sequence[Document], readings: Mapping[str, Reading], world: World
    ) -> None:
        self._world = world
        self._by_key: defaultdict[str, list[Told]] = defaultdict(list)
        self._contrary: list[Told] = []
        self._carriers: defaultdict[str, set[str]] = defaultdict(set)
        self.documents = len(documents)
        dated = [(d, readings[d.id]) for d in documents if d.id in readings]
        days = [day for d, r in dated if (day := day_of(d, r))]
        self.last_day = max(days, default=None)
        for document, reading in sorted(dated, key=lambda pair: pair[0].id):
            self._take(document, reading)

    def later(self, keys: frozenset[str], day: str) -> Iterator[Told]:
        """Sentences that tell one of the acts, published after the day; the earliest first."""
        found = [told for key in keys for told in self._by_key[key] if told.day > day]
        seen = {(t.document.id, t.start): t for t in found}
        yield from sorted(seen.values(), key=lambda t: (t.order, t.start))

    def undoing(self, day: str) -> Iterator[Told]:
        """Sentences that tell of something cancelled, put off or refused after the day."""
        found = [told for told in self._contrary if told.day > day]
        yield from sorted(found, key=lambda t: (t.order, t.start))

    def share(self, word: Word) -> int:
        """How many documents print the word or its like in another language."""
        carriers: set[str] = set()
        for key in word.stems | word.keys:
            carriers |= self._carriers[key]
        return len(carriers)

    def _take(self, document: Document, reading: Reading) -> None:
        lang = reading.lang or ""
        for word in vocabulary(lang).words(document.text):
            for key in word.stems | word.keys:
                self._carriers[key].add(document.id)
        day = day_of(document, reading)
        if day is None:
            return
        order = Article(document=document, reading=reading).order
        foreseen = tuple((e.content.start, e.content.end) for e in reading.expectations)
        for start, end in sentences(document.text):
            if end - start > _LONGEST:
                continue
            acts = find_acts(document.text[start:end], lang)
            if not acts:
                continue
            told = Told(
                document=document,
                day=day,
                order=order,
                lang=lang,
                start=start,
                end=end,
                acts=acts,
                ids=frozenset(self._ids(reading, start, end)),
                days=tuple(d for d in reading.dates if start <= d.span.start < end),
                foreseen=foreseen,
            )
            for key in dict.fromkeys(act.key for act in acts):
                self._by_key[key].append(told)
            if any(is_contrary(act) for act in acts):
                self._contrary.append(told)

    def _ids(self, reading: Reading, start: int, end: int) -> Iterator[str]:
        for mention in reading.mentions:
            if start <= mention.span.start < end:
                yield mention.id
                if mention.type == "person" and (country := country_of(mention.id, self._world)):
                    yield country


def day_of(document: Document, reading: Reading) -> str | None:
    """The day of publication, given or printed in the text."""
    return reading.published[:10] if reading.published else document.day


def country_of(person: str, world: World) -> str | None:
    """The country of a person the world knows; null for anybody and anything else."""
    try:
        voice = world.voice(person, "en")
    except KeyError:
        return None
    return voice.country if voice.type == "person" else None
