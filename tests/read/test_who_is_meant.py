"""Whom a pronoun, a role noun or a description means: the person spoken of, and nobody else."""

import pytest

from sholu.world import World

from .test_cast import reading, voices, world

__all__ = ["world"]

# Text, language, and the name under which each statement's voice stands.
CASES = [
    pytest.param(
        "Көлік министрі Асыл Дархан сұраққа жауап берді. Депутат Мира Сайлан бұған қанағаттанбады. "
        "Оның айтуынша, жол жабық.",
        "kk",
        ["Мира Сайлан"],
        id="kk: a pronoun means whom the narration spoke of last",
    ),
    pytest.param(
        "Көлік министрі Асыл Дархан жолды ашты. «Жол дайын», – деді Асыл Дархан. "
        "Министрдің айтуынша, көпір де дайын.",
        "kk",
        ["Асыл Дархан", "Асыл Дархан"],
        id="kk: an office in the genitive",
    ),
    pytest.param(
        "Президент Бело Сарканд көпірді көрді. Отырыстан соң көлік министрі жолдың "
        "жабылатынын айтты.",
        "kk",
        ["көлік министрі"],
        id="kk: a minister is no president",
    ),
    pytest.param(
        "Сарапшы Асыл Дарханға сұрақ қойдық. Сарапшының пікірінше, жол ашылады. "
        "«Бәрі дайын», – деді Асыл Дархан.",
        "kk",
        ["Асыл Дархан", "Асыл Дархан"],
        id="kk: a name first met in a case",
    ),
    pytest.param(
        "Экономист Вера Ландо выступила первой. Депутат Борис Тарн слушал молча. "
        "По её словам, мост дорог.",
        "ru",
        ["Вера Ландо"],
        id="ru: the gender of a pronoun",
    ),
    pytest.param(
        "Экономист Вера Ландо настроена осторожно. «Мост дорог», – говорит она. "
        "«Денег нет», – считает эксперт.",
        "ru",
        ["Вера Ландо", "Вера Ландо"],
        id="ru: one who explains is called now one, now another",
    ),
    pytest.param(
        "I put the question to Adda Solm, who built bridges for years. She took her time.\n"
        '"The bridge will stand for a hundred years, whatever they say," she said.',
        "en",
        ["Adda Solm"],
        id="en: whom a clause tells of",
    ),
    pytest.param(
        'The minister Adda Solm opened the bridge. "The bridge is safe for all," Solm said. '
        '"Nobody has seen the contract yet," a diplomat said.',
        "en",
        ["Adda Solm", "a diplomat"],
        id="en: somebody new is nobody named before",
    ),
    pytest.param(
        '"The bridge is safe for all," said an aide to President Sarkand.',
        "en",
        ["an aide to President Sarkand"],
        id="en: an aide is not the president",
    ),
    pytest.param(
        'The lawyer Adda Solm met the driver Tom Kerr. "The road is closed," she said.',
        "en",
        ["Adda Solm"],
        id="en: a given name shows a woman",
    ),
    pytest.param(
        '"We shall go on," said Ms Tansyk.\nThe mayor Bela Orn listened. "It is late," he said. '
        '"It is early," she said.',
        "en",
        ["Tansyk", "Bela Orn", "Tansyk"],
        id="en: a title shows a woman",
    ),
    pytest.param(
        'Riza Tansyk won the cup on Sunday. "I am tired," Tansyk said.\n'
        "The Norvik player said that the season had been long.",
        "en",
        ["Riza Tansyk", "Riza Tansyk"],
        id="en: a description of who spoke last",
    ),
    pytest.param(
        "France said that talks would go on. Its neighbours waited. France's minister of fisheries "
        "said that the talks would end.",
        "en",
        ["France", "France's minister of fisheries"],
        id="en: a minister is not his country",
    ),
    pytest.param(
        "Prosecutors said that the trial would be long. He said that he was innocent.",
        "en",
        ["Prosecutors", "He"],
        id="en: nobody of several is he",
    ),
    pytest.param(
        "Судью Марка Лиссена ждали в суде. Адвокат Вера Ландо пришла раньше. Приговор, "
        "добавила она, будет мягким.",
        "ru",
        ["Вера Ландо"],
        id="ru: no subject stands in the accusative",
    ),
    pytest.param(
        "Сабыр Әлі жолды ашты. Жиынға Бекет Орынды шақырды. «Жол дайын», – деді Әлі. "
        "Бекетті күтті. Ол көпірдің бітпегенін айтты.",
        "kk",
        ["Сабыр Әлі", "Сабыр Әлі"],
        id="kk: who stands in a case is not what the sentence is about",
    ),
    pytest.param(
        "В министерстве заявили, что мост закроют. Ведомство добавило, что паром пойдёт.",
        "ru",
        ["министерство", "министерство"],
        id="ru: an institution out of the case it speaks from",
    ),
    pytest.param(
        "The mayor Bela Orn said that the road was closed.\n"
        'Guild peer Lord Adrin mocked the plan. "It is a farce," he said.',
        "en",
        ["Bela Orn", "Adrin"],
        id="en: a style shows that a name in passing is somebody's",
    ),
    pytest.param(
        "Мэр Борис Тарн открыл мост. «Мост готов», — сказал он.\n"
        "Хедвиг Пуч, 42-летний сапожник, стоит у моста. «Людей мало», — добавил он.",
        "ru",
        ["Борис Тарн", "Хедвиг Пуч"],
        id="ru: an age shows that a name in passing is somebody's",
    ),
    pytest.param(
        "Мэр Борис Тарн открыл мост. В 1987 году мистер Лорк ушёл. «Я ждала», — сказала она.",
        "ru",
        ["она"],
        id="ru: a style shows a man",
    ),
    pytest.param(
        "Лыжник Дарен Лорк доволен. «Я устал», — сказал Лорк.\n"
        "Бывший тренер клуба рад. Трёхкратный чемпион Norvik Cup говорит, что отдохнёт.",
        "ru",
        ["Дарен Лорк", "Дарен Лорк"],
        id="ru: a description that ends in other letters",
    ),
    pytest.param(
        '"I am tired," Tom Kerr said.\nThe MP for Norvik added that he would rest.\n'
        "One of Adda Solm's advisers said that the road was closed.",
        "en",
        ["Tom Kerr", "Tom Kerr", "One of Adda Solm's advisers"],
        id="en: neither where an MP is from nor whom somebody serves is his name",
    ),
    pytest.param(
        "Шерон Лорк і Келлі Мунд пишуть листи. Міс Лорк розповідає: «Я боюся за всіх».\n"
        "Міс Мунд, яка дружила з нею, мовчить. «Було важко всім нам», – сказала вона.",
        "uk",
        ["Шерон Лорк", "Келлі Мунд"],
        id="uk: a style before a surname",
    ),
    pytest.param(
        "Sheron Devan va Kelli Mundris xat yozadi. “Men qoʻrqaman”, – deydi Devan xonim.\n"
        "Devan xonimning dugonasi Mundris xonim jim. “Hammaga qiyin boʻldi”, – deydi u.",
        "uz",
        ["Sheron Devan", "Kelli Mundris"],
        id="uz: a style has the case of the name before it",
    ),
    pytest.param(
        "Жараланғандардың бірі Дави Харин Норвик ауруханасына орналастырылды. "
        "«Үлгермедік», – дейді ол. «Үй құлады», – дейді Харин.",
        "kk",
        ["Дави Харин", "Дави Харин"],
        id="kk: a name and that of a place side by side",
    ),
    pytest.param(
        "Дави Харин мен Мира Сайлан хат жазды. Хариннің ұлы ауырды. "
        "«Қиын болды», – дейді ол. «Бәрі өтті», – дейді Харин.",
        "kk",
        ["Дави Харин", "Дави Харин"],
        id="kk: a sentence about somebody's son is about somebody",
    ),
    pytest.param(
        "Tom Kerr felt well in the days behind the storm, court papers said. "
        "He said that he was glad, police said.",
        "en",
        ["court papers", "police", "Tom Kerr"],
        id="en: of whom the papers spoke",
    ),
    pytest.param(
        'Tom Kerr won the cup. "I am tired," Kerr said. Kerr\'s team said that he was free.',
        "en",
        ["Tom Kerr", "Kerr's team"],
        id="en: somebody's team is not he",
    ),
    pytest.param(
        "Odo France was booed on the stage. The crowd left. Odo France sang a song.\n"
        '"I shall be back soon," France said.',
        "en",
        ["Odo France"],
        id="en: a place's name is somebody's surname",
    ),
    pytest.param(
        "Tuvalu's foreign minister said that talks would go on.\n"
        "Odile Norvik told the council that nobody had asked her.",
        "en",
        ["Odile Norvik", "Odile Norvik"],
        id="en: an office, and in the next line the name of who holds it",
    ),
    pytest.param(
        "Jek Rand: “Men murabbiyman”.\n“Men oʻynashni xohlaganman”, – dedi Rand.\n"
        "Va Rand Norvik, Marsh va Lund jamoalarida yaxshi oʻynaganini taʼkidlaydi.",
        "uz",
        ["Jek Rand", "Jek Rand", "Jek Rand"],
        id="uz: a surname and the name of a club side by side",
    ),
    pytest.param(
        "The lawyer Odo al-Haris won the case. Al-Haris said that he was glad.",
        "en",
        ["Odo al-Haris"],
        id="en: a particle of a name at the head of a sentence",
    ),
    pytest.param(
        'The boss Tom Kerr left early. "I am tired," he said.\nThe Senate Road Committee met. '
        '"It was a long day," he said.',
        "en",
        ["Tom Kerr", "Tom Kerr"],
        id="en: a committee is not he",
    ),
    pytest.param(
        "Sabah Ayla Orun yola çıktı. Bayan Orun yolun kapalı olduğunu söyledi.",
        "tr",
        ["Ayla Orun"],
        id="tr: a style and the name behind it",
    ),
    pytest.param(
        '"We are late," said Tom Kerr.\nA woman with a lamp came up to the fence. '
        '"Never go back to the old road," she said.',
        "en",
        ["Tom Kerr", "A woman"],
        id="en: somebody new whom the sentence before is about",
    ),
    pytest.param(
        "«Біз жылаймыз», – деді Стела ханым.\nЖұмыста бір егде әйел желкемнен ұстады. "
        "«Ешқашан жылама», – деді ол.",
        "kk",
        ["Стела", "бір егде әйел"],
        id="kk: somebody new whom the sentence before is about",
    ),
    pytest.param(
        "За даними Clean River, міст закриють. «Води мало», – сказав мер Бела Орн. "
        "Організація стверджує, що води досить.",
        "uk",
        ["Clean River", "Бела Орн", "Clean River"],
        id="uk: one noun for a body named before",
    ),
]


@pytest.mark.parametrize(("text", "lang", "names"), CASES)
def test_who_is_meant(text: str, lang: str, names: list[str], world: World) -> None:
    assert [voice.name if voice else None for voice in voices(text, world, lang)] == names


@pytest.mark.parametrize(
    "text",
    [
        'VANTOR, March 4 (Vantor Post) - "The bridge is safe," the minister said.',
        '"The bridge is safe for all of us," the minister said.\n(Reporting by Vantor Post)',
    ],
    ids=["dateline", "credit line"],
)
def test_the_agency_is_the_first_carrier(text: str, world: World) -> None:
    (said,) = reading(text, world, "en", outlet="The Far Courier").statements
    assert said.carriers[0] == "vantor-post"
    assert len(said.carriers) == 2
