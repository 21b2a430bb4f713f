"""Lines that stand between a reader and an article: offers to subscribe, notices on cookies.

A line counts as one only if it says so in words that no reporter writes, and is short and without a
quotation; so an article about subscriptions keeps its text.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_barrier", "without_barriers"]

_LONGEST: Final = 45
"""Words of such a line; an offer with its price has about thirty."""

_MOST: Final = 1_500
"""Characters of all such lines of a page together, at the most."""

_RESIDUE: Final = 12
"""Words that may be left beside such lines, as prices and names of buttons are, without being an
article: what else a page says is at least one sentence."""

_THIS: Final = r"(?:the|this|our) (?:full |whole |entire |rest of (?:the|this) )?"
_ARTICLE: Final = r"(?:article|story|content|page|report|post)"
_READ_ON: Final = (
    rf"(?:(?:continue|keep|go on) reading|read (?:on|more)\b|(?:read|unlock|access|view) {_THIS}"
    rf"{_ARTICLE}|continue\W*\Z|(?:read|access|get) unlimited)"
)
_SIGN: Final = (
    r"(?:subscribe|sign (?:up|in)|log ?in|register|join us|become a (?:subscriber|member)"
    r"|create (?:a|an|your)(?: free)? account|start your (?:free )?trial)"
)
_OFFERS: Final = (
    # English
    r"(?:\A|[.!?|:] )(?:are you )?already (?:a |an |our )?(?:paid |digital |print )?"
    r"(?:subscriber|member|subscribed|registered|have an? (?:account|subscription))\s?\?",
    rf"\b{_SIGN}(?: now| today| here| below| for free| free)*,? to {_READ_ON}",
    rf"\bto {_READ_ON},? (?:please |you (?:need|have) to )?{_SIGN}\b",
    rf"\bthis {_ARTICLE} is (?:\w+ )?(?:\w+ )?(?:for|to) (?:\w+ )?(?:\w+ )?subscribers",
    rf"\bthis {_ARTICLE} is (?:only|exclusively|reserved) (?:\w+ )?(?:for|to) (?:\w+ )?members\W*"
    r"\Z",
    r"\A(?:for )?(?:subscribers?|members?)[- ](?:only|exclusive)\b",
    r"\byou(?: have|'ve|’ve) (?:reached|used|read|exceeded) (?:your|all|the)\b[^.?!]{0,20}"
    r"\b(?:free|monthly)\b[^.?!]{0,20}\b(?:articles?|limit)",
    r"\bfree articles? (?:left|remaining|this month)",
    r"\A(?:get|enjoy) (?:full|unlimited)(?: digital)? access\b",
    r"\A(?:only )?available (?:only )?in (?:paid|corporate|professional|premium) plans?\W*\Z",
    r"(?:\A|[.!,–—-] )cancel (?:at )?any ?time\b",
    # German
    r"\bnur für (?:unsere )?(?:digital-?)?(?:abonnent|registrierte (?:nutz|les))",
    r"\bexklusiv für (?:unsere )?(?:digital-?)?abonnent",
    r"\A(?:sie sind |sind sie )?(?:bereits|schon) (?:digital-?)?(?:abonnent|registriert|kunde)",
    r"\bsie sind (?:bereits|schon) abonnent|\bbereits (?:abonnent\w*|ein abo)\s?\?",
    r"\bjetzt (?:weiterlesen|abonnieren|artikel freischalten)\b",
    r"\bum (?:diesen|den) artikel (?:weiter|vollständig|ganz) ?(?:zu ?)?lesen\b",
    # Dutch, Swedish, Norwegian, Danish
    r"\b(?:alleen|exclusief|enkel) voor (?:onze )?abonnees",
    r"\b(?:al|reeds) (?:een )?abonnee\s?\?",
    r"\bverder lezen\?? (?:word|neem|log)\b",
    r"\b(?:endast|bare|kun|forbeholdt) (?:för|for) (?:våra |våre |vores )?"
    r"(?:prenumerant|abonnent)er",
    r"\b(?:redan|allerede) (?:prenumerant|abonnent)\s?\?",
    # French
    r"\bréservée?s? (?:aux|à nos) abonnés",
    r"\bdéjà abonnée?(?:\(e\)|·e)?\s?\?",
    r"\bil vous reste \d+\s?% de (?:cet|ce|l)",
    r"\b(?:abonnez|connectez|inscrivez|identifiez)-vous\b[^.!?]{0,30}\bpour (?:lire|continuer|"
    r"poursuivre) (?:la|l|votre|cet)",
    r"\bpour (?:lire la suite|(?:continuer|poursuivre) (?:à lire|votre lecture|la lecture)),? "
    r"(?:abonnez|connectez|inscrivez|identifiez)",
    # Spanish
    r"\b(?:exclusiv[oa]s?|sólo|solo|reservad[oa]s?) (?:para|a) (?:nuestros |los )?suscriptores",
    r"\bya (?:eres|soy|es usted)\b[^.!]{0,20}(?:suscriptor|suscrit)",
    r"\b(?:suscr[ií]b|reg[ií]str)[aeé]\w*[^.!?]{0,20} para (?:(?:seguir|continuar) leyendo|leer)",
    r"\bpara (?:seguir|continuar) leyendo\b",
    # Italian, Portuguese
    r"\briservat[oaei] (?:agli|ai nostri) abbonati",
    r"\bsei già (?:un )?abbonat|\bhai già un abbonamento\s?\?",
    r"\b(?:abbonati|registrati|accedi)\b[^.!?]{0,20}\bper (?:continuare a leggere"
    r"|leggere (?:tutt|l)|proseguire la lettura)",
    r"\bexclusiv[oa]s? para assinantes",
    r"\bjá é (?:um |uma )?assinante",
    r"\b(?:assine|cadastre-se|faça (?:o )?login)\b[^.!?]{0,20}\bpara (?:continuar (?:lendo"
    r"|a leit)|ler)",
    # Polish, Russian, Ukrainian
    r"\b(?:tylko|wyłącznie) dla (?:naszych )?(?:prenumeratorów|subskrybentów|zalogowanych)",
    r"\bmasz już (?:prenumeratę|konto|subskrypcję)\s?\?",
    r"\bтолько (?:для|по) (?:наших )?(?:подписчик|подписк|зарегистрированных (?:польз|чит))",
    r"\b(?:лише|тільки) (?:для|за) (?:наших )?(?:передплат|підписник|підписк)",
    r"\b(?:оформите|оформіть|купите) (?:подписку|передплату|підписку)",
    r"\b(?:уже|вже) (?:есть подписка|є передплатником|маєте передплату)",
    # Turkish, Arabic, Chinese, Japanese
    r"\b(?:sadece|yalnızca) abone(?:ler|lere|lerimiz)",
    r"\bzaten abone(?: misiniz)?\s?\?",
    r"\b(?:devamını|tamamını) okumak için (?:abone|giriş|üye)",
    r"للمشتركين فقط|حصري للمشتركين|هل أنت مشترك|مشترك بالفعل",
    r"\A(?:اشترك|سجّ?ل)[^.؟]{0,25} (?:لمواصلة|لمتابعة|لقراءة)",
    r"(?:订阅|訂閱|登录|登錄|登入|付费|付費)[^。]{0,10}(?:继续阅读|繼續閱讀|阅读全文|閱讀全文)",
    r"会員限定|続きを読むには|ログインして続き",
)
_OFFER: Final = re.compile("|".join(_OFFERS), re.IGNORECASE)

_COOKIES: Final = re.compile(
    r"(?:this (?:web)?site|we|our (?:web)?site)\b[^.!?]{0,40}\buses? (?:\w+ )?cookies"
    r"|(?:wir|diese (?:web)?seite)\b[^.!?]{0,40}\b(?:verwende[nt]|nutz(?:en|t)) (?:\w+ )?cookies"
    r"|(?:nous|ce site)\b[^.!?]{0,40}\butilis(?:ons|e) (?:des |les )?cookies"
    r"|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|este site (?:utiliza|usa)) cookies"
    r"|(?:utilizziamo|questo sito (?:web )?(?:utilizza|usa)) (?:i )?cookie"
    r"|(?:wij|deze (?:web)?site)\b[^.!?]{0,40}\bgebruik(?:en|t) (?:\w+ )?cookies"
    r"|(?:мы используем|этот сайт использует) (?:файлы )?cookie",
    re.IGNORECASE,
)

_HINTS: Final = tuple(
    """subscri|paid plan|premium plan|corporate plan|professional plan|sign in|sign up|log in|login
|register|account|free article|limit|full access|full digital|unlimited|any time|anytime|members
|join us|free trial|keep reading|abonn|abbonat|ein abo|registriert|schon kunde|bereits kunde
|weiterlesen|freischalten|verder lezen|suscr|regístr|seguir leyendo|continuar leyendo|registrati
|accedi|assin
|cadastre|prenumer|subskryb|zalogow|konto|connectez|inscrivez|identifiez|vous reste|подпис|підпис
|зарегистр|передплат|abone|okumak için|مشترك|اشترك|سجل|سجّل|订阅|訂閱|登录|登錄|登入|付费|付費|会員
|続き|cookie""".replace("\n", "").split("|")
)
"""One of these, in small letters, stands in every such line."""

_QUOTED: Final = re.compile(r"[\"“”„«»‘]")


def is_barrier(text: str) -> bool:
    """Whether a text is such lines and next to nothing else."""
    if len(text) > _MOST:
        return False
    kept, cut = _parted(text)
    return bool(cut) and len(" ".join(kept).split()) <= min(_RESIDUE, len(" ".join(cut).split()))


def without_barriers(text: str) -> tuple[str, int]:
    """A text without such lines, and how many it had; as it is where nothing would be left."""
    kept, cut = _parted(text)
    if not cut or is_barrier(text):
        return text, 0
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), len(cut)


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The lines that are kept, and those that are barriers."""
    kept: list[str] = []
    cut: list[str] = []
    if not _has_hint(text):  # most texts end here
        return [text], cut
    for line in text.split("\n"):
        (cut if _stands_between(line) else kept).append(line)
    return kept, cut


def _has_hint(text: str) -> bool:
    small = text.lower()
    return any(hint in small for hint in _HINTS)


def _stands_between(line: str) -> bool:
    if not line.strip() or len(line) > 12 * _LONGEST or not _has_hint(line):
        return False
    if len(line.split()) > _LONGEST or _QUOTED.search(line):
        return False
    return bool(_OFFER.search(line) or _COOKIES.match(line.strip()))
