"""The bundled data says what a world file should, and no two entries claim one name."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "src" / "sholu" / "world" / "data"
LANGUAGES = ("en", "ru", "kk")
KINDS = {
    "outlet": {"agency", "newspaper", "magazine", "broadcaster", "site"},
    "institution": {
        "think tank",
        "ministry",
        "government",
        "parliament",
        "central bank",
        "international body",
        "party",
        "university",
        "company",
        "other",
    },
}
REQUIRED = {
    "outlet": {"id", "name", "kind", "domain", "names"},
    "institution": {"id", "kind", "names"},
    "person": {"id", "roles", "names"},
}
OPTIONAL = {
    "outlet": {"country", "owner"},
    "institution": {"country", "bloc", "short"},
    "person": {"country"},
}
ROLES = {
    "president",
    "prime minister",
    "foreign minister",
    "king",
    "chancellor",
    "supreme leader",
    "secretary-general",
    "president of the commission",
    "president of the council",
    "high representative",
    "minister",
    "speaker",
    "spokesperson",
}
BLOCS = set(
    re.findall(
        r"[a-z0-9-]+",
        "eu nato g7 g20 cis eaeu csto ots sco brics cica eco asean gcc oic african-union un",
    )
)
# ISO 3166-1 alpha-2, officially assigned codes.
COUNTRIES = set(
    re.findall(
        "[A-Z]{2}",
        """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """,
    )
)

Entry = dict[str, Any]


def entries(kind: str) -> list[Entry]:
    """All entries of one kind over all files, in the order of file names."""
    found: list[Entry] = []
    for path in sorted(DATA.glob("*.toml")):
        found += tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    return found


OUTLETS = entries("outlet")
INSTITUTIONS = entries("institution")
PERSONS = entries("person")
BY_KIND = {"outlet": OUTLETS, "institution": INSTITUTIONS, "person": PERSONS}
EVERY = {**BY_KIND, **{kind: entries(kind) for kind in ("state", "bloc", "region")}}


def forms(entry: Entry) -> list[str]:
    """Every printed form of an entry, each once, whatever its language."""
    names = entry["names"]
    printed = names if isinstance(names, list) else chain.from_iterable(names.values())
    short = [entry["short"]] if "short" in entry else []
    return list(dict.fromkeys([*printed, *short]))


def clashes(found: Iterable[Entry]) -> dict[str, list[str]]:
    """Forms, with case left aside, that more than one entry claims, and the ids that do."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for entry in found:
        for form in forms(entry):
            claims[form.casefold()].add(entry["id"])
    return {form: sorted(ids) for form, ids in claims.items() if len(ids) > 1}


@pytest.mark.parametrize(
    ("kind", "least"), [("outlet", 400), ("institution", 150), ("person", 150)]
)
def test_there_is_enough_of_each_kind(kind: str, least: int) -> None:
    assert len(BY_KIND[kind]) >= least


def test_ids_are_unique_over_all_kinds() -> None:
    counted = Counter(entry["id"] for kind in EVERY.values() for entry in kind)
    assert [found for found, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("kind", BY_KIND)
def test_ids_are_written_in_the_agreed_letters(kind: str) -> None:
    ids = [entry["id"] for entry in BY_KIND[kind]]
    assert [found for found in ids if not re.fullmatch(r"[a-z0-9.-]+", found)] == []


@pytest.mark.parametrize("kind", BY_KIND)
def test_required_fields_are_there_and_no_unknown_ones(kind: str) -> None:
    wrong = {
        entry["id"]: sorted(set(entry) ^ REQUIRED[kind] - OPTIONAL[kind])
        for entry in BY_KIND[kind]
        if not REQUIRED[kind] <= set(entry) <= REQUIRED[kind] | OPTIONAL[kind]
    }
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_known(kind: str) -> None:
    wrong = {e["id"]: e["kind"] for e in BY_KIND[kind] if e["kind"] not in KINDS[kind]}
    assert wrong == {}


@pytest.mark.parametrize("kind", BY_KIND)
def test_countries_are_iso_codes(kind: str) -> None:
    wrong = {
        e["id"]: e["country"] for e in BY_KIND[kind] if e.get("country", "KZ") not in COUNTRIES
    }
    assert wrong == {}


def test_an_outlet_without_country_is_the_newsroom_of_an_international_body() -> None:
    bodies = {
        form
        for entry in chain(INSTITUTIONS, EVERY["bloc"])
        if "country" not in entry
        for form in forms(entry)
    }
    homeless = {o["id"]: o.get("owner") for o in OUTLETS if "country" not in o}
    assert {each: owner for each, owner in homeless.items() if owner not in bodies} == {}


def test_an_institution_without_country_and_bloc_is_an_international_body() -> None:
    homeless = {e["id"] for e in INSTITUTIONS if not e.keys() & {"country", "bloc"}}
    international = {e["id"] for e in INSTITUTIONS if e["kind"] == "international body"}
    assert homeless - international == set()


def test_blocs_are_known() -> None:
    wrong = {e["id"]: e["bloc"] for e in INSTITUTIONS if "bloc" in e and e["bloc"] not in BLOCS}
    assert wrong == {}


@pytest.mark.parametrize("kind", ["institution", "person"])
def test_names_stand_in_all_three_languages(kind: str) -> None:
    wrong = [
        e["id"]
        for e in BY_KIND[kind]
        if tuple(e["names"]) != LANGUAGES or not all(e["names"].values())
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", BY_KIND)
def test_forms_are_printed_words(kind: str) -> None:
    wrong = {
        form: entry["id"]
        for entry in BY_KIND[kind]
        for form in forms(entry)
        if form != " ".join(form.split()) or len(form) < 2
    }
    assert wrong == {}


@pytest.mark.parametrize("kind", EVERY)
def test_no_form_is_claimed_twice(kind: str) -> None:
    assert clashes(EVERY[kind]) == {}


def test_no_form_is_claimed_by_two_kinds() -> None:
    assert clashes(chain.from_iterable(EVERY.values())) == {}


def test_the_name_of_an_outlet_is_one_of_its_forms() -> None:
    assert [o["id"] for o in OUTLETS if o["name"] not in o["names"]] == []


def test_an_outlet_with_a_domain_has_it_alone() -> None:
    counted = Counter(entry["domain"] for entry in OUTLETS)
    assert [domain for domain, times in counted.items() if times > 1] == []


def test_domains_are_host_names() -> None:
    host = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
    assert [o["domain"] for o in OUTLETS if not host.fullmatch(o["domain"])] == []
    assert [o["domain"] for o in OUTLETS if o["domain"].startswith("www.")] == []


def test_roles_are_known_and_dated() -> None:
    wrong = [
        (person["id"], role)
        for person in PERSONS
        for role in person["roles"]
        if role["role"] not in ROLES
        or any(type(role[end]) is not date for end in {"since", "until"} & role.keys())
    ]
    assert wrong == []


def test_an_end_has_a_beginning_before_it() -> None:
    wrong = [
        (person["id"], role)
        for person in PERSONS
        for role in person["roles"]
        if "until" in role and not role.get("since", date.max) < role["until"]
    ]
    assert wrong == []


def test_one_role_of_one_person_does_not_overlap_itself() -> None:
    wrong = []
    for person in PERSONS:
        for name in {role["role"] for role in person["roles"]}:
            terms = sorted(
                (role["since"], role.get("until", date.max))
                for role in person["roles"]
                if role["role"] == name and "since" in role
            )
            wrong += [person["id"] for a, b in pairwise(terms) if a[1] > b[0]]
    assert wrong == []


@pytest.mark.parametrize("role", ["president", "prime minister", "foreign minister", "chancellor"])
def test_a_state_has_one_holder_of_an_office_at_a_time(role: str) -> None:
    terms: defaultdict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for person in PERSONS:
        for held in person["roles"]:
            if held["role"] == role and "since" in held:
                end = held.get("until", date.max)
                terms[person["country"]].append((held["since"], end, person["id"]))
    wrong = []
    for spans in terms.values():
        ordered = sorted(spans)
        wrong += [(a[2], b[2]) for a, b in pairwise(ordered) if a[1] > b[0]]
    assert wrong == []
