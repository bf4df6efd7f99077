"""Tense of a printed Russian verb: the dictionary of OpenCorpora through pymorphy3."""

from functools import lru_cache

from sholu.language.ru.morphology import parses_of


@lru_cache(maxsize=100_000)
def is_future(word: str) -> bool:
    """Whether the likeliest reading of a lower-cased word is a verb in the future ("посетит").

    Perfective verbs have a future and no present; "будет" counts as well. A form that may be a
    present too ("бежит") does not.
    """
    parses = parses_of(word)
    if not parses[0].is_known or "futr" not in parses[0].tag:
        return False
    return not any("pres" in parse.tag for parse in parses)


@lru_cache(maxsize=100_000)
def is_perfective_infinitive(word: str) -> bool:
    """Whether the likeliest reading of a lower-cased word is "to do once" ("предложить")."""
    if not word.endswith(("ть", "ти", "чь", "ться", "тись")):
        return False
    best = parses_of(word)[0]
    return "INFN" in best.tag and "perf" in best.tag
