"""Kazakh nouns: endings taken off printed words, cases joined to names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.language.kk.morphology import citation, stems
from sholu.language.kk.suffixes import attach, strip

CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")

# The base form, and printed forms that must lead back to it.
BASES = {
    "қазақстан": "Қазақстанның Қазақстанға Қазақстанды Қазақстанда Қазақстаннан Қазақстанмен "
    "Қазақстандағы Қазақстандық Қазақстандықтар Қазақстандықтардың Қазақстанша",
    "ресей": "Ресейдің Ресейге Ресейден Ресеймен Ресейдегі Ресейлік ресейліктерге",
    "мәскеу": "Мәскеудің Мәскеуге Мәскеуді Мәскеуден Мәскеумен Мәскеудегі мәскеулік",
    "түркия": "Түркияның Түркияға Түркиядан Түркиямен Түркиядағы түркиялық",
    "қытай": "Қытайдың Қытайға Қытаймен Қытайда",
    "алматы": "Алматы Алматының Алматыға Алматыдан Алматымен Алматыдағы алматылықтар",
    "киев": "Киевтің Киевке Киевте Киевпен Киевтегі",
    "токио": "Токионың Токиоға Токиода Токиомен",
    "беларусь": "Беларусьтің Беларуське Беларусьпен Беларусьтегі",
    "тайвань": "Тайваньның Тайваньға Тайваньда",
    "париж": "Париждің Парижге Парижбен Парижден",
    "нью-йорк": "Нью-Йорктің Нью-Йоркте Нью-Йорктен",
    "путин": "Путиннің Путинге Путинмен Путинді Путиннен",
    "тоқаев": "Тоқаевтың Тоқаевқа Тоқаевпен Тоқаевтан",
    "рейтерс": "Рейтерстің Рейтерске",
    "ел": "елі елдің елге елдер елдері елдерінің елім еліміз еліміздің елінде",
    "тілек": "тілегі тілегін тілектер тілектері тілегіне",
    "қазақ": "қазағы қазақтың қазақтар қазақша қазақтай",
    "клуб": "клубы клубтың клубында клубқа",
    "банк": "банкі банкінің банктер банкке",
    "кітап": "кітабы кітабында кітаптар",
    "министрлік": "министрлігі министрлігінің министрлігіне министрлігінде министрліктер",
    "министр": "министрі министрінің министрлер министрлікке",
    "сарапшы": "сарапшылар сарапшылары сарапшының сарапшысы сарапшыларының",
    "президент": "президенті президентінің президентіне президенттер президентпен",
    "мәлімдеме": "мәлімдемесі мәлімдемесінде мәлімдемелер мәлімдемеге",
    "халық": "халқы халқының халқына халықтың",
    "орын": "орны орнында орындар",
    "агенттік": "агенттігі агенттігінің агенттіктер",
    "үкімет": "үкіметі үкіметінің үкіметке үкіметтен",
}


@pytest.mark.parametrize(
    ("base", "printed"), [(base, form) for base, forms in BASES.items() for form in forms.split()]
)
def test_a_printed_form_leads_to_its_base(base: str, printed: str) -> None:
    assert base in stems(printed)


@pytest.mark.parametrize(
    ("printed", "first"),
    [
        ("ресейлік", "ресейлік"),
        ("еуропалық", "еуропалық"),
        ("қазақстан", "қазақстан"),
        ("өзбекстан", "өзбекстан"),
        ("судан", "судан"),
        ("қазақстанның", "қазақстан"),
        ("мәскеуден", "мәскеу"),
        ("министрлігінің", "министрлік"),
        ("тілегі", "тілек"),
        ("астана", "астана"),
        ("украина", "украина"),
        ("лондон", "лондон"),
    ],
)
def test_the_likeliest_base_comes_first(printed: str, first: str) -> None:
    assert strip(printed)[0] == first


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("қазақстандең", "қазақстан"),  # front ending behind back vowels
        ("әлемға", "әлем"),  # back behind front
        ("түрікмен", "түрік"),  # -пен behind a voiceless sound
        ("украина", "украи"),
        ("берлин", "берли"),
        ("қазағы", "қазағ"),
        ("ақша", "ақшы"),
    ],
)
def test_an_ending_that_cannot_stand_there_stays(printed: str, wrong: str) -> None:
    assert wrong not in strip(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("АҚШ", ("АҚШ",)),
        ("АҚШ-тың", ("АҚШ",)),
        ("АҚШтың", ("АҚШ",)),
        ("АҚШ-ТЫҢ", ("АҚШ",)),
        ("АҚШ-тағы", ("АҚШ",)),
        ("АҚШ‑пен", ("АҚШ",)),
        ("НАТО-ға", ("НАТО",)),
        ("БҰҰ-ның", ("БҰҰ",)),
        ("CSIS-ке", ("CSIS",)),
        ("CSIS’ке", ("CSIS",)),
        ("G20-ның", ("G20",)),
        ("BAQ.KZ", ("BAQ.KZ",)),
        ("BAQ.KZ-тің", ("BAQ.KZ",)),
        ("ЮНЕСКО-ның", ("ЮНЕСКО", "юнеско")),
        ("Reuters-тің", ("reuters", "reuters-тің")),
        ("Reutersке", ("reuters", "reutersке")),
        ("2025-тің", ("2025", "2025-тің")),
        ("8-ге", ("8", "8-ге")),
        ("Қасым-Жомарт", ("қасым-жомарт",)),
        ("Ақша", ("ақша", "ақ")),
        ("Ә", ("ә",)),
        ("", ("",)),
    ],
)
def test_capitals_latin_letters_and_hyphens(printed: str, expected: tuple[str, ...]) -> None:
    assert stems(printed) == expected


def test_a_headline_in_capitals_is_read_both_ways() -> None:
    found = stems("ҚАЗАҚСТАННЫҢ")
    assert found[0] == "ҚАЗАҚСТАННЫҢ"
    assert "қазақстан" in found


# Name: genitive, dative, accusative, locative, ablative, instrumental.
DECLENSIONS = {
    "Қазақстан": "Қазақстанның Қазақстанға Қазақстанды Қазақстанда Қазақстаннан Қазақстанмен",
    "Ресей": "Ресейдің Ресейге Ресейді Ресейде Ресейден Ресеймен",
    "Қытай": "Қытайдың Қытайға Қытайды Қытайда Қытайдан Қытаймен",
    "Түркия": "Түркияның Түркияға Түркияны Түркияда Түркиядан Түркиямен",
    "Мәскеу": "Мәскеудің Мәскеуге Мәскеуді Мәскеуде Мәскеуден Мәскеумен",
    "Алматы": "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен",
    "Астана": "Астананың Астанаға Астананы Астанада Астанадан Астанамен",
    "Киев": "Киевтің Киевке Киевті Киевте Киевтен Киевпен",
    "Париж": "Париждің Парижге Парижді Парижде Парижден Парижбен",
    "Пекин": "Пекиннің Пекинге Пекинді Пекинде Пекиннен Пекинмен",
    "Лондон": "Лондонның Лондонға Лондонды Лондонда Лондоннан Лондонмен",
    "Токио": "Токионың Токиоға Токионы Токиода Токиодан Токиомен",
    "Баку": "Бакудің Бакуге Бакуді Бакуде Бакуден Бакумен",
    "Мадрид": "Мадридтің Мадридке Мадридті Мадридте Мадридтен Мадридпен",
    "Рим": "Римнің Римге Римді Римде Римнен Риммен",
    "Брюссель": "Брюссельдің Брюссельге Брюссельді Брюссельде Брюссельден Брюссельмен",
    "Беларусь": "Беларусьтің Беларуське Беларусьті Беларусьте Беларусьтен Беларусьпен",
    "Путин": "Путиннің Путинге Путинді Путинде Путиннен Путинмен",
    "Трамп": "Трамптың Трампқа Трампты Трампта Трамптан Трамппен",
    "Тоқаев": "Тоқаевтың Тоқаевқа Тоқаевты Тоқаевта Тоқаевтан Тоқаевпен",
    "Қырғыз": "Қырғыздың Қырғызға Қырғызды Қырғызда Қырғыздан Қырғызбен",
    "Рейтерс": "Рейтерстің Рейтерске Рейтерсті Рейтерсте Рейтерстен Рейтерспен",
    "АҚШ": "АҚШ-тың АҚШ-қа АҚШ-ты АҚШ-та АҚШ-тан АҚШ-пен",
    "БҰҰ": "БҰҰ-ның БҰҰ-ға БҰҰ-ны БҰҰ-да БҰҰ-дан БҰҰ-мен",
    "НАТО": "НАТО-ның НАТО-ға НАТО-ны НАТО-да НАТО-дан НАТО-мен",
    "ТМД": "ТМД-ның ТМД-ға ТМД-ны ТМД-да ТМД-дан ТМД-мен",
    "БАҚ": "БАҚ-тың БАҚ-қа БАҚ-ты БАҚ-та БАҚ-тан БАҚ-пен",
    "CSIS": "CSIS-тің CSIS-ке CSIS-ті CSIS-те CSIS-тен CSIS-пен",
    "Reuters": "Reuters-тің Reuters-ке Reuters-ті Reuters-те Reuters-тен Reuters-пен",
    "BAQ.KZ": "BAQ.KZ-тің BAQ.KZ-ке BAQ.KZ-ті BAQ.KZ-те BAQ.KZ-тен BAQ.KZ-пен",
    "2025": "2025-тің 2025-ке 2025-ті 2025-те 2025-тен 2025-пен",
    "2030": "2030-дың 2030-ға 2030-ды 2030-да 2030-дан 2030-бен",
    "G20": "G20-ның G20-ға G20-ны G20-да G20-дан G20-мен",
}
PHRASES = [
    ("Сыртқы істер министрлігі", "genitive", "Сыртқы істер министрлігінің"),
    ("Сыртқы істер министрлігі", "dative", "Сыртқы істер министрлігіне"),
    ("Сыртқы істер министрлігі", "accusative", "Сыртқы істер министрлігін"),
    ("Сыртқы істер министрлігі", "locative", "Сыртқы істер министрлігінде"),
    ("Сыртқы істер министрлігі", "ablative", "Сыртқы істер министрлігінен"),
    ("Сыртқы істер министрлігі", "instrumental", "Сыртқы істер министрлігімен"),
    ("Қазақстан Республикасы", "dative", "Қазақстан Республикасына"),
    ("Біріккен Ұлттар Ұйымы", "genitive", "Біріккен Ұлттар Ұйымының"),
    ("Еуропалық Одақ", "dative", "Еуропалық Одаққа"),
    ("Ақ үй", "genitive", "Ақ үйдің"),
    ("Кремль", "ablative", "Кремльден"),
    ("Нұрсұлтан Әбішұлы", "dative", "Нұрсұлтан Әбішұлына"),
    ("Жаңа Алматы", "dative", "Жаңа Алматыға"),
    ("Нью-Йорк", "locative", "Нью-Йоркте"),
    ("Назарбаев", "genitive", "Назарбаевтың"),
    ("Медведев", "genitive", "Медведевтің"),
    ("Жээнбеков", "genitive", "Жээнбековтің"),
    ("Есімов", "dative", "Есімовке"),
    ("Смаилов", "dative", "Смаиловқа"),
    ("Жетісу", "genitive", "Жетісудың"),
    ("Ұлттық банк", "dative", "Ұлттық банкке"),
    ("ЖИТС", "dative", "ЖИТС-ке"),
    ("HBO", "genitive", "HBO-ның"),
    ("Euronews", "genitive", "Euronews-тің"),
    ("Sky News", "dative", "Sky News-ке"),
    ("1000000", "genitive", "1000000-ның"),
    ("Сеул", "locative", "Сеулде"),
    ("Петербург", "locative", "Петербургте"),
    ("ЕО", "genitive", "ЕО-ның"),
    ("ШЫҰ", "genitive", "ШЫҰ-ның"),
    ("МАГАТЭ", "genitive", "МАГАТЭ-нің"),
    ("АЭС", "dative", "АЭС-ке"),
    ("ТАСС", "genitive", "ТАСС-тың"),
    ("СІМ", "genitive", "СІМ-нің"),
    ("ЖІӨ", "dative", "ЖІӨ-ге"),
    ("ҰБТ", "dative", "ҰБТ-ға"),
    ("ОПЕК", "genitive", "ОПЕК-тің"),
    ("Bloomberg", "dative", "Bloomberg-ке"),
    ("The Washington Post", "genitive", "The Washington Post-тың"),
    ("Associated Press", "dative", "Associated Press-ке"),
    ("Newsweek", "genitive", "Newsweek-тің"),
    ("Politico", "genitive", "Politico-ның"),
    ("COP29", "genitive", "COP29-дың"),
    ("1000", "ablative", "1000-нан"),
    ("«Самұрық»", "genitive", "«Самұрық»-тың"),
    ("!", "genitive", "!"),
]
ATTACHED = PHRASES + [
    (name, case, form)
    for name, forms in DECLENSIONS.items()
    for case, form in zip(CASES, forms.split(), strict=True)
]


@pytest.mark.parametrize(("name", "case", "form"), ATTACHED)
def test_a_name_takes_the_ending_it_is_printed_with(name: str, case: str, form: str) -> None:
    assert attach(name, case) == form  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "case", "form"),
    [
        ("сарапшы", "genitive", "сарапшылардың"),
        ("ел", "dative", "елдерге"),
        ("БАҚ", "instrumental", "БАҚ-тармен"),
        ("халықаралық ұйымы", "genitive", "халықаралық ұйымдарының"),
        ("сыртқы істер министрлігі", "locative", "сыртқы істер министрліктерінде"),
    ],
)
def test_a_plural_comes_before_the_case(name: str, case: str, form: str) -> None:
    assert attach(name, case, plural=True) == form  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", [*DECLENSIONS, "Нью-Йорк", "Кремль", "министрлік", "агенттік"])
def test_what_was_attached_comes_off_again(name: str, case: str) -> None:
    printed = attach(name, case)  # type: ignore[arg-type]
    assert name in strip(printed)
    assert {name, name.lower()} & set(stems(printed))


KAZAKH = st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-’АҚШНBAQ.7", max_size=16)


@given(KAZAKH | st.text(max_size=12))
def test_stripping_never_fails_and_only_cuts(word: str) -> None:
    found = strip(word)
    assert 1 <= len(found) <= 8
    assert len(set(found)) == len(found)
    for base in found:
        assert len(base) >= min(2, len(word)) or not base.isalpha()
        assert base[:-2] == word[: len(base)][: max(0, len(base) - 2)]


@given(KAZAKH | st.text(max_size=12))
def test_stems_hold_the_word_or_its_acronym(word: str) -> None:
    found = stems(word)
    held = word.lower() in found or any(word.startswith(form) and form.isupper() for form in found)
    assert held
    assert found == stems(word)


@given(st.text(max_size=12), st.sampled_from(CASES), st.booleans())
def test_attaching_never_fails_and_keeps_the_name(name: str, case: str, plural: bool) -> None:
    printed = attach(name, case, plural=plural)  # type: ignore[arg-type]
    assert printed[: max(0, len(name) - 3)] == name[: max(0, len(name) - 3)]


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("жол туралы келісімге", "жол туралы келісім"),
        ("Мәскеумен", "Мәскеу"),
        ("көпірдің құны", "көпірдің құны"),
        ("тарихи мүмкіндігі", "тарихи мүмкіндігі"),
        ("жауапсыздық", "жауапсыздық"),
    ],
)
def test_a_heading_stands_in_no_case(printed: str, heading: str) -> None:
    assert citation(printed) == heading
