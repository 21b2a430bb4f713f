"""Names of the months in the languages of the press, and how a word is matched with them."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["MONTHS", "SPELLINGS", "WEEKDAYS", "fold", "month_of"]

# One row a language and form, January first; a form that a language lacks is "-".
_TABLE: Final = """
january february march april may june july august september october november december
jan feb mar apr - jun jul aug sep oct nov dec
- - - - - - - - sept - - -
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr - avr - - juil - - - - déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene - - abr - - - ago setiembre - - dic
januar februar märz april mai juni juli august september oktober november dezember
jänner feber mrz - - - - - - okt - dez
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
- fev - - - - - - set out - -
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen - - - mag giu lug - - ott - -
januari februari maart april mei juni juli augustus september oktober november december
- - mrt - - - - - - - - -
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
янв фев мар апр - июн июл авг сен окт ноя дек
- февр - - - - - - сент - нояб -
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
جانفي فيفري - إبريل ماي جوان جويلية أوت - - - -
- - - - - يونيه يوليه - - - - -
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
ledna února března dubna května června července srpna září října listopadu prosince
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου - οκτωβρίου - δεκεμβρίου
- - - - - - - - σεπτεμβρίου - νοεμβρίου -
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
januari februari maret april mei juni juli agustus september oktober november desember
"""

_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun"
)
WEEKDAYS: Final = tuple(_WEEKDAYS.split())
"""In English; a date does not need its weekday, but a dateline may have nothing else."""


def fold(word: str) -> str:
    """A word without case, accents and dots, as months are compared."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).rstrip(".")


SPELLINGS: Final = {
    name.replace("_", " "): number
    for row in _TABLE.strip().splitlines()
    for number, name in enumerate(row.split(), start=1)
    if name != "-"
}
"""Spelling as printed, in small letters → month 1..12."""

MONTHS: Final = {fold(name): number for name, number in SPELLINGS.items()}
"""Folded spelling → month 1..12."""


def month_of(word: str) -> int | None:
    """The month 1..12 a word names in any language, or None."""
    return MONTHS.get(fold(word))
