"""Whom the words of a source mean: tables of (words, rule, id) for each language.

An empty rule says that nothing may be resolved. Every phrase is read on 15 November 2025.
"""

import pytest

from sholu.world import World

DAY = "2025-11-15"

KK = """
Reuters агенттігі | outlet | reuters
Reuters-тің | outlet | reuters
Рейтерстің | outlet | reuters
Германияның Der Spiegel басылымы | outlet | spiegel.de
Le Monde газеті | outlet | lemonde.fr
Норланд посттың | outlet | norland-post
«Norland Post» газетінің тілшілері | outlet | norland-post
BPCX талдаушысы | institution | harbour-policy-centre
BPCX-тің сарапшысы | institution | harbour-policy-centre
Порт саясаты орталығының директоры | institution | harbour-policy-centre
Atlantic Council мен BPCX сарапшылары | joint | atlantic-council+harbour-policy-centre
Норландия Сыртқы істер министрлігі | institution | norlandian-mfa
Норландия Сыртқы істер министрлігінің ресми өкілі | institution | norlandian-mfa
норландиялық СІМ | institution-by-noun | norlandian-mfa
Вестландияның Қорғаныс министрлігі | institution-by-noun | institution:xb:defence-ministry
Вестландия үкіметі | state | XB
Эльмар Востриков | person | elmar-vostrikov
Вострикованың | |
Востриковтың | person | elmar-vostrikov
Президент Эльмар Востриков | person | elmar-vostrikov
Норландия президенті Востриковтің | person | elmar-vostrikov
Норландия Президенті | person-by-office | elmar-vostrikov
Норландияның бұрынғы президенті | unnamed | person:xa:former-president
Вестландия президенті | unnamed | person:xb:president
Востриковтың кеңесшісі | unnamed | person:xa:titles
Норландия президентінің көмекшісі | unnamed | person:xa:titles
Вестландия баспасөз хатшысы Серік Алтаев | person | serik-altaev
Анар Востриков | |
Э.Востриков | person | elmar-vostrikov
сарапшылардың бірі Карла Хайм | stranger | person:карла хайм
Востриков пен Карла Хайм | joint | elmar-vostrikov+person:карла хайм
Хайм мырза | stranger | person:хайм
Востриков штабы | |
БАҚ хабарлары | |
ресейлік саясаттанушылар | group | group:ru:political-scientists
Ресейлік саясаттанушылардың | group | group:ru:political-scientists
Бір топ ресейлік сарапшы | group | group:ru:experts
Көптеген сарапшының | group | group:experts
Орталық Азия сарапшылары | group | group:central-asia:experts
Орталық Азия сарапшыларының | group | group:central-asia:experts
әлемдік сарапшылар | group | group:world:experts
Қытай жетекшілігі | group | group:cn:leadership
Қытай билігі | group | group:cn:authorities
Еуропалық Одақ басшылары | group | group:eu:leaders
Батыс БАҚ-тары | group | group:west:media
америкалық шенеуніктер | group | group:us:officials
түрік журналистері | group | group:tr:journalists
АҚШ пен Ресей сарапшылары | joint | group:us:experts+group:ru:experts
Әлемдік сарапшылар мен жетекші БАҚ | joint | group:world:experts+group:media
Вестландия премьері Анар Қосай да, Қытай билігі де | joint | person:анар қосай+group:cn:authorities
норландиялық саясаттанушы Анар Қосай | stranger | person:анар қосай
саясаттанушы Анар Қосайдың | stranger | person:анар қосай
BPCX сарапшысы Анар Қосай | stranger | person:анар қосай
норландиялық сарапшы | unnamed | person:xa:experts
Норландия канцлері | unnamed | person:xa:chancellor
норландиялық тарап | state | XA
БҰҰ Бас хатшысы | spokes | un
Батыс елдері | region | west
Ақорда | state | KZ
Мәскеумен | state | RU
ресми Мәскеу | state | RU
Кремль | state | RU
Ақ үйдің | state | US
АҚШ-тың | state | US
Бейжің | state | CN
Брюссель | bloc | eu
Еуропалық Одақ | bloc | eu
Батыс | region | west
Мәскеу мен Бейжің | joint | RU+CN
Ақ үй өкілі | spokes | US
Кәріптас үйі | state | XA
сарапшы | |
ол | |
Анар Қосай | |
ақша | |
Қазақстан жолдары | |
"""

RU = """
агентство Reuters | outlet | reuters
Рейтер | outlet | reuters
газета Norland Post | outlet | norland-post
немецкое издание Der Spiegel | outlet | spiegel.de
аналитик BPCX | institution | harbour-policy-centre
эксперты Портового центра политики | institution | harbour-policy-centre
МИД Норландии | institution | norlandian-mfa
Министерства иностранных дел Норландии | institution | norlandian-mfa
официальный представитель МИД Норландии | institution | norlandian-mfa
норландский МИД | institution-by-noun | norlandian-mfa
министерство обороны Вестландии | institution-by-noun | institution:xb:defence-ministry
правительство Вестландии | state | XB
Эльмар Востриков | person | elmar-vostrikov
Вострикова | person | elmar-vostrikov
Вострикову | person | elmar-vostrikov
Востриковым | person | elmar-vostrikov
президент Норландии Эльмар Востриков | person | elmar-vostrikov
президента Норландии Эльмара Вострикова | person | elmar-vostrikov
президент Норландии | person-by-office | elmar-vostrikov
Глава государства Норландии | person-by-office | elmar-vostrikov
бывший президент Норландии | unnamed | person:xa:former-president
президент Вестландии | unnamed | person:xb:president
премьер-министр Вестландии | unnamed | person:xb:prime-minister
советник Вострикова | unnamed | person:xa:titles
пресс-секретарь Вострикова Анна Береза | stranger | person:анна береза
пресс-секретарь президента Вестландии Серик Алтаев | person | serik-altaev
Иван Востриков | |
Э. Востриков | person | elmar-vostrikov
К. Востриков | |
Эльмар Петрович Востриков | person | elmar-vostrikov
пресс-секретарь предвыборного штаба Вострикова | unnamed | person:xa:spokes
жена Эльмара Вострикова | unnamed | person:жена эльмара вострикова
помощник норландского президента | unnamed | person:xa:titles
президента Норландии Эльмара Вострикова | person | elmar-vostrikov
партнерство инвесторов и экспертов | |
российские эксперты | group | group:ru:experts
российских экспертов | group | group:ru:experts
группа российских экспертов | group | group:ru:experts
многие эксперты | group | group:experts
эксперты из России | group | group:ru:experts
западные СМИ | group | group:west:media
мировые СМИ | group | group:world:media
американские чиновники | group | group:us:officials
власти Китая | group | group:cn:authorities
лидеры Евросоюза | group | group:eu:leaders
центральноазиатские политологи | group | group:central-asia:political-scientists
эксперты из России и Китая | joint | group:ru:experts+group:cn:experts
российские и китайские эксперты | joint | group:ru:experts+group:cn:experts
норландский экономист Карла Хайм | stranger | person:карла хайм
политолог Карла Хайм | stranger | person:карла хайм
российский эксперт | unnamed | person:ru:experts
глава МИД Норландии | institution | norlandian-mfa
норландская сторона | state | XA
генсек ООН | spokes | un
страны Запада | region | west
Кремль | state | RU
официальная Москва | state | RU
Пекином | state | CN
США | state | US
Белого дома | state | US
Москва и Пекин | joint | RU+CN
США, Россия и Китай | joint | US+RU+CN
Брюссель | bloc | eu
ЕС | bloc | eu
Запад | region | west
пресс-секретарь Кремля | spokes | RU
представитель Белого дома | spokes | US
Янтарный дом | state | XA
эксперт | |
он | |
Карла Хайм | |
улицы Москвы | |
"""

EN = """
Reuters | outlet | reuters
the Reuters news agency | outlet | reuters
Germany's Der Spiegel magazine | outlet | spiegel.de
Norland Post | outlet | norland-post
a BPCX analyst | institution | harbour-policy-centre
analysts at the Harbour Policy Centre | institution | harbour-policy-centre
the Norlandian Foreign Ministry | institution | norlandian-mfa
a spokesman for the Ministry of Foreign Affairs of Norlandia | institution | norlandian-mfa
Norlandia's foreign ministry | institution-by-noun | norlandian-mfa
the defence ministry of Westlandia | institution-by-noun | institution:xb:defence-ministry
the Westlandian government | state | XB
the French government | state | FR
Elmar Vostrikov | person | elmar-vostrikov
Vostrikov | person | elmar-vostrikov
President Vostrikov | person | elmar-vostrikov
Norlandian President Elmar Vostrikov | person | elmar-vostrikov
Elmar Vostrikov, president of Norlandia | person | elmar-vostrikov
president of Norlandia | person-by-office | elmar-vostrikov
the Norlandian president | person-by-office | elmar-vostrikov
a former Norlandian president | unnamed | person:xa:former-president
Westlandia's prime minister | unnamed | person:xb:prime-minister
Vostrikov's adviser | unnamed | person:xa:titles
Vostrikov spokeswoman Anna Birch | stranger | person:anna birch
spokesman Serik Altaev | person | serik-altaev
Ivo Vostrikov | |
Ivo Vostrikov's | |
the Vostrikov campaign | |
the Vostrikov administration | state | XA
E. Vostrikov | person | elmar-vostrikov
K. Vostrikov | |
Vostrikov and Karla Heim | joint | elmar-vostrikov+person:karla heim
Birch, a friend of Vostrikov | |
a spokeswoman for Karla Heim | |
a rival of Elmar Vostrikov | unnamed | person:a rival of elmar vostrikov
an aide to President Vostrikov | unnamed | person:xa:titles
an adviser to the president of Norlandia | unnamed | person:xa:titles
Norland Post columnist Karla Heim | stranger | person:karla heim
Norland Post's Karla Heim | stranger | person:karla heim
Mrs. Heim | stranger | person:heim
media reports | |
a coalition of leaders | |
Russian experts | group | group:ru:experts
a group of Russian experts | group | group:ru:experts
many experts | group | group:experts
analysts | group | group:analysts
US officials | group | group:us:officials
Russian media | group | group:ru:media
Western media | group | group:west:media
EU leaders | group | group:eu:leaders
leaders of the European Union | group | group:eu:leaders
the Chinese leadership | group | group:cn:leadership
Central Asian experts | group | group:central-asia:experts
world media | group | group:world:media
American and Russian experts | joint | group:us:experts+group:ru:experts
experts from Russia and China | joint | group:ru:experts+group:cn:experts
Norlandian economist Karla Heim | stranger | person:karla heim
economist Karla Heim | stranger | person:karla heim
Karla Heim, a Norlandian economist | stranger | person:karla heim
a Russian expert | unnamed | person:ru:experts
the Norlandian side | state | XA
UN Secretary-General | spokes | un
Western countries | region | west
premiers of Norlandia and Westlandia | joint | group:xa:prime-minister+group:xb:prime-minister
Beijing | state | CN
the Kremlin | state | RU
Washington | state | US
the U.S. | state | US
the White House | state | US
Moscow and Beijing | joint | RU+CN
Brussels | bloc | eu
the West | region | west
Kremlin spokesman | spokes | RU
White House press secretary | spokes | US
Amber House | state | XA
an analyst | |
he | |
Karla Heim | |
the streets of Moscow | |
"""


def _cases(table: str, lang: str) -> list[object]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for row in rows]


@pytest.mark.parametrize(
    ("lang", "words", "rule", "voice"), [*_cases(KK, "kk"), *_cases(RU, "ru"), *_cases(EN, "en")]
)
def test_whom_the_words_mean(world: World, lang: str, words: str, rule: str, voice: str) -> None:
    resolution = world.resolve(words, lang, DAY)
    found = (resolution.rule, resolution.voice.id) if resolution else ("", "")
    assert found == (rule, voice)
