"""The page docs/accuracy.md: what was measured, on what, and what is known to fail."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import tomli
from babel import Locale

from sholu.measure.accuracy import SetAccuracy
from sholu.measure.parallel import Agreement
from sholu.measure.table import percent

# Sets by the folder they stand in: what they are, and under which licence.
_SETS = {
    "ntrex": (
        "news of 2018 in translation (NTREX-128), quotations and voices marked by hand",
        "texts CC BY-SA 4.0",
    ),
    "en-polnear": (
        "PolNeAR 1.0: English news of 2016, attributions of speech, thought and plan",
        "no licence stated for the data",
    ),
    "de-wikinews": ("German News Quotation Attribution 2024: Wikinews", "CC BY-NC-SA 4.0"),
    "ru-adaq": ("ADAQ: Russian sentences of SynTagRus", "CC BY-NC-SA 4.0"),
    "kk-ud": ("quotations derived from Universal Dependencies, KTB", "CC BY-SA 4.0"),
    "tr-ud": ("quotations derived from Universal Dependencies, BOUN", "CC BY-SA 4.0"),
    "fr-ud": ("quotations derived from Universal Dependencies, GSD", "CC BY-SA 4.0"),
    "uk-ud": ("quotations derived from Universal Dependencies, IU", "CC BY-NC-SA 4.0"),
}
_HEAD = """# How well Sholu reads

Measured on {day}, by `make accuracy`, which writes this page. Figures are percentages. The sets are
development halves: rules were made looking at them, so expect less on other texts. None of their
text is in this repository.

*Exact*: the same span, outer marks, spaces and final punctuation aside. *Overlap*: half the
characters or more in common, one to one. *Speaker*: of those, how many have the right source.
*End to end*: overlap and the right source. The three are F1, the harmonic mean of precision and
recall; *n* is the number of quotations that people marked.

The sets derived from treebanks (`*-ud`: single sentences, much fiction) label only what hangs on a
verb of saying, so much that is found there counts as wrong and is not: they tell what is missed.
"""
_VOICES = """
## Whose voice

B-cubed over the statements of a document whose quotation was found: whether those of one speaker
are put together, and those of two kept apart. *Not stated*: nothing in print said whose it is.
*Wrong*: under a voice that is, for most of its statements, somebody else's.
"""
_PARALLEL = """
## The same news in other languages

For every language, statements found line by line against those found in the English text of the
same articles. Both readings err, so this is a measure of agreement, and the only one for languages
without gold.
"""
_CORPUS = """
## Sentences of our own

Every language has marked sentences in `tests/corpus`, written for it: each must be read exactly, or
says why it is not yet.
"""
_FAILING = """
## Known to fail

"""
_DATA = """
## The data

| set | what | licence |
| --- | --- | --- |
"""


def accuracy_page(
    sets: Sequence[SetAccuracy], parallel: Sequence[Agreement], corpus: Path, day: str
) -> str:
    """The page as Markdown.

    Args:
        sets: what was measured.
        parallel: how far languages agree with English.
        corpus: folder of marked sentences, one file a language.
        day: of the measurement, "YYYY-MM-DD".
    """
    files = {file.stem: tomli.loads(file.read_text("utf-8")) for file in sorted(corpus.iterdir())}
    parts = [_HEAD.format(day=day), "\n## Who said what\n\n", _quotations(sets)]
    parts += [_VOICES, "\n", _voices(sets)]
    if parallel:
        parts += [_PARALLEL, "\n", _parallel(parallel)]
    parts += [_CORPUS, "\n", _corpus(files), _FAILING, _failing(files)]
    folders = dict.fromkeys(each.name.split("/")[0] for each in sets)
    parts += [_DATA, *(f"| {name} | {' | '.join(_SETS[name])} |\n" for name in folders)]
    return "".join(parts)


def _table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _name(lang: str) -> str:
    return str(Locale("en").languages.get(lang, lang))


def _quotations(sets: Sequence[SetAccuracy]) -> str:
    body = [
        [
            _name(each.lang),
            each.name,
            line.name,
            str(line.overlap.gold),
            *map(
                percent,
                (line.exact.f1, line.overlap.f1, line.speaker, line.end_to_end.f1),
            ),
        ]
        for each in sorted(sets, key=lambda each: (_name(each.lang), each.name))
        for line in each.rows
    ]
    head = ["language", "set", "kind", "n", "exact", "overlap", "speaker", "end to end"]
    return _table(head, body)


def _voices(sets: Sequence[SetAccuracy]) -> str:
    body = []
    for each in sorted(sets, key=lambda each: (_name(each.lang), each.name)):
        if (score := each.voices) is not None:
            shares = (score.precision, score.recall, score.f1, 1 - score.given, score.wrong)
            body.append([_name(each.lang), str(score.matched), *map(percent, shares)])
    return _table(["language", "n", "precision", "recall", "F", "not stated", "wrong"], body)


def _parallel(parallel: Sequence[Agreement]) -> str:
    body = [
        [
            _name(each.lang),
            str(each.documents),
            str(each.score.gold),
            str(each.score.found),
            percent(each.score.f1),
        ]
        for each in parallel
    ]
    return _table(["language", "articles", "in English", "in the language", "F"], body)


def _corpus(files: dict[str, dict[str, list[object]]]) -> str:
    body = []
    for lang, table in files.items():
        cases = table.get("case", [])
        failing = sum("fails" in case for case in cases if isinstance(case, dict))
        count = len(cases) + len(table.get("lines", []))
        body.append([_name(lang), str(count), str(len(table.get("assessments", []))), str(failing)])
    return _table(["language", "sentences", "assessments", "not read yet"], body)


def _failing(files: dict[str, dict[str, list[object]]]) -> str:
    lines = [
        f"- {_name(lang)}: {case['fails']}\n"
        for lang, table in files.items()
        for case in table.get("case", [])
        if isinstance(case, dict) and "fails" in case
    ]
    return "".join(dict.fromkeys(lines)) or "Nothing is listed.\n"
