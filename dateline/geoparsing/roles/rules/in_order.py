"""The order in which rules are asked that decide a role by themselves.

A rule speaks of kinds of words (who governs, who speaks, what is likened), never of one place or
text, and gives the words that its receipt shows. Where none is sure the learned model decides; it
is told what an unsure rule would say.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.acting import acting
from dateline.geoparsing.roles.rules.armed_groups import armed_group
from dateline.geoparsing.roles.rules.athletes import athlete
from dateline.geoparsing.roles.rules.biography import biography
from dateline.geoparsing.roles.rules.captions import archive_picture
from dateline.geoparsing.roles.rules.courts import court
from dateline.geoparsing.roles.rules.demonyms import demonym
from dateline.geoparsing.roles.rules.descriptions import described
from dateline.geoparsing.roles.rules.firms import firm
from dateline.geoparsing.roles.rules.goods import goods
from dateline.geoparsing.roles.rules.history import history
from dateline.geoparsing.roles.rules.hyphens import hyphenated
from dateline.geoparsing.roles.rules.organisations import organisation
from dateline.geoparsing.roles.rules.organs import organ_of_state
from dateline.geoparsing.roles.rules.origins import origin
from dateline.geoparsing.roles.rules.parallels import parallel
from dateline.geoparsing.roles.rules.part_of_name import part_of_name
from dateline.geoparsing.roles.rules.parties import party
from dateline.geoparsing.roles.rules.plans import plan
from dateline.geoparsing.roles.rules.powers import power
from dateline.geoparsing.roles.rules.residents import resident
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.rules.seats import seat_of_power
from dateline.geoparsing.roles.rules.settings import setting
from dateline.geoparsing.roles.rules.situations import situation
from dateline.geoparsing.roles.rules.sketches import sketch
from dateline.geoparsing.roles.rules.teams import team
from dateline.geoparsing.roles.rules.troubles import troubled
from dateline.geoparsing.roles.rules.ways import way
from dateline.geoparsing.roles.syntax import Syntax

__all__ = ["rule"]

_RULES: Final = (
    hyphenated,
    archive_picture,
    armed_group,
    organ_of_state,
    part_of_name,
    firm,
    situation,
    demonym,
    parallel,
    origin,
    team,
    athlete,
    biography,
    organisation,
    power,
    seat_of_power,
    party,
    described,
    sketch,
    resident,
    plan,
    goods,
    way,
    troubled,
    court,
    acting,
    setting,
    history,
)
"""In the order in which they are asked: what is but part of a name first; what holds of any place
that acts, where somebody speaks or that had its wars long ago last."""


def rule(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """What a rule says of a mention.

    Args:
        syntax: The article.
        mention: What is known of the mention.
        frame: Its place in its sentence.

    Returns:
        The first rule that applies, or None.
    """
    if mention.in_dateline:
        return Ruling("dateline", "in the dateline")
    for look in _RULES:
        ruling = look(syntax, mention, frame)
        if ruling is not None:
            return ruling
    return None
