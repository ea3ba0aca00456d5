"""What each figure means and how each analysis is worked out, in words for a reader; see also docs/analysis.md."""

from collections.abc import Mapping

from queries.phrases import Words

FIGURES: Mapping[str, Words] = {
    "people": Words("mensen die meetellen", "people who are counted"),
    "ties": Words("banden tussen hen", "ties between them"),
    "tied": Words("deel van de mensen met minstens één band", "share of people with at least one tie"),
    "mean_degree": Words("banden per mens", "ties per person"),
    "density": Words("deel van alle mogelijke banden", "share of all possible ties"),
    "components": Words("losse delen", "separate parts"),
    "largest_component": Words(
        "deel van de mensen in het grootste deel", "share of people in the largest part"
    ),
    "path_length": Words("stappen tussen twee mensen, gemiddeld", "steps between two people, on average"),
    "reciprocity": Words("deel van de banden dat heen en terug gaat", "share of ties that go both ways"),
    "clustering": Words("kans dat twee bekenden elkaar kennen", "chance that two contacts know each other"),
    "core": Words("diepste kern: elk kent er minstens zoveel", "deepest core: each knows at least so many"),
    "ei_index": Words(
        "E-I-index: +1 alle banden tussen sectoren, -1 alle erbinnen",
        "E-I index: +1 all ties between sectors, -1 all within",
    ),
    "assortativity": Words(
        "voorkeur voor de eigen sector, -1 tot 1", "preference for one's own sector, -1 to 1"
    ),
    "degree_assortativity": Words(
        "kennen mensen met veel banden elkaar, -1 tot 1", "do people with many ties know each other, -1 to 1"
    ),
    "communities": Words("kringen van vijf mensen of meer", "communities of five people or more"),
    "modularity": Words(
        "modulariteit: hoe scherp de kringen zijn", "modularity: how distinct communities are"
    ),
    "inside": Words("deel van de banden binnen een kring", "share of ties within a community"),
    "stability": Words(
        "overeenkomst tussen berekeningen met een ander begin, 0 tot 1",
        "agreement between runs with another start, 0 to 1",
    ),
    "articulation": Words(
        "mensen zonder wie iemand losraakt van de rest",
        "people without whom somebody is cut off from the rest",
    ),
    "left_connected": Words(
        "deel van de verbonden paren dat verbonden blijft als de vijf grootste verbinders stoppen",
        "share of connected pairs that stay connected when the five who connect most stop",
    ),
    "bridges": Words("banden tussen sectoren", "ties between sectors"),
    "bridge_people": Words(
        "mensen die samen meer dan de helft van de banden tussen sectoren hebben",
        "people who have more than half of the ties between sectors together",
    ),
    "bridges_left": Words(
        "deel van de banden tussen sectoren dat overblijft als de vijf grootste verbinders stoppen",
        "share of ties between sectors that is left when the five who connect most stop",
    ),
    "suggestions": Words("voorstellen", "suggestions"),
    "themes": Words("thema's", "themes"),
    "places": Words("plaatsen", "places"),
    "gaps": Words(
        "tekorten: een thema in een plaats met te weinig mensen",
        "gaps: a theme in a place with too few people",
    ),
    "open_requests": Words("vragen die nog wachten", "requests that still wait"),
    "answered_requests": Words("vragen die tot een ontmoeting leidden", "requests that led to a meeting"),
}
"""By name: what stands beside a figure."""

_TIES = Words(
    "Een band telt als een van beiden de ander kan aanspreken, vanaf sterkte 0,15. ",
    "A tie counts where either of two people can approach the other, from a strength of 0.15. ",
)
_INTERVAL = Words(
    "Tussen haakjes staat waar het cijfer in 95 % van de gevallen ligt als andere mensen van dezelfde soort "
    "gevraagd waren; wie nooit gevraagd is, zit daar niet in. ",
    "Between brackets stands where the figure lies in 95 % of cases if other people of the same kind had been "
    "asked; who was never asked is not in it. ",
)

METHODS: Mapping[str, Words] = {
    "summary": _TIES
    + _INTERVAL
    + Words(
        "Toeval: dezelfde mensen met evenveel banden elk, willekeurig verbonden. Of banden heen en terug gaan, is "
        "bekeken tussen mensen die zelf zeiden wie ze kennen.",
        "Chance: the same people with as many ties each, joined at random. Whether ties go both ways is looked at "
        "between people who said themselves whom they know.",
    ),
    "communities": _TIES
    + Words(
        "Kringen zijn gezocht met het Leiden-algoritme (Traag e.a. 2019): groepen met onderling meer banden dan hun "
        "aantal banden verklaart. Een naam komt van wat minstens vijf leden vaker hebben dan de anderen; waar namen "
        "dan nog gelijk zijn, komt er een thema bij dat vijf of meer leden noemen, ook als toeval dat kan geven.",
        "Communities are found by the Leiden algorithm (Traag et al. 2019): groups with more ties among themselves "
        "than their numbers of ties explain. A name is made of what at least five members have oftener than others; "
        "where names are the same still, a theme is added that five members or more name, even where that may be "
        "chance.",
    ),
    "brokers": _TIES
    + Words(
        "Tussenschap is het deel van de kortste wegen dat langs iemand loopt (Freeman 1977), in een groot netwerk "
        "geschat uit een steekproef; beperking zegt hoe sterk iemands bekenden elkaar al kennen (Burt 1992); rollen "
        "tellen wie twee mensen verbindt die elkaar niet kennen, van beide kanten gezien (Gould en Fernandez 1989), "
        "naast wat toeval ervan zou maken als de sectoren anders verdeeld waren. Wat overblijft als iemand stopt, "
        "gaat ervan uit dat niemand nieuwe banden maakt. Wie weinig gevraagd is, lijkt minder te verbinden dan in "
        "het echt.",
        "Betweenness is the share of shortest routes that pass somebody (Freeman 1977), in a large network "
        "estimated from a sample; constraint says how far one's contacts know each other already (Burt 1992); roles "
        "count who joins two people who don't know each other, seen from both sides (Gould and Fernandez 1989), "
        "beside what chance would make of it if sectors were dealt out otherwise. What is left when somebody stops "
        "supposes that nobody makes new ties. Who was asked little seems to connect less than they do.",
    ),
    "bridging": _TIES
    + _INTERVAL
    + Words(
        "De E-I-index (Krackhardt en Stern 1988) is het aantal banden tussen sectoren min dat erbinnen, gedeeld "
        "door beide samen. Toeval: dezelfde mensen met evenveel banden elk, willekeurig verbonden. Wie geen sector "
        "heeft, telt niet mee.",
        "The E-I index (Krackhardt and Stern 1988) is the number of ties between sectors less those within, divided "
        "by both together. Chance: the same people with as many ties each, joined at random. Who has no sector is "
        "not counted.",
    ),
    "coverage": Words(
        "Per thema en plaats: wie om het thema (of een smaller thema) geeft en er actief is, elk één keer geteld; "
        "de vragen die erover gaan; en hoeveel mensen daarvoor nog nodig zijn boven wie er is. Een totaal telt ook "
        "wie geen thema of plaats noemde. Wat mensen aangaat en waar zij actief zijn, heeft geen datum: dat is "
        "altijd dat van vandaag. Vragen tellen vanaf de dag waarop ze gesteld zijn, zoals ze nu staan. Wie niet "
        "meedoet aan onderzoek, telt alleen mee voor de coördinator: voor anderen lijkt een tekort groter dan het "
        "is. Onderzoekers zien districten. Aantallen onder de vijf zijn verborgen voor wie ze niet mag zien, met "
        "wat ze door optellen en aftrekken zou verraden; een tekort staat er dan alleen waar ook de mensen en de "
        "vragen staan.",
        "For each theme and place: who cares about the theme (or a narrower one) and is active there, each counted "
        "once; the requests about it; and how many people are needed for them beyond who is there. A total also "
        "counts who named no theme or place. What people care about and where they are active has no date: it is "
        "always that of today. Requests count from the day they were asked, as they stand now. Who does not take "
        "part in research is counted for the coordinator only: to others more seems missing than is. Researchers "
        "see districts. Counts under five are hidden from who may not see them, with what would give them away by "
        "adding and subtracting; what is missing is then told only beside the people and requests it comes from.",
    ),
    "suggestions": _TIES
    + Words(
        "Voorgesteld worden mensen uit twee sectoren die elkaar niet kennen, een thema delen of elk een talent "
        "hebben dat de ander mist, en elkaar langs één verbinder kunnen bereiken. Bovenaan staat wie de weg tussen "
        "beide sectoren het meest verkort, geteld over henzelf en wie zij kennen.",
        "Suggested are people of two sectors who don't know each other, share a theme or each have a talent that the "
        "other lacks, and can reach each other over one connector. First comes who shortens the way between both "
        "sectors most, counted over themselves and whom they know.",
    ),
    "trends": Words(
        "Per dag zijn de banden genomen zoals ze toen stonden, naar de datums bij banden, lidmaatschappen en "
        "initiatieven; wat later vastgelegd is over toen, telt mee, en wat geen datum heeft, telt elke dag mee. "
        "Van een oude band is alleen bekend wanneer hij begon en wanneer er het laatst contact was: contact "
        "daartussen ontbreekt, en daardoor kan een band die er was een tijd lang niet meetellen. Toestemming is "
        "die van vandaag, dus wie zich terugtrok, telt nergens mee. Wie toen meedeed en nooit ingevoerd is, "
        "ontbreekt: het verleden lijkt dunner dan het was. De metingen zijn wat op die dag zelf berekend is. ",
        "For each day ties are taken as they stood then, by the dates of ties, memberships and initiatives; what "
        "was recorded later about then counts, and what has no date counts on every day. Of an old tie it is only "
        "known when it began and when there was contact last: contact in between is missing, so that a tie that "
        "was there may not count for a while. Consent is that of today, so who withdrew counts nowhere. Who took "
        "part then and was never brought in is missing: the past looks thinner than it was. Measurements are what "
        "was worked out on that day itself. ",
    )
    + _INTERVAL,
}
"""By question."""
