"""What is said beside a map: what is left out of it, and how it can mislead."""

from graph.access import Role, Viewer
from queries.basis import Basis
from queries.phrases import Words

_CONSENT = Words(
    "Alleen mensen die met onderzoek instemmen tellen mee; het netwerk is groter dan wat hier staat.",
    "Only people who agree to research are counted; the network is larger than what is shown.",
)
_TIES = Words(
    "Een band staat erop als een van beiden de ander kan aanspreken, vanaf sterkte 0,15. Wie niet bevraagd is, "
    "heeft er minder: aantallen banden en tussenschap vallen voor hen te laag uit.",
    "A tie is shown where either of two people can approach the other, from a strength of 0.15. Who was not asked "
    "has fewer: numbers of ties and betweenness come out too low for them.",
)
_PLACES = Words(
    "De plaats op de kaart komt van de kringen; afstand zegt ongeveer wie bij elkaar hoort en is geen maat.",
    "The place on the map comes from the communities; distance says roughly who belongs together and is no measure.",
)
_PSEUDONYMS = Words(
    "Namen zijn vervangen door pseudoniemen die in elke uitvoer anders zijn; wie banden, thema's en district van "
    "iemand kent, kan die persoon toch herkennen. Leg dit niet naast andere bestanden.",
    "Names are replaced by pseudonyms that differ in every export; who knows somebody's ties, themes and district "
    "may recognise them all the same. Do not combine this with other files.",
)
_FEW = Words(
    "Aantallen onder de vijf zijn verborgen, met wat ze door aftrekken zou verraden; een band tussen groepen "
    "ontbreekt dan ook.",
    "Counts under five are hidden, with what would give them away by subtraction; so are links between groups of "
    "fewer.",
)
_PUBLIC = Words(
    "Mensen staan er alleen op als ze ermee instemden dat hun naam te zien is; met wie zij banden hebben, staat er "
    "niet.",
    "People are shown only where they agreed that their name may be seen; whom they have ties with is not.",
)


def notes(viewer: Viewer, basis: Basis) -> tuple[Words, ...]:
    """Return what goes with a map for `viewer`."""
    found = [_TIES, _PLACES]
    if basis is Basis.RESEARCH:
        found.insert(0, _CONSENT)
    if viewer.role is Role.RESEARCHER:
        found.append(_PSEUDONYMS)
    if viewer.role in {Role.PUBLIC, Role.PARTNER}:
        found.append(_FEW)
    if viewer.role is Role.PARTNER:
        found.append(_PUBLIC)
    return tuple(found)
