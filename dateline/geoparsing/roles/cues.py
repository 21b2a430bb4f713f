"""Words whose meaning decides what a place name near them does.

Own lists, grouped by meaning and never by place: verbs by what their subject does, nouns by what
kind of thing they name. `VERB_CLASS` and `NOUN_CLASS` map a lower-case lemma to its group.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.toponym_words import word_set

__all__ = [
    "NAMED",
    "NOUN_CLASS",
    "PARALLEL_WORDS",
    "VERB_CLASS",
    "WAR_WORDS",
]


_VERBS: Final = {
    "speech": """
        say tell add warn announce claim insist state declare report note explain describe
        recall argue comment remark reply answer ask speak write tweet testify recount
        respond brief confirm interview telephone quote acknowledge reveal estimate predict
        suggest stress complain express indicate inform reiterate assert underscore
        pronounce shout chant voice shrug publish record list
    """,
    "stance": """
        deny accuse blame condemn denounce criticise criticize reject welcome praise
        congratulate support back oppose urge call demand insist vow pledge promise threaten
        want hope fear believe think consider seek regret protest dismiss dispute admit
        apologise apologize thank appreciate value view see regard doubt suspect worry
        expect prefer favour favor request challenge resolve commit intend attempt prepare
        try anger concern shrug object defy impress encourage reconcile greet sue charge
        indict celebrate hail
    """,
    "policy": """
        agree refuse decide sign withdraw impose lift recognise recognize deploy send offer
        propose approve ban ratify vote abstain veto intervene mediate broker sponsor fund
        finance supply arm equip sell buy export import invest annex negotiate cooperate
        expel recall summon host join plan pull suspend extend allow let permit order
        authorise authorize pass adopt provide aid help assist train grant need try make
        play take become remain lead win lose beat defeat face compete draw qualify score
        finish launch conduct dispatch ally commit undertake engage deliver mobilise
        mobilize recruit hire appoint name designate implement enact revive renew pay spend
        contribute share exchange transfer collaborate coordinate retaliate initiate
        participate establish create rule govern dominate extradite ship develop purchase
        trade deal spearhead direct command block boycott sanction punish stoke foment
        outlaw legalise jail imprison free own operate manage run maintain escort instruct
    """,
    "attack": """
        attack shell bomb bombard strike hit raid storm besiege pound target kill wound
        injure massacre shoot fire fight clash battle ambush explode detonate blast burn
        destroy level flatten raze loot kidnap abduct behead execute torture murder die
        damage wreck rape slay stab gun blow assault torch gas crush ravage devastate rock
        shake rip slaughter snatch unleash wreak inflict plunge wrack shatter scar cripple
        suffer sack pitch poison dump throw disrupt perpetrate sink hunt overrun assail
        defuse plant trigger spark fuel pepper pulverise blacken jolt
    """,
    "control": """
        capture seize take retake recapture occupy overrun hold control invade enter
        encircle surround liberate regain fall lose conquer cede blockade cut defend clear
        secure free recover abandon dominate overthrow repel deprive surrender stand resort
        divide split separate partition secede rule govern patrol police protect dig
        demolish raze sweep reopen block bar shut seal cordon garrison fortify station post
    """,
    "movement": """
        flee leave reach arrive go come travel drive march cross evacuate move return
        advance retreat withdraw escape head push pour gather walk fly sail transport bring
        carry take land enter displace deport smuggle ship rush visit tour drag haul dive
        speed sweep stroll tunnel swim embark dispatch camp stay depart roll surge link
        connect escort shuttle shift transfer ferry airlift lift float drift trek commute
        swarm stream converge pile drop plunge crawl climb descend pass stop wait wander
        hide shelter queue
    """,
    "occur": """
        happen occur erupt break continue begin start stop collapse spread resume end rage
        escalate intensify protest demonstrate rally riot patrol arrest detain search find
        discover rescue bury mourn open close rise fall hang emerge appear crash derail
        flood quake hold prompt cause trigger spark unfold take result explode reopen
        commemorate celebrate mark stage surge prolong deepen subside ebb ease last remain
        camp gather assemble strike vote queue sleep burn smoulder wait lie stand live die
        grieve pray sing dance starve freeze
    """,
    "talks": """
        meet discuss talk negotiate convene confer gather attend address host sign agree
        conclude
    """,
    "origin": """
        bear grow raise born live reside study attend graduate educate bury marry work serve
        retire settle migrate emigrate immigrate age found establish inhabit visit acquire
        earn belong originate hail come win coach star perform debut record direct appoint
        ordain command award compose tour
    """,
    "seat": """
        base headquarter locate situate station lie site house stand sit border adjoin
        overlook stretch belong comprise include contain connect link bind surround separate
        divide
    """,
    "turn": """
        become turn resemble remind recall compare liken mirror echo evoke mistake recreate
        reflect match
    """,
    "name": """
        name call spell know rename refer classify characterise characterize entitle title
        mean
    """,
}

_NOUNS: Final = {
    "place": """
        province governorate district city town village hamlet suburb outskirt outskirts
        neighbourhood neighborhood quarter area region county state oblast camp countryside
        municipality capital port island valley border frontier coast enclave territory
        pocket edge centre center heart street road highway square market airport base
        crossing bridge side part corner bank north south east west northeast northwest
        southeast southwest plain mountain hill river basin department prefecture commune
        settlement metropolis resort peninsula desert shore stronghold bastion township
        borough parish canton zone sector front vicinity environs ruins kilometre kilometer
        km mile soil beach forest farm slum ghetto home hometown site land checkpoint dam
        field locality park perimeter plateau bay heights avenue thoroughfare route waterway
        slope foothill bench junction intersection roundabout portion path approach location
        point spot marketplace campus stadium axis ground yard airspace airfield airbase
        jurisdiction division subdistrict ravine ridge canyon gorge estuary delta oasis
        steppe strait gulf lake lagoon canal embankment riverbank plantation orchard
        warehouse roadblock medina kasbah skyline cinema palace hotel clinic hospital
        library cathedral basilica monastery zoo gallery museum theatre mosque church shrine
        temple school gym station plant factory mine prison jail cemetery
    """,
    "government": """
        government ministry minister president presidency parliament cabinet authority
        administration regime embassy ambassador envoy diplomat official consulate court
        senate congress leader leadership premier chancellor king prince monarch delegation
        delegate negotiator representative secretary foreign lawmaker deputy spokesman
        spokeswoman spokesperson politician senator mayor governor council commissioner
        prosecutor intelligence consul mission chief agent director counterpart cadre
        plenipotentiary party coalition opposition faction republic country nation
        superpower kingdom empire emirate axis alliance bloc
    """,
    "force": """
        army troop troops force forces soldier military militia police policeman navy fleet
        airforce jet warplane aircraft plane helicopter drone missile rocket artillery tank
        fighter gunman gunner rebel insurgent militant commander general officer commando
        mercenary guard peacekeeper frigate warship battalion brigade airstrike bomber shell
        settler serviceman gendarme paratrooper recruit paramilitary guerrilla militiaman
        mob demonstrator terrorist separatist jihadist jihadi fundamentalist extremist
        element sham gang sailor marine cadre personnel squad convoy unit units guards
        herdsman nationalist islamist informer anarchist captor kidnapper sniper cartel
        submarine destroyer ship vessel carrier fighter-bomber gunship howitzer battery
        garrison column infantry cavalry legion regiment corps
    """,
    "attack": """
        attack strike raid bombing shelling bombardment killing massacre battle fighting
        clash explosion blast siege offensive assault ambush shooting violence war conflict
        fire fall capture destruction blockade ceasefire truce evacuation protest
        demonstration rally riot crackdown unrest operation invasion occupation famine flood
        earthquake quake outbreak crash accident disaster atrocity murder assassination coup
        uprising bomb death casualty victim toll displacement crisis situation campaign
        advance takeover bloodshed hostility incursion withdrawal arrest kidnapping
        execution incident tragedy genocide counterattack firefight confrontation shootout
        robbery gunfight action aggression seizure loss tension hostage detainee extremism
        militancy barricade stand-off standoff funeral procession burial march sit-in vigil
        walkout blackout drought epidemic cholera hunger starvation hurricane storm tornado
        landslide avalanche wildfire tsunami cyclone collapse derailment shipwreck slaughter
        lynching stabbing hijacking looting rape torture disappearance hanging landing front
        breakthrough defeat victory ruin devastation onslaught push drive mutiny revolt
        rebellion insurgency purge pogrom expulsion exodus flight influx tunnel bunker
        trench
    """,
    "talks": """
        talk talks summit meeting negotiation conference session debate round dialogue
        congress forum hearing trial gathering deal accord signing process visit trip tour
        exchange mediation consultation conclave parley assembly ceremony handshake
        inauguration vote ballot ruling verdict sentencing
    """,
    "treaty": """
        agreement accord accords treaty pact protocol convention declaration charter
        resolution plan initiative memorandum constitution
    """,
    "words": """
        interview briefing statement speech news announcement remark testimony broadcast
        television radio newspaper report letter telephone headquarters office bureau studio
        press presence hotel communique communiqué exile telegram website blog account
        channel podium lectern broadcaster
    """,
    "expert": """
        analyst expert professor researcher academic economist historian scientist lawyer
        scholar lecturer campaigner judge jury correspondent reporter journalist observer
        source think-tank councillor businessman cleric architect artist owner developer
        operator group monitor investigator advocate pollster trader broker banker writer
        author novelist poet biographer photographer cameraman editor delegate commissioner
        bishop archbishop cardinal rabbi imam pope
    """,
    "resident": """
        resident doctor medic nurse teacher witness activist worker shopkeeper baker grocer
        farmer driver student mechanic refugee survivor mother father woman man boy girl
        family person people pensioner trader priest imam engineer volunteer migrant
        civilian villager citizen shepherd fisherman tailor musician pupil parent widow
        child native player striker captain coach veteran tourist pilgrim prisoner hostage
        laborer labourer elder monk nun employee protester actress actor cameraman pilot
        passenger listener brother sister wife husband daughter son grandmother grandfather
        neighbour neighbor cousin uncle aunt orphan deserter exile conscript taxi
        hairdresser butcher carpenter plumber electrician cook waiter barber seamstress
        herder beekeeper gardener caretaker janitor librarian headmaster schoolteacher
        schoolboy schoolgirl toddler baby bride groom cyclist footballer goalkeeper boxer
        swimmer runner singer dancer painter poet
    """,
    "institution": """
        university college school institute foundation observatory post times press herald
        tribune journal news bank fund company corporation party league club team church
        society association federation union commission committee centre agency group
        movement organisation organization channel network service cup championship olympics
        games festival trust department academy airlines railway board chamber orchestra
        command rangers brigade red factory squad council senate ministry units choir
        airline carrier insurer retailer automaker brewery newspaper magazine
    """,
    "people": """
        community population minority diaspora nation national public society youth tribe
        clan hundred thousand dozens majority fan supporter voter worshipper congregation
    """,
    "product": """
        economy market currency oil gas wine food car film music culture history policy
        interest trade export import industry election budget law language passport flag
        role request decision support aid position influence relation ambition strategy
        intervention involvement proposal offer refusal reaction sanction claim denial
        threat intention failure success independence goal development future system water
        operation debut line share percent dollar gain growth cargo shipment delivery goods
        grain wheat rice coal steel timber diamond gold copper cocoa coffee tea cotton sugar
        vehicle aircraft weapon arms ammunition munition component investment loan grant
        debt deficit tax wage price cost profit turnover tourism fishing farming agriculture
        infrastructure railway highway pipeline season climate weather temperature landscape
        wildlife flora fauna species cuisine dialect accent tradition custom religion faith
        heritage architecture literature poetry painting novel song album opera drama map
        stamp coin visa citizenship nationality
    """,
}

WAR_WORDS: Final = word_set(
    """
    war attack kill troops rebel rebels army soldier soldiers fighting shelling bomb bombing
    missile missiles airstrike strike strikes siege ceasefire truce militant militants
    insurgents gunmen massacre offensive clashes civilians wounded killed shelled refugees
    militia guerrillas fighters hostages peacekeepers rocket rockets bombs armed forces
    artillery explosion displaced captured raid gunfire front battle
    """
)
"""Distinct ones in an article tell war reporting from other news."""

PARALLEL_WORDS: Final = word_set(
    """
    another like unlike second next new than recall echo shades repeat lesson ghost memory
    again worse since
    """
)
"""Words that may introduce a parallel with another place."""


def _by_lemma(groups: dict[str, str]) -> dict[str, str]:
    """The first group that lists a lemma has it."""
    found: dict[str, str] = {}
    for group, words in groups.items():
        for word in words.split():
            found.setdefault(word, group)
    return found


VERB_CLASS: Final = _by_lemma(_VERBS)
NOUN_CLASS: Final = _by_lemma(_NOUNS)
NAMED: Final = ("treaty", "institution")
"""Classes of nouns that in capitals are part of the name of what they are: the Bank of X."""
