"""Invented reviews to publish: states, outlets and people of these articles do not exist."""

from dataclasses import replace

from sholu.model import (
    Camp,
    Dispute,
    DocumentCard,
    EventCard,
    Evidence,
    Expectation,
    ForeseenItem,
    Limit,
    Outlet,
    Period,
    ReportedValue,
    Review,
    ReviewStatement,
    Section,
    Settlement,
    Silence,
    SilenceItem,
    Span,
    Statement,
    Theme,
    Voice,
)

BEFORE = """date 2025-09-18
Нарбия президенті Торландияға барады
«Бұл сапардан көп үміт күтеміз», — деді сарапшы Сәуле Ақтоған.
Оның айтуынша, тараптар 2025 жылдың соңына дейін теміржол туралы келісімге қол қояды.
Президент Арлан Сүйінтай желтоқсанда көпірді ашамыз деп мәлімдеді.
Егер бюджет бекітілсе, әуежай салынуы мүмкін.
Келіссөз үш күнге созылуы ықтимал.
Мұнай бағасы төмендемейді деген болжам бар.
2030 жылға қарай тауар айналымы екі еселенеді.
"""

AFTER = """Сапарға әлем не деді

Торландия баспасөзі
«Торланд Пресс» бұл сапарды «сирек кездесетін сәттілік» деп атады.
«Біз күттік, — деді елші Илья Верховцов, — енді жұмыс басталады».
Келісімге қарсылар да бар екені айтылды.

Үнсіз қалғандар
Эльмар үкіметі сапарға қатысты пікір білдірмеді.
Теміржол туралы келісімге 12 қарашада қол қойылды.
Құжаттың құны 40 миллион доллар деп бағаланды.
"""

RUSSIAN = """Визит завершён: что дальше

«Это самый удачный визит за десять лет», — заявил политолог Глеб Ставнин.
По словам экономиста Нины Долматской, соглашение «может дорого обойтись» бюджету Торландии.
Посольство Эльмара отказалось от комментариев.
Стоимость проекта — 60 миллионов долларов.
Мост так и не открыли, сообщил Ставнин: «Министр сказал мне через переводчика: „Сроки сорваны“».
"""

ENGLISH = """Narbia and Torlandia sign rail deal

The visit is a cautious step forward, Mira Holdane, a professor at Elmar University, said.
"Small states <gain> most when rivals talk & trade," the Elmar Courier wrote.
Officials in Port Elmar did not answer questions about the deal.
The airport plan was dropped after the budget was voted down.
Some said it was too early to judge.
"""

UNSIGNED = """Readers write

"We were never asked about the bridge."
The foreign ministry of Elmar later said it had taken note of the visit.
"""

TANY = Outlet(id="narbia-tany", name="Нарбия таңы", country="XA")
PRESS = Outlet(id="torland-press", name="Торланд Пресс", country="XB")
VESTNIK = Outlet(id="vestnik-torlandii", name="Вестник Торландии", country="XB")
COURIER = Outlet(id="elmar-courier", name="The Elmar Courier", country="XC")


def card(
    name: str,
    title: str,
    text: str,
    lang: str | None,
    outlet: Outlet | None,
    published: str | None,
    copy_of: str | None = None,
) -> DocumentCard:
    """A document under an address of its own; without an outlet it has no address."""
    return DocumentCard(
        id=name,
        title=title,
        url=f"https://{outlet.id}.example/{name}?a=1&b=2" if outlet else None,
        outlet=outlet,
        lang=lang,
        published=published,
        copy_of=copy_of,
        sha256=name.ljust(64, "0"),
        text=text,
    )


DOCUMENTS = (
    card("before", "Нарбия президенті Торландияға барады", BEFORE, "kk", TANY, "2025-09-18"),
    card("after", "Сапарға әлем не деді", AFTER, "kk", TANY, "2025-11-13T09:30:00+05:00"),
    card("ru", "Визит завершён: что дальше", RUSSIAN, "ru", PRESS, "2025-11-13"),
    card("ru-copy", "Визит завершён", RUSSIAN, "ru", VESTNIK, "2025-11-14", "ru"),
    card("en", "Narbia & Torlandia sign rail deal", ENGLISH, "en", COURIER, "2025-11-14"),
    card("unsigned", "", UNSIGNED, None, None, None),
)
TEXTS = {document.id: document.text for document in DOCUMENTS}

NARBIA = Voice(
    id="XA",
    name="Narbia",
    type="state",
    country="XA",
    names={"kk": "Нарбия", "ru": "Нарбия", "en": "Narbia"},
    known=True,
)
TORLANDIA = Voice(
    id="XB",
    name="Torlandia",
    type="state",
    country="XB",
    blocs=("river-league",),
    names={"kk": "Торландия", "ru": "Торландия", "en": "Torlandia"},
    known=True,
)
PRESIDENT = Voice(
    id="arlan-suyintay",
    name="Арлан Сүйінтай",
    type="person",
    country="XA",
    role="president",
    names={"kk": "Арлан Сүйінтай", "ru": "Арлан Суйинтай", "en": "Arlan Suyintay"},
    known=True,
)
SAULE = Voice(id="w:сәуле ақтоған", name="Сәуле Ақтоған", type="person", role="сарапшы")
AMBASSADOR = Voice(
    id="ilya-verkhovtsov",
    name="Илья Верховцов",
    type="person",
    country="DE",
    role="ambassador",
    names={"kk": "Илья Верховцов", "ru": "Илья Верховцов", "en": "Ilya Verkhovtsov"},
    known=True,
)
PRESS_VOICE = Voice(
    id="torland-press", name="Торланд Пресс", type="outlet", country="XB", known=True
)
STAVNIN = Voice(id="w:глеб ставнин", name="Глеб Ставнин", type="person", role="политолог")
DOLMATSKAYA = Voice(id="w:нина долматская", name="Нина Долматская", type="person", role="economist")
BOTH = Voice(
    id="w:ставнин+долматская",
    name="Ставнин и Долматская",
    type="group",
    members=(STAVNIN, DOLMATSKAYA),
)
HOLDANE = Voice(id="w:mira holdane", name="Mira Holdane", type="person", role="professor")
COURIER_VOICE = Voice(
    id="elmar-courier", name="The Elmar Courier", type="outlet", country="GB", known=True
)
ELMAR = Voice(
    id="XC",
    name="Elmar",
    type="state",
    country="XC",
    names={"kk": "Эльмар", "ru": "Эльмар", "en": "Elmar"},
    known=True,
)
MINISTRY = Voice(
    id="elmar-foreign-ministry",
    name="Foreign Ministry of Elmar",
    type="institution",
    country="XC",
    names={
        "kk": "Эльмар Сыртқы істер министрлігі",
        "ru": "МИД Эльмара",
        "en": "Foreign Ministry of Elmar",
    },
    known=True,
)


def cut(document: str, words: str, within: str | None = None) -> Span:
    """The only place of these words in a document, or in a longer stretch of it."""
    text = TEXTS[document]
    around = within or words
    assert text.count(around) == 1, (document, around)
    start = text.index(around) + around.index(words)
    return Span.cut(text, start, start + len(words))


def evidence(document: str, words: str) -> Evidence:
    """The same, as evidence."""
    return Evidence(document=document, span=cut(document, words))


STATEMENTS = (
    ReviewStatement(
        id="before/1",
        document="before",
        section="narbia",
        statement=Statement(
            id="1",
            kind="direct",
            content=cut("before", "Бұл сапардан көп үміт күтеміз"),
            cue=cut("before", "деді", "деді сарапшы"),
            source=cut("before", "сарапшы Сәуле Ақтоған"),
            voice=SAULE,
            carriers=("narbia-tany",),
            assessment="positive",
            assessment_words=cut("before", "көп үміт"),
            themes=("hope",),
        ),
    ),
    ReviewStatement(
        id="before/2",
        document="before",
        section="narbia",
        statement=Statement(
            id="2",
            kind="indirect",
            content=cut(
                "before",
                "тараптар 2025 жылдың соңына дейін теміржол туралы келісімге қол қояды",
            ),
            cue=cut("before", "айтуынша"),
            source=cut("before", "Оның"),
            voice=SAULE,
            carriers=("narbia-tany",),
        ),
    ),
    ReviewStatement(
        id="after/1",
        document="after",
        section="torlandia",
        statement=Statement(
            id="1",
            kind="mixed",
            content=cut("after", "бұл сапарды «сирек кездесетін сәттілік» деп"),
            cue=cut("after", "атады"),
            source=cut("after", "«Торланд Пресс»"),
            voice=PRESS_VOICE,
            carriers=("torland-press", "narbia-tany"),
            assessment="positive",
            assessment_words=cut("after", "сәттілік"),
            heading=cut("after", "Торландия баспасөзі"),
        ),
    ),
    ReviewStatement(
        id="after/2",
        document="after",
        section="torlandia",
        statement=Statement(
            id="2",
            kind="direct",
            content=cut("after", "Біз күттік, — деді елші Илья Верховцов, — енді жұмыс басталады"),
            parts=(cut("after", "Біз күттік"), cut("after", "енді жұмыс басталады")),
            cue=cut("after", "деді", "деді елші"),
            source=cut("after", "елші Илья Верховцов"),
            voice=AMBASSADOR,
            carriers=("narbia-tany",),
            assessment="neutral",
            heading=cut("after", "Торландия баспасөзі"),
        ),
    ),
    ReviewStatement(
        id="after/3",
        document="after",
        section="others",
        statement=Statement(
            id="3",
            kind="indirect",
            content=cut("after", "Келісімге қарсылар да бар екені"),
            cue=cut("after", "айтылды"),
        ),
    ),
    ReviewStatement(
        id="ru/1",
        document="ru",
        section="torlandia",
        carried_by=("ru", "ru-copy"),
        statement=Statement(
            id="1",
            kind="direct",
            content=cut("ru", "Это самый удачный визит за десять лет"),
            cue=cut("ru", "заявил"),
            source=cut("ru", "политолог Глеб Ставнин"),
            voice=STAVNIN,
            carriers=("torland-press",),
            assessment="positive",
            assessment_words=cut("ru", "самый удачный"),
            themes=("hope",),
        ),
    ),
    ReviewStatement(
        id="ru/2",
        document="ru",
        section="torlandia",
        carried_by=("ru", "ru-copy"),
        statement=Statement(
            id="2",
            kind="mixed",
            content=cut("ru", "соглашение «может дорого обойтись» бюджету Торландии"),
            cue=cut("ru", "По словам"),
            source=cut("ru", "экономиста Нины Долматской"),
            voice=DOLMATSKAYA,
            carriers=("torland-press",),
            assessment="warning",
            assessment_words=cut("ru", "дорого обойтись"),
        ),
    ),
    ReviewStatement(
        id="ru/3",
        document="ru",
        section="torlandia",
        statement=Statement(
            id="3",
            kind="direct",
            content=cut("ru", "Министр сказал мне через переводчика: „Сроки сорваны“"),
            cue=cut("ru", "сообщил"),
            voice=STAVNIN,
            carriers=("torland-press",),
            assessment="negative",
        ),
    ),
    ReviewStatement(
        id="ru/4",
        document="ru",
        section="torlandia",
        statement=Statement(
            id="4",
            kind="direct",
            content=cut("ru", "Сроки сорваны"),
            cue=cut("ru", "сказал", "сказал мне"),
            source=cut("ru", "Министр", "Министр сказал"),
            carriers=("torland-press",),
            nested=True,
            translated=cut("ru", "через переводчика"),
        ),
    ),
    ReviewStatement(
        id="en/1",
        document="en",
        section="elmar",
        statement=Statement(
            id="1",
            kind="indirect",
            content=cut("en", "The visit is a cautious step forward"),
            cue=cut("en", "said", "University, said"),
            source=cut("en", "Mira Holdane, a professor at Elmar University"),
            voice=HOLDANE,
            carriers=("elmar-courier",),
            assessment="positive",
            assessment_words=cut("en", "step forward"),
        ),
    ),
    ReviewStatement(
        id="en/2",
        document="en",
        section="elmar",
        statement=Statement(
            id="2",
            kind="direct",
            content=cut("en", "Small states <gain> most when rivals talk & trade,"),
            cue=cut("en", "wrote", "Courier wrote"),
            source=cut("en", "the Elmar Courier"),
            voice=COURIER_VOICE,
            carriers=("elmar-courier",),
        ),
    ),
    ReviewStatement(
        id="unsigned/1",
        document="unsigned",
        section="others",
        statement=Statement(
            id="1", kind="direct", content=cut("unsigned", "We were never asked about the bridge.")
        ),
    ),
    ReviewStatement(
        id="unsigned/2",
        document="unsigned",
        section="elmar",
        statement=Statement(
            id="2",
            kind="indirect",
            content=cut("unsigned", "it had taken note of the visit"),
            cue=cut("unsigned", "later said"),
            source=cut("unsigned", "The foreign ministry of Elmar"),
            voice=MINISTRY,
            assessment="neutral",
        ),
    ),
)

SECTIONS = (
    Section(
        id="torlandia",
        names={"kk": "Торландия", "ru": "Торландия", "en": "Torlandia"},
        statements=("after/1", "after/2", "ru/1", "ru/2", "ru/3", "ru/4"),
        headings=(evidence("after", "Торландия баспасөзі"),),
    ),
    Section(
        id="elmar",
        names={"kk": "Эльмар", "ru": "Эльмар", "en": "Elmar"},
        statements=("en/1", "en/2", "unsigned/2"),
    ),
    Section(
        id="narbia",
        names={"kk": "Нарбия", "ru": "Нарбия", "en": "Narbia"},
        statements=("before/1", "before/2"),
    ),
    Section(
        id="others",
        names={"kk": "Басқалар", "ru": "Остальные", "en": "Others"},
        statements=("after/3", "unsigned/1"),
    ),
)

THEMES = (
    Theme(
        id="hope",
        label="удачный визит",
        label_lang="ru",
        typical="ru/1",
        statements=("ru/1", "before/1", "after/1", "en/1"),
        publishers=("elmar-courier", "narbia-tany", "torland-press"),
        documents=5,
    ),
    Theme(
        id="cost",
        label="дорого обойтись бюджету",
        label_lang="ru",
        typical="ru/2",
        statements=("ru/2",),
        publishers=("torland-press",),
        documents=2,
    ),
)

CAMPS = (
    Camp(theme="hope", stance="for", voices=(SAULE, STAVNIN), statements=("before/1", "ru/1")),
    Camp(theme="hope", stance="against", voices=(DOLMATSKAYA,), statements=("ru/2",)),
    Camp(theme="cost", stance="against", voices=(BOTH,), statements=("ru/2",)),
)

SILENCES = (
    SilenceItem(
        document="after",
        silence=Silence(
            id="s1",
            content=cut("after", "Эльмар үкіметі сапарға қатысты пікір білдірмеді"),
            voices=(ELMAR,),
            kind="silent",
            sources=(cut("after", "Эльмар үкіметі"),),
            cue=cut("after", "пікір білдірмеді"),
        ),
        documents_read=6,
        publishers_read=4,
        broken_by=("unsigned/2",),
    ),
    SilenceItem(
        document="ru",
        silence=Silence(
            id="s2",
            content=cut("ru", "Посольство Эльмара отказалось от комментариев"),
            voices=(),
            kind="declined",
            sources=(cut("ru", "Посольство Эльмара"),),
        ),
        documents_read=1,
        publishers_read=1,
    ),
    SilenceItem(
        document="en",
        silence=Silence(
            id="s3",
            content=cut("en", "Officials in Port Elmar did not answer questions about the deal"),
            voices=(),
            kind="no answer",
        ),
        documents_read=21,
        publishers_read=5,
    ),
)


def foreseen(name: str, expectation: Expectation, settlement: Settlement) -> ForeseenItem:
    """A line of the ledger out of the first article."""
    return ForeseenItem(
        id=name,
        document="before",
        published="2025-09-18",
        expectation=expectation,
        settlement=settlement,
    )


EXPECTATIONS = (
    foreseen(
        "e1",
        Expectation(
            id="e1",
            content=STATEMENTS[1].statement.content,
            voice=SAULE,
            strength="planned",
            strength_words=cut("before", "қол қояды"),
            due=Period(start=None, end="2025-12-31"),
            due_words=cut("before", "2025 жылдың соңына дейін"),
            statement="2",
        ),
        Settlement(
            status="fulfilled",
            reason="done",
            evidence=(evidence("after", "Теміржол туралы келісімге 12 қарашада қол қойылды"),),
        ),
    ),
    foreseen(
        "e2",
        Expectation(
            id="e2",
            content=cut("before", "желтоқсанда көпірді ашамыз"),
            voice=PRESIDENT,
            strength="certain",
            due=Period(start="2025-12-01", end="2025-12-31"),
            due_words=cut("before", "желтоқсанда"),
        ),
        Settlement(
            status="partly fulfilled",
            reason="done-in-part",
            found=("теміржол", "келісім"),
            missing=("көпір",),
            evidence=(evidence("after", "Теміржол туралы келісімге 12 қарашада қол қойылды"),),
            against=(evidence("ru", "Мост так и не открыли"),),
        ),
    ),
    foreseen(
        "e3",
        Expectation(
            id="e3",
            content=cut("before", "әуежай салынуы мүмкін"),
            voice=None,
            strength="possible",
            strength_words=cut("before", "мүмкін"),
            condition=cut("before", "Егер бюджет бекітілсе"),
        ),
        Settlement(
            status="void",
            reason="void",
            against=(evidence("en", "The airport plan was dropped"),),
        ),
    ),
    foreseen(
        "e4",
        Expectation(
            id="e4",
            content=cut("before", "Келіссөз үш күнге созылуы ықтимал"),
            voice=None,
            strength="likely",
            strength_words=cut("before", "ықтимал"),
            due=Period(start="2025-11-11", end="2025-11-12"),
        ),
        Settlement(status="contradicted", reason="contrary"),
    ),
    foreseen(
        "e5",
        Expectation(
            id="e5",
            content=cut("before", "Мұнай бағасы төмендемейді"),
            voice=None,
            strength="unlikely",
            negated=True,
            due=Period(start="2025-12-01", end=None),
        ),
        Settlement(status="no evidence", reason="no-evidence", missing=("мұнай", "баға")),
    ),
    foreseen(
        "e6",
        Expectation(
            id="e6",
            content=cut("before", "2030 жылға қарай тауар айналымы екі еселенеді"),
            voice=SAULE,
            strength="certain",
            due=Period(start="2030-01-01", end="2030-12-31"),
            due_words=cut("before", "2030 жылға қарай"),
        ),
        Settlement(status="not yet due", reason="not-yet-due"),
    ),
    foreseen(
        "e7",
        Expectation(
            id="e7",
            content=cut("before", "Нарбия президенті Торландияға барады"),
            voice=None,
            strength="planned",
            due=Period(start="2025-11-11", end="2025-12-12"),
        ),
        Settlement(status="no evidence", reason="no-later-documents"),
    ),
)

DISPUTES = (
    Dispute(
        about="құны стоимость проекта",
        unit="USD",
        values=(
            ReportedValue(value="40 000 000", document="after", span=cut("after", "40 миллион")),
            ReportedValue(value="60 000 000", document="ru", span=cut("ru", "60 миллионов")),
        ),
    ),
)

LIMITS = (
    Limit(kind="language", name="hy", count=3),
    Limit(kind="language", name="und", count=1),
    Limit(kind="source", name="folder/broken.html", count=1, reason="is empty"),
    Limit(kind="lost", name="", count=4, reason="blocked"),
    Limit(kind="passage", name="tr", count=2),
    Limit(kind="date", name="folder/letters.txt", count=1),
    Limit(kind="off-topic", name="", count=5),
)

EVENT = EventCard(
    title={
        "kk": "Нарбия президентінің Торландияға сапары",
        "ru": "Визит президента Нарбии в Торландию",
        "en": "The visit of the president of Narbia to Torlandia",
    },
    kind="state visit",
    period=Period(start="2025-11-11", end="2025-11-12"),
    place={"kk": "Торландия", "ru": "Торландия", "en": "Torlandia"},
    participants=(PRESIDENT, TORLANDIA, NARBIA),
    outcome=(
        evidence("after", "Теміржол туралы келісімге 12 қарашада қол қойылды"),
        evidence("en", "Narbia and Torlandia sign rail deal"),
    ),
    evidence=(evidence("ru", "Визит завершён"),),
)


def rich_review() -> Review:
    """A review with something in every field."""
    return Review(
        event=EVENT,
        documents=DOCUMENTS,
        statements=STATEMENTS,
        sections=SECTIONS,
        themes=THEMES,
        camps=CAMPS,
        silences=SILENCES,
        expectations=EXPECTATIONS,
        balance={
            "2025-09-18": {"narbia": 2},
            "2025-11-13": {"torlandia": 6, "others": 1},
            "2025-11-14": {"elmar": 2},
        },
        disputes=DISPUTES,
        limits=LIMITS,
        new=("en/1", "en/2"),
        new_since="2025-11-14",
    )


def empty_review() -> Review:
    """No documents, and nothing known of the event."""
    event = EventCard(
        title={}, kind=None, period=None, place={}, participants=(), outcome=(), evidence=()
    )
    return Review(event=event, documents=(), statements=(), sections=())


def review_of(text: str, *contents: tuple[int, int], lang: str | None = "en") -> Review:
    """A review of one document, each pair of offsets a direct statement without a source."""
    document = card("only", "Only", text, lang, COURIER, "2025-01-02")
    statements = tuple(
        ReviewStatement(
            id=f"only/{number}",
            document="only",
            section="others",
            statement=Statement(id=str(number), kind="direct", content=Span.cut(text, start, end)),
        )
        for number, (start, end) in enumerate(contents)
    )
    section = Section(id="others", names={}, statements=tuple(item.id for item in statements))
    return replace(
        empty_review(), documents=(document,), statements=statements, sections=(section,)
    )
