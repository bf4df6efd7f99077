"""Makes copies of articles, and what is like a copy and none, from seeds.

Articles are those of the sample, and longer ones invented by following the sample's words: behind
each word stands one that stood behind it somewhere in the sample, so that they share turns of
phrase as the articles of one beat do.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import pairwise
from random import Random

from sholu.stories.copies import CopyText

SAMPLE = [
    json.loads(line)
    for line in (files("sholu.sample") / "articles.jsonl").read_text("utf-8").splitlines()
]
LANGUAGES = ("en", "kk", "ru")
FOOT = {
    "en": "Subscribe to our letter and read the news of the bay before breakfast. All rights "
    "reserved; no part of this page may be printed without the leave of the editors.",
    "kk": "Хабарландыру арнасына жазылып, шығанақ жаңалықтарын бірінші болып оқыңыз. Барлық құқық "
    "қорғалған, редакцияның рұқсатынсыз көшіріп басуға болмайды.",
    "ru": "Подпишитесь на нашу рассылку и читайте новости залива раньше всех. Все права защищены, "
    "перепечатка без письменного согласия редакции запрещена.",
}
WEATHER = {
    "en": "In {place} the day will be cloudy with clear spells. Wind from the north at {} metres "
    "a second, gusts up to {}. By day the air warms to {} degrees, at night it cools to {} below. "
    "The water at the pier stands at {} degrees, its level at {} centimetres. The moon rises at "
    "{} hours {} minutes. Drivers are asked to mind the fog on the coast road and the ferry crews "
    "to listen to channel {} every {} hours.",
    "kk": "{place} аумағында күні бойы бұлтты, кей уақытта ашық болады. Желдің жылдамдығы "
    "секундына {} метр, екпіні {} метрге жетеді. Күндіз ауа {} градусқа дейін жылынады, түнде {} "
    "градус аяз болады. Су деңгейі {} сантиметр, температурасы {} градус. Ай сағат {} бен {} "
    "аралығында туады. Жүргізушілерден жағалаудағы тұманнан сақ болу, кеме тобынан {} арнасын әр "
    "{} сағат сайын тыңдау сұралады.",
    "ru": "По району {place} днём ожидается облачная погода с прояснениями. Ветер северный {} "
    "метров в секунду, порывы до {}. Днём воздух прогреется до {} градусов, ночью мороз до {}. "
    "Вода у причала {} градусов, её уровень {} сантиметров. Луна взойдёт в {} часов {} минут. "
    "Водителей просят быть внимательными из-за тумана на береговой дороге, а экипажи паромов "
    "слушать канал {} каждые {} часов.",
}
PLACES = ("Toldara", "Lazmir", "Olmera", "Estmond", "Visanta", "Karnev")


@dataclass(frozen=True, slots=True)
class Made:
    """A document, the family of copies it belongs to, and how it came about."""

    text: CopyText
    family: str
    how: str


class Maker:
    """Invents articles in one language."""

    def __init__(self, lang: str, random: Random) -> None:
        self.lang = lang
        self.random = random
        self.behind: defaultdict[str, list[str]] = defaultdict(list)
        for article in SAMPLE:
            if article["lang"] == lang:
                words = re.findall(r"\w+", article["text"])
                for first, second in pairwise(words):
                    self.behind[first.casefold()].append(second)
        self.vocabulary = sorted({word for row in self.behind.values() for word in row})

    def words(self, count: int) -> list[str]:
        """Words that follow one another as in the sample, with a leap now and then."""
        word = self.random.choice(self.vocabulary)
        made = [word]
        while len(made) < count:
            row = self.behind.get(word.casefold())
            leap = not row or self.random.random() < 0.25
            word = self.random.choice(self.vocabulary if leap or not row else row)
            made.append(word)
        return made

    def sentence(self) -> str:
        """One sentence of an article, now and then with a number."""
        words = self.words(self.random.randint(8, 24))
        if self.random.random() < 0.3:
            words.insert(self.random.randrange(len(words)), str(self.random.randint(2, 900)))
        return " ".join(words).capitalize() + "."

    def sentences(self, words: int) -> list[str]:
        """Sentences with so many words together."""
        made: list[str] = []
        while sum(len(sentence.split()) for sentence in made) < words:
            made.append(self.sentence())
        return made

    # How an editor makes another text of one.

    def same(self, text: list[str]) -> list[str]:
        """The headline alone is changed, or a dateline is set before the text."""
        return self.random.choice([text, [f"LAZMIR, {self.random.randint(1, 28)} —", *text]])

    def cut(self, text: list[str]) -> list[str]:
        """Half or more of it, from the top."""
        return text[: max(2, round(len(text) * self.random.uniform(0.5, 0.9)))]

    def extended(self, text: list[str]) -> list[str]:
        """New sentences behind it, or before its last."""
        more = self.sentences(round(_length(text) * self.random.uniform(0.2, 0.8)))
        at = self.random.choice([len(text), len(text) - 1, len(text) // 2])
        return [*text[:at], *more, *text[at:]]

    def reordered(self, text: list[str]) -> list[str]:
        """Its sentences in another order, two or three together."""
        size = self.random.choice([1, 2, 3])
        blocks = [text[at : at + size] for at in range(0, len(text), size)]
        self.random.shuffle(blocks)
        return [sentence for block in blocks for sentence in block]

    def framed(self, text: list[str]) -> list[str]:
        """With what the site prints around every article."""
        return self.random.choice([[*text, FOOT[self.lang]], [FOOT[self.lang], *text]])

    def edited(self, text: list[str]) -> list[str]:
        """Three words of ten are others, gone, or have another before them."""
        return [" ".join(self._edited(sentence.split())) for sentence in text]

    def _edited(self, words: list[str]) -> Iterator[str]:
        for word in words:
            if self.random.random() >= 0.3:
                yield word
                continue
            kind = self.random.choice(["other", "other", "gone", "before"])
            if kind != "gone":
                yield self.random.choice(self.vocabulary)
            if kind == "before":
                yield word

    # What is like a copy, and none.

    def retold(self, text: list[str]) -> list[str]:
        """The same story by another hand: names and turns of phrase are the same."""
        words = " ".join(text).split()
        made: list[str] = []
        for at in range(0, len(words), 9):
            length = self.random.choice([0, 2, 3, 4, 5])
            made += words[at : at + length] + self.words(9 - length)
        return [" ".join(made)]

    def updated(self, text: list[str]) -> list[str]:
        """The outlet's own article with news at the head and other numbers."""
        new = [re.sub(r"\d+", lambda _: str(self.random.randint(901, 1900)), s) for s in text]
        return [*self.sentences(max(25, _length(text) // 3)), *new]

    def weather(self) -> str:
        """A day's weather: the frame is the same every day."""
        numbers = [self.random.randint(1, 60) for _ in range(10)]
        frame = WEATHER[self.lang].replace("{place}", self.random.choice(PLACES))
        return frame.format(*numbers)


COPIED: dict[str, tuple[str, ...]] = {
    "headline changed": ("same",),
    "cut": ("cut",),
    "extended": ("extended",),
    "reordered": ("reordered",),
    "boilerplate added": ("framed",),
    "three words of ten edited": ("edited",),
    "cut and reordered": ("cut", "reordered"),
    "extended and framed": ("extended", "framed"),
    "reordered and framed": ("reordered", "framed"),
    "cut and edited": ("cut", "edited"),
    "edited and framed": ("edited", "framed"),
    "cut, extended and reordered": ("cut", "extended", "reordered"),
}


def make(seed: int, originals: int = 40) -> list[Made]:
    """Documents in three languages: originals, a copy of each kind of each, and hard negatives."""
    made: list[Made] = []
    for lang in LANGUAGES:
        random = Random(f"{seed}/{lang}")
        made += _in_language(Maker(lang, random), seed, originals)
    return made


def _in_language(maker: Maker, seed: int, originals: int) -> Iterator[Made]:
    random = maker.random
    sample = [article for article in SAMPLE if article["lang"] == maker.lang]
    bodies = [_sentences(article["text"]) for article in sample if "copy" not in article["id"]]
    bodies += [maker.sentences(random.randint(70, 450)) for _ in range(originals - len(bodies))]
    for number, body in enumerate(bodies):
        name = f"{maker.lang}/{seed}/{number}"
        day = f"2026-03-{1 + number % 20:02}"
        first = CopyText(
            id=name,
            text=_joined(body),
            lang=maker.lang,
            outlet=f"paper-{number % 7}",
            published=f"{day}T06:00:00Z",
        )
        yield Made(first, name, "original")
        for step, (how, changes) in enumerate(COPIED.items()):
            text = body
            for change in changes:
                edit: Callable[[list[str]], list[str]] = getattr(maker, change)
                text = edit(text)
            outlet = f"paper-{10 + (number * 5 + step) % 23}"
            copy = replace(first, id=f"{name}/{step}", text=_joined(text), outlet=outlet)
            yield Made(replace(copy, published=f"{day}T{9 + step:02}:00:00Z"), name, how)
        yield from _no_copies(maker, first, body)
    yield from _days(maker)


def _no_copies(maker: Maker, first: CopyText, body: list[str]) -> Iterator[Made]:
    first = replace(first, published=f"{first.day}T22:00:00Z")
    retold = replace(
        first, id=f"{first.id}/retold", text=_joined(maker.retold(body)), outlet="paper-50"
    )
    yield Made(retold, retold.id, "retold")
    news = replace(first, id=f"{first.id}/updated", text=_joined(maker.updated(body)))
    later = replace(news, published=f"{first.day}T23:00:00Z")
    yield Made(later, later.id, "updated by the outlet itself")
    said = f"«{' '.join(maker.words(maker.random.randint(35, 70)))}»"
    for outlet in ("paper-51", "paper-52"):
        own = maker.sentences(maker.random.randint(70, 160))
        own.insert(maker.random.randrange(len(own)), said)
        quoting = replace(first, id=f"{first.id}/{outlet}", text=_joined(own), outlet=outlet)
        yield Made(quoting, quoting.id, "quotes the same statement")


def _days(maker: Maker) -> Iterator[Made]:
    """Twenty days of weather of three outlets."""
    for outlet in ("paper-1", "paper-2", "paper-60"):
        for day in range(1, 21):
            name = f"{maker.lang}/weather/{outlet}/{day}"
            text = CopyText(
                id=name,
                text=maker.weather(),
                lang=maker.lang,
                outlet=outlet,
                published=f"2026-03-{day:02}",
            )
            yield Made(text, name, "weather")


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?»”]) +|\n", text)


def _joined(sentences: list[str]) -> str:
    return " ".join(sentences)


def _length(sentences: list[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)
