"""News agencies: the names they are credited by."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["credited", "is_agency"]

_NAMES: Final = """
AFP: Agence France-Presse, Agence France Presse, франс пресс, أ ف ب, أ.ف.ب, ا ف ب, فرانس برس
AP: Associated Press, The Associated Press, أسوشيتد برس, أ ب
Reuters: Thomson Reuters, Рейтер, رويترز
UPI: United Press International
dpa: Deutsche Presse-Agentur, د ب أ
EFE: Agencia EFE
Xinhua: Xinhua News Agency, Синьхуа, شينخوا
TASS: ITAR-TASS, Itar-Tass, ТАСС, ИТАР-ТАСС, تاس
RIA Novosti: RIA, РИА Новости, РИА
Interfax: Интерфакс
Interfax-Ukraine: Интерфакс-Украина
Ukrinform: Укринформ, Укрінформ
UNIAN: УНИАН, УНІАН
Sputnik: Sputnik News, سبوتنيك
Anadolu: Anadolu Agency, AA, Anadolu Ajansı, الأناضول
SANA: Syrian Arab News Agency, سانا
NNA: National News Agency, الوكالة الوطنية
Petra: Petra News Agency, بترا
MENA: Middle East News Agency, أ ش أ
WAM: Emirates News Agency, وام
SPA: Saudi Press Agency, واس
QNA: Qatar News Agency, قنا
KUNA: Kuwait News Agency, كونا
WAFA: وفا
IRNA: Islamic Republic News Agency
Tasnim: Tasnim News Agency
Fars: Fars News Agency
Mehr: Mehr News Agency, MNA
INA: Iraqi News Agency
Shafaq News, Rudaw, Hawar News, North Press, IRIB, SONNA, AMAP, ANGOP, Azertag, Kazinform
ISNA, NINA, SUNA, Saba, LANA, APS, TAP, MAP, DPA, Belga, ANP, NTB, Ritzau, STT, PAP, TASR, MTI
Agerpres, BTA, Hina, Tanjug, FENA, SRNA, Makfax, ATA, BelTA, AzerTac, Armenpress, Interpressnews
Kyodo: Kyodo News
Jiji: Jiji Press
Yonhap: Yonhap News Agency
PTI: Press Trust of India
ANI: Asian News International
IANS: Indo-Asian News Service
APP: Associated Press of Pakistan
Bernama, Antara, VNA, PNA, CNA, KCNA, IRIN, NNN, UNB, BSS, PPI, Pajhwok, Khaama
ANSA, Adnkronos, AKI, Lusa, APA, ATS, SDA, Keystone-SDA, epd, KNA, SID, ČTK, CTK
Europa Press, Notimex, Télam, Telam, Prensa Latina, Agência Brasil, Colprensa
PA: Press Association, PA Media
CP: Canadian Press, The Canadian Press
AAP: Australian Associated Press
Bloomberg: Bloomberg News
Dow Jones: Dow Jones Newswires
Inter Press Service: IPS
Tribune News Service: TNS
CNN: CNN Indonesia, CNN Türk
BBC: BBC News
Aswat al-Iraq, Al Jazeera, VOA, RFE/RL
Agencies: agencies, agency, Agency, wire services, news agencies, newswires, Newswires, وكالات
"""

_STAFF: Final = re.compile(
    r"(?:our |own |special |staff )?(?:staff|correspondents?|reporters?|writers?)"
    r"|newsroom|news ?desk|web desk",
    re.IGNORECASE,
)

_CUE: Final = re.compile(
    r"\b(?:agenc(?:y|ies|ia)|agence|agentur|agenzia|ajansı|news(?:wires?|room)?|press[e]?|wires?"
    r"|services?|media|times|post|herald|tribune)\b",
    re.IGNORECASE,
)
"""Words in the name of an agency or a paper that no list knows."""

_KNOWN: Final = {
    name.strip(): canonical.strip()
    for line in _NAMES.strip().splitlines()
    for canonical, others in (
        [(line.split(":")[0], line)] if ":" in line else [(one, one) for one in line.split(",")]
    )
    for name in re.split("[:,]", others)
}
_BY_CASE: Final = {name.casefold(): canonical for name, canonical in _KNOWN.items()}

_NUMBER: Final = re.compile(r"(?<![^\W\d_])\d")
"""A figure that is not part of a station's name, as in ABC7."""

_JOINT: Final = re.compile(r"\s*(?:[/,;&+]|\band\b|\bet\b|\bund\b|\by\b|\bи\b)\s*")
_WITH: Final = re.compile(
    r"^(?:with(?: inputs?)?(?: from)?|from|by|source:?|via)\s+", re.IGNORECASE
)


def is_agency(name: str) -> bool:
    """Whether this is a known agency's name, as printed or in capitals."""
    name = name.strip()
    return name in _KNOWN or (len(name) > 4 and name.casefold() in _BY_CASE)


def credited(names: str, *, known_only: bool) -> str | None:
    """The agencies in words such as `AFP/Reuters`, `Reuters and staff`, `With AP`.

    Args:
        names: What stands in brackets or after a dash.
        known_only: At least one must be known, or be called an agency, press, wire …; else any name
            in capital letters is taken.

    Returns:
        Agencies joined by "/", the known ones by their usual names; empty where only staff is
        credited; None where this is no credit.
    """
    names = _WITH.sub("", names.strip()).rstrip(".")
    if not names or len(names) > 80 or _NUMBER.search(names):
        return None
    if is_agency(names):  # before it is split: RFE/RL
        return _canonical(names)
    parts = [part for part in _JOINT.split(names) if part]
    agencies, staff = [], False
    for part in parts:
        if is_agency(part) or _has_cue(part):
            agencies.append(_canonical(part))
        elif _STAFF.fullmatch(part):
            staff = True
    if not agencies and not staff:
        if known_only or len(parts) > 2 or not all(map(_is_name, parts)):
            return None
        agencies = parts
    return "/".join(dict.fromkeys(agencies))


def _canonical(name: str) -> str:
    return _KNOWN.get(name) or _BY_CASE.get(name.casefold()) or name


def _has_cue(part: str) -> bool:
    return _is_name(part) and _CUE.search(part) is not None


def _is_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= 5 and all(
        word[0].isalpha() and not word[0].islower() for word in words
    )
