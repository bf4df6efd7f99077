"""Whose words they are, and where they were printed: the two lines around a quotation."""

from collections.abc import Iterator

from sholu.model import DocumentCard, Expectation, Review, Span, Statement, Voice
from sholu.publish.places import Key, places
from sholu.publish.printable import printable
from sholu.publish.sheet import Origin, Passage, Place, Quotation, Speaker, Term
from sholu.publish.words import Words

# "said that ", ", что ", " в том, что ": longer, something else stands between.
_WIDEST_JOINT = 12


class Sources:
    """The quotations, passages and speakers of one review in one language.

    Attributes:
        quotations: by id of the statement.
        places: by document and offsets.
    """

    def __init__(self, review: Review, words: Words) -> None:
        self._words = words
        self._cards = {card.id: card for card in review.documents}
        self._articles = {card.id: f"a{n}" for n, card in enumerate(review.documents, start=1)}
        self._outlets = _outlet_names(review, words.lang)
        anchors = {item.id: f"q{n}" for n, item in enumerate(review.statements, start=1)}
        self.places: dict[Key, Place] = places(review, anchors)
        self.quotations: dict[str, Quotation] = {}
        for item in review.statements:
            copies = tuple(self.origin(name) for name in item.carried_by if name != item.document)
            self.quotations[item.id] = self._quotation(
                anchors[item.id], item.section, item.document, item.statement, copies
            )

    def origin(self, document: str, carriers: tuple[str, ...] = ()) -> Origin:
        """The source line of a document, behind the outlets that passed the words on."""
        card = self._cards[document]
        day = card.published[:10] if card.published else None
        return Origin(
            article=self._articles[document],
            title=printable(card.title) or self._words("document.untitled"),
            carriers=self._carriers(card, carriers),
            day=day,
            date=self._words.day(day) or self._words("no-date"),
            lang=_known_language(card.lang),
            language=self._words.language(card.lang),
            url=_web_address(card.url),
        )

    def passage(self, document: str, span: Span, carriers: tuple[str, ...] = ()) -> Passage:
        """Words of a document with the anchor of their place."""
        place = self.places[document, span.start, span.end]
        return Passage(
            text=printable(span.text),
            place=place.anchor,
            origin=self.origin(document, carriers),
        )

    def speaker(self, voice: Voice | None, document: str | None, printed: str | None) -> Speaker:
        """The voice; where there is none the source as printed, else "not stated"."""
        lang = self._cards[document].lang if document else None
        if voice is None:
            if printed is None:
                return Speaker(name=Term(text=self._words("not-stated")))
            return Speaker(name=Term(text=printable(printed), lang=self._foreign(lang)))
        return Speaker(name=self._name(voice, lang), notes=tuple(self._notes(voice, lang)))

    def expecting(self, expected: Expectation, document: str) -> Speaker:
        """Whose expectation it is; the printer's own where no voice is named."""
        if expected.voice is None:
            carriers = self.origin(document).carriers
            return Speaker(name=Term(text=carriers[-1]))
        return self.speaker(expected.voice, document, None)

    def _quotation(
        self,
        anchor: str,
        section: str,
        document: str,
        statement: Statement,
        copies: tuple[Origin, ...],
    ) -> Quotation:
        judged = statement.assessment_words
        source = statement.source.text if statement.source else None
        speaker = self.speaker(statement.voice, document, source)
        stated = statement.voice is not None or source is not None
        before, after = _words_of_saying(statement, self._cards[document].text)
        return Quotation(
            anchor=anchor,
            section=section,
            kind=statement.kind,
            text=printable(self._printed(statement)),
            label=self._words.statement_of(speaker.name.text, stated=stated),
            speaker=speaker,
            passage=self.passage(document, statement.content, statement.carriers),
            assessment=statement.assessment,
            words=printable(judged.text) if judged else None,
            heading=printable(statement.heading.text) if statement.heading else None,
            nested=statement.nested,
            copies=copies,
            translated=printable(statement.translated.text) if statement.translated else None,
            before=printable(before),
            after=printable(after),
        )

    def _printed(self, statement: Statement) -> str:
        pieces = [part.text for part in statement.parts] or [statement.content.text]
        if statement.kind != "direct":
            return " ".join(pieces)
        return ", ".join(self._words.quoted(piece) for piece in pieces)

    def _carriers(self, card: DocumentCard, carriers: tuple[str, ...]) -> tuple[str, ...]:
        own = card.outlet.id if card.outlet else None
        chain = [*(name for name in carriers if name != own), *([own] if own else [])]
        names = tuple(printable(self._outlets.get(name, name)) for name in chain)
        return names or (self._words("document.outlet-unknown"),)

    def _name(self, voice: Voice, lang: str | None) -> Term:
        if self._words.lang not in voice.names and voice.members:
            names = [member.name_in(self._words.lang) for member in voice.members]
            return Term(text=printable(self._words.listing(names)))
        foreign = None if self._words.lang in voice.names else self._foreign(lang)
        return Term(text=printable(voice.name_in(self._words.lang)), lang=foreign)

    def _notes(self, voice: Voice, lang: str | None) -> Iterator[Term]:
        if voice.role:
            several = voice.type == "group" or bool(voice.members)
            known = self._words.role(voice.role, lang, several=several)
            foreign = None if known else self._foreign(lang)
            yield Term(text=known or _uncapitalised(printable(voice.role)), lang=foreign)
        country = self._words.country(voice.country)
        if country and voice.type != "state" and country not in self._name(voice, lang).text:
            yield Term(text=country)

    def _foreign(self, lang: str | None) -> str | None:
        return None if lang == self._words.lang else _known_language(lang)


def _words_of_saying(statement: Statement, text: str) -> tuple[str, str]:
    """What stands between a clause of reported speech and its cue, the cue with it.

    Only where the two stand together: with a name between them the clause reads well alone.
    """
    cue, content = statement.cue, statement.content
    if cue is None or statement.kind == "direct" or statement.parts:
        return "", ""
    joint = text[cue.end : content.start]
    if 0 <= content.start - cue.end <= _WIDEST_JOINT and (joint.isspace() or joint.strip(", ")):
        # Not "айтуынша, …", "по её оценке, …": behind a phrase and a comma stands a sentence.
        return text[cue.start : content.start], ""
    if 0 <= cue.start - content.end <= 1:
        return "", text[content.end : cue.end]
    return "", ""


def _outlet_names(review: Review, lang: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for item in review.statements:
        voice = item.statement.voice
        if voice is not None and voice.type == "outlet":
            names[voice.id] = voice.name_in(lang)
    for card in review.documents:
        if card.outlet is not None:
            names[card.outlet.id] = card.outlet.name
    return names


def _uncapitalised(role: str) -> str:
    """A role noun as it stands inside a line, though it may have opened a sentence."""
    return role[:1].lower() + role[1:] if role[1:].islower() else role


def _known_language(lang: str | None) -> str | None:
    return lang if lang and lang != "und" else None


def _web_address(url: str | None) -> str | None:
    if url and url.lower().startswith(("http://", "https://")):
        return url
    return None
