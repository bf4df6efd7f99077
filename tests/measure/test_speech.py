import pytest

from sholu.measure.speech import has_verb_of_speech


@pytest.mark.parametrize(
    "cue",
    ["said", "has also said", "Saying", "admitted", "denies", "denied", "lied", "argued", "vowing"],
)
def test_verbs_of_speech(cue: str) -> None:
    assert has_verb_of_speech(cue)


@pytest.mark.parametrize("cue", ["", "according to", "hopes", "plans", "is expected", "saw"])
def test_other_cues(cue: str) -> None:
    assert not has_verb_of_speech(cue)
