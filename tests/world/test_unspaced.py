"""Names and sources in a language without spaces (Chinese)."""

import pytest

from sholu.world import World

# Words of a source, the rule that fits, the voice's id; an empty rule: nothing may be resolved.
SOURCES = """
路透社 | outlet | reuters
路透社记者 | outlet | reuters
《纽约时报》 | outlet | nytimes.com
美國國務院 | institution | us-state
白宫 | state | US
中方 | state | CN
法国总统 | person-by-office | emmanuel-macron
俄外长 | person-by-office | sergey-lavrov
英國首相特雷莎·梅 | person | theresa-may
外交部发言人毛宁 | person | mao-ning
外交部发言人温岚 | stranger | person:温岚
温岚女士 | stranger | person:温岚
路透社记者温岚 | stranger | person:温岚
法国专家 | group | group:fr:experts
许多官员 | group | group:officials
特朗普政府 | state | US
总理温岚和外长林岸 | joint | person:温岚+person:林岸
中心主任 | |
市场经理 | |
布伦特蒙哥马利 | |
"""


@pytest.mark.parametrize("row", SOURCES.strip().splitlines())
def test_whom_a_source_means(row: str) -> None:
    words, rule, voice = (cell.strip() for cell in row.split("|"))
    found = World.bundled().resolve(words, "zh", "2025-11-15")
    assert (found.rule, found.voice.id) == (rule, voice) if rule else found is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("俄罗斯和白俄罗斯的代表在北京会面。", ["RU", "BY", "CN"]),
        ("小唐纳德·特朗普没有出席。", []),
        ("CNN的记者在CNNX大楼里。", ["cnn.com"]),
        ("歐盟與聯合國發表聲明。", ["eu", "un"]),
        ("法官在中心广场散步。", []),
    ],
)
def test_names_in_running_text(text: str, named: list[str]) -> None:
    found = World.bundled().mentions(text, "zh")
    assert [mention.id for mention in found] == named
    assert all(text[mention.start : mention.end] == mention.words for mention in found)
