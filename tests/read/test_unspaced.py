"""A page without spaces between words (Chinese): sentences, marks, words, and whose words."""

import pytest

from sholu.language import pack
from sholu.model import Document
from sholu.read import read
from sholu.read.page import lay_out
from sholu.world import World

SENTENCES = {
    "full-stops": ("桥关了。路开着。", ["桥关了。", "路开着。"]),
    "question-and-exclamation": ("谁来了？没有人！走吧。", ["谁来了？", "没有人！", "走吧。"]),
    "stop-inside-marks": ("“桥关了。路开着。”他说。", ["“桥关了。路开着。”他说。"]),
    "decimal": ("价格上涨3.5倍。人们在等。", ["价格上涨3.5倍。", "人们在等。"]),
}


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    found = lay_out(text, pack("zh"), None).sentences
    assert [text[sentence.start : sentence.end] for sentence in found] == sentences


# Marks of every shape, and what stands inside them.
MARKS = {
    "curly": ("“桥关了”，他说。", ["桥关了"]),
    "corner": ("「橋關了」，他說。", ["橋關了"]),
    "inner": ("「他說『橋關了』。」", ["他說『橋關了』。"]),
    "opening-mark-closes": ("“桥关了，“他说。", ["桥关了，"]),
    "straight-then-curly": ('"桥关了，“他说。', ["桥关了，"]),
    "curly-then-straight": ('“桥关了，"他说。', ["桥关了，"]),
    "turned-round": ("他叫”老桥“的人。", ["老桥"]),
    "title": ("《桥》上映了。", ["桥"]),
    "title-in-marks": ("“《桥》上映了”，他说。", ["《桥》上映了"]),
}


@pytest.mark.parametrize(("text", "inside"), MARKS.values(), ids=MARKS)
def test_marks(text: str, inside: list[str]) -> None:
    line = lay_out(text, pack("zh"), None).lines[0]
    assert [text[quote.start : quote.end] for quote in line.quotes] == inside


def test_words_are_the_longest_known_else_characters() -> None:
    text = "外交部发言人強調3.5倍AI橋"
    tokens = lay_out(text, pack("zh"), None).tokens(0, len(text))
    assert [token.text for token in tokens][:2] == ["外交部", "发言人"]
    assert [token.text for token in tokens][-4:] == ["3.5", "倍", "AI", "橋"]
    assert tokens[-1].low == "桥"


# A text, and under which names its statements' voices stand.
VOICES = {
    "a-surname-is-the-whole-name": (
        "玛尔塔·奥恩走进会场。奥恩说，桥不会关闭。",
        ["玛尔塔·奥恩"],
    ),
    "a-pronoun-is-who-spoke-last": (
        "工程师林岸说，桥不会关闭。他说，路也开着。",
        ["林岸", "林岸"],
    ),
    "a-pronoun-is-who-was-spoken-of": (
        "林岸说，桥不会关闭。\n玛尔塔·奥恩走进会场。她说，路也开着。",
        ["林岸", "玛尔塔·奥恩"],
    ),
    "a-title-behind-the-name": (
        "玛尔塔·奥恩走进会场。奥恩女士说，桥不会关闭。",
        ["玛尔塔·奥恩"],
    ),
    "a-bare-trade-is-nobody-before": (
        "林岸说，桥不会关闭。司机说，路也开着。",
        ["林岸", "司机"],
    ),
    "a-quotation-goes-on": (
        "林岸说：“桥不会关闭。”\n“路也开着，大家放心。”",
        ["林岸", "林岸"],
    ),
}


@pytest.mark.parametrize(("text", "names"), VOICES.values(), ids=VOICES)
def test_whose(text: str, names: list[str]) -> None:
    reading = read(Document(id="zh", text=text, lang="zh"), world=World.bundled())
    assert [item.voice.name if item.voice else None for item in reading.statements] == names
