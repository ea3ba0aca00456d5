"""What stands behind each figure: in which form it is told, its formula and source, and how to read it.

``docs/analysis.md`` and ``docs/analyse.nl.md`` are made of this (:mod:`queries.analysis_page`), and the terminal
tells figures in these forms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from queries.phrases import Words


class Form(StrEnum):
    """How a figure is told."""

    COUNT = "count"
    SHARE = "share"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure explained.

    Attributes
    ----------
    formula
        Over n people, m ties and degrees k, as text.
    source
        Paper or book; empty for a plain count.
    reading
        How to read it, and in which direction it is off.
    """

    form: Form
    formula: Words
    source: str
    reading: Words


EXPLAINED: Mapping[str, Explained] = {
    "people": Explained(
        Form.COUNT,
        Words("n", "n"),
        "",
        Words(
            "Iedereen voor de coördinator; anders wie instemt met onderzoek.",
            "Everybody for the coordinator; for others whoever agrees to research.",
        ),
    ),
    "ties": Explained(
        Form.COUNT,
        Words(
            "m, paren met een band van minstens 0,15 in de sterkste richting",
            "m, pairs with a tie of at least 0.15 in the stronger direction",
        ),
        "",
        Words(
            "Wat niemand opschreef, telt niet: het echte aantal ligt hoger.",
            "What nobody wrote down is not counted: the real number is higher.",
        ),
    ),
    "tied": Explained(
        Form.SHARE,
        Words("deel van de mensen met k ≥ 1", "share of people with k ≥ 1"),
        "",
        Words(
            "Wie nooit gevraagd is en van wie niemand iets zei, lijkt alleen te staan.",
            "Who was never asked, and whom nobody named, seems to stand alone.",
        ),
    ),
    "mean_degree": Explained(
        Form.NUMBER,
        Words("2 m / n", "2 m / n"),
        "",
        Words(
            "Te laag waar veel mensen nooit gevraagd zijn; vergelijk geen netwerken die anders bevraagd zijn.",
            "Too low where many were never asked; don't compare networks that were asked differently.",
        ),
    ),
    "density": Explained(
        Form.SHARE,
        Words("2 m / (n (n − 1))", "2 m / (n (n − 1))"),
        "",
        Words(
            "Daalt vanzelf als het netwerk groeit; een lage waarde is in een stad gewoon.",
            "Falls by itself as a network grows; a low value is usual in a city.",
        ),
    ),
    "components": Explained(
        Form.COUNT,
        Words(
            "samenhangende delen; wie geen band heeft is er ook een",
            "connected components, each person without a tie one of them",
        ),
        "",
        Words(
            "Meer delen betekent meer mensen die langs niemand te bereiken zijn; wie alleen staat, is er ook een.",
            "More parts means more people who can be reached over nobody; who stands alone is one too.",
        ),
    ),
    "largest_component": Explained(
        Form.SHARE,
        Words("mensen in het grootste deel / n", "people in the largest component / n"),
        "",
        Words(
            "Hoe groter, hoe meer mensen elkaar langs iemand kunnen bereiken.",
            "The larger, the more people can reach each other over somebody.",
        ),
    ),
    "path_length": Explained(
        Form.NUMBER,
        Words(
            "gemiddelde kortste weg over verbonden paren", "mean of the shortest path over connected pairs"
        ),
        "Watts and Strogatz, Nature 393 (1998)",
        Words(
            "Alleen over paren die verbonden zijn; banden die ontbreken maken de wegen langer dan ze zijn.",
            "Over connected pairs only; ties that are missing make routes longer than they are.",
        ),
    ),
    "reciprocity": Explained(
        Form.SHARE,
        Words(
            "opgegeven banden die heen en terug gaan / opgegeven banden, tussen wie er zelf opgaf",
            "declared ties that go both ways / declared ties, among people who declared",
        ),
        "Wasserman and Faust, Social Network Analysis (1994), section 13.2",
        Words(
            "Laag waar maar één van beiden gevraagd is; dat zegt dan niets over vertrouwen.",
            "Low where only one of the two was asked; it then says nothing of trust.",
        ),
    ),
    "clustering": Explained(
        Form.SHARE,
        Words("3 × driehoeken / verbonden drietallen", "3 × triangles / connected triples"),
        "Newman, SIAM Review 45 (2003)",
        Words(
            "Samen lid zijn van één groep maakt vanzelf driehoeken: vergelijk met toeval.",
            "Being members of one group makes triangles by itself: compare it with chance.",
        ),
    ),
    "core": Explained(
        Form.COUNT,
        Words(
            "grootste k waarvan een groep bestaat waarin elk k banden heeft",
            "largest k of which a group exists where each has k ties within it",
        ),
        "Seidman, Social Networks 5 (1983)",
        Words(
            "Vaak één organisatie of initiatief; zegt hoe dicht de dichtste plek is, niet hoe het overal is.",
            "Often one organisation or initiative; it says how dense the densest place is, not how it is everywhere.",
        ),
    ),
    "ei_index": Explained(
        Form.NUMBER,
        Words(
            "(E − I) / (E + I), E banden tussen sectoren, I erbinnen",
            "(E − I) / (E + I), E ties between sectors, I within",
        ),
        "Krackhardt and Stern, Social Psychology Quarterly 51 (1988)",
        Words(
            "Lees naast toeval: als bewoners de meesten zijn, hebben zij vanzelf vooral elkaar. Onder toeval zoeken "
            "sectoren zichzelf op, erboven elkaar.",
            "Read it beside chance: where residents are most people, they have mostly each other by itself. Below "
            "chance: sectors keep to themselves; above: they seek each other.",
        ),
    ),
    "assortativity": Explained(
        Form.NUMBER,
        Words("(Σ e_ii − Σ a_i b_i) / (1 − Σ a_i b_i)", "(Σ e_ii − Σ a_i b_i) / (1 − Σ a_i b_i)"),
        "Newman, Physical Review E 67, 026126 (2003)",
        Words(
            "0 is geen voorkeur, 1 alleen banden binnen de eigen sector; wie geen sector heeft, telt niet mee.",
            "0 is no preference, 1 only ties within one's own sector; who has no sector is not counted.",
        ),
    ),
    "degree_assortativity": Explained(
        Form.NUMBER,
        Words(
            "correlatie (Pearson) van k aan beide kanten van een band",
            "Pearson correlation of k at both ends of a tie",
        ),
        "Newman, Physical Review Letters 89, 208701 (2002)",
        Words(
            "Boven 0: wie veel mensen kent, kent vooral anderen met veel banden. Groepen doen het stijgen.",
            "Above 0: who knows many knows others with many ties. Groups make it rise.",
        ),
    ),
    "communities": Explained(
        Form.COUNT,
        Words(
            "groepen van minstens vijf mensen, gevonden met Leiden",
            "groups of at least five people found by Leiden",
        ),
        "Traag, Waltman and Van Eck, Scientific Reports 9 (2019)",
        Words(
            "Grenzen zijn niet scherp en kleine kringen kunnen samen genomen zijn.",
            "Boundaries are not sharp, and small communities may be taken together.",
        ),
    ),
    "modularity": Explained(
        Form.NUMBER,
        Words(
            "Σ_c (m_c / m − (K_c / 2 m)²), K_c de banden van wie in kring c zit",
            "Σ_c (m_c / m − (K_c / 2 m)²), K_c the degrees in community c",
        ),
        "Newman and Girvan, Physical Review E 69, 026113 (2004)",
        Words(
            "Boven 0,3 zijn kringen meestal te zien; ook een willekeurig netwerk komt boven 0.",
            "Above 0.3 communities can mostly be seen; a random network lies above 0 too.",
        ),
    ),
    "inside": Explained(
        Form.SHARE,
        Words("banden binnen een kring / m", "ties within a community / m"),
        "",
        Words(
            "Hoog betekent duidelijke kringen, en dus weinig bruggen ertussen.",
            "High means distinct communities, and so few bridges between them.",
        ),
    ),
    "stability": Explained(
        Form.NUMBER,
        Words(
            "gemiddelde genormaliseerde wederzijdse informatie tussen berekeningen met een ander begin",
            "mean normalised mutual information between runs with another seed",
        ),
        "Danon and others, Journal of Statistical Mechanics (2005) P09008",
        Words(
            "1 is telkens dezelfde kringen; onder 0,5 hangt wie bij wie hoort van het begin van de berekening af.",
            "1 is the same communities each time; below 0.5 who belongs with whom depends on where a run begins.",
        ),
    ),
    "articulation": Explained(
        Form.COUNT,
        Words("snijpunten van de graaf", "articulation points of the graph"),
        "Hopcroft and Tarjan, Communications of the ACM 16 (1973)",
        Words(
            "Banden die ontbreken maken iemand onmisbaar die het niet is.",
            "Ties that are missing make somebody indispensable who isn't.",
        ),
    ),
    "left_connected": Explained(
        Form.SHARE,
        Words(
            "verbonden paren erna / ervoor, onder wie overblijft",
            "connected pairs left / connected pairs before, among who is left",
        ),
        "Albert, Jeong and Barabási, Nature 406 (2000)",
        Words(
            "Lees naast willekeurige mensen die stoppen; het verschil zegt hoe sterk het netwerk op enkelen leunt.",
            "Read it beside people who stop at random; the difference says how much the network leans on a few.",
        ),
    ),
    "bridges": Explained(
        Form.COUNT,
        Words("banden tussen mensen van verschillende sectoren", "ties between people of different sectors"),
        "",
        Words(
            "Wie geen sector heeft, telt niet mee.",
            "Who has no sector is not counted.",
        ),
    ),
    "bridge_people": Explained(
        Form.COUNT,
        Words(
            "de minste mensen die samen meer dan de helft van die banden hebben",
            "the fewest people who have more than half of those ties together",
        ),
        "",
        Words(
            "Hoe minder mensen, hoe meer het netwerk op hen leunt.",
            "The fewer people, the more the network leans on them.",
        ),
    ),
    "bridges_left": Explained(
        Form.SHARE,
        Words(
            "banden tussen sectoren erna / ervoor", "ties between sectors left / ties between sectors before"
        ),
        "",
        Words(
            "Hoe lager, hoe meer bruggen tussen sectoren van enkele mensen afhangen.",
            "The lower, the more bridges between sectors depend on a few people.",
        ),
    ),
    "suggestions": Explained(
        Form.COUNT,
        Words(
            "paren zonder band uit twee sectoren, met een gedeeld thema of een talent dat de ander mist, en een weg "
            "over één verbinder",
            "pairs without a tie of two sectors, with a shared theme or a talent that the other lacks, and a path "
            "over one connector",
        ),
        "Valente, Science 337 (2012), on network interventions",
        Words(
            "Zonder banden die niemand opschreef: sommigen van hen kennen elkaar al.",
            "Without ties that nobody wrote down: some of them know each other already.",
        ),
    ),
    "themes": Explained(
        Form.COUNT,
        Words("thema's van de stad", "themes of the city"),
        "",
        Words("De lijst van de stad.", "The list of the city."),
    ),
    "places": Explained(
        Form.COUNT,
        Words("wijken of districten", "neighbourhoods or districts"),
        "",
        Words("Wijken of districten, zoals gevraagd.", "Neighbourhoods or districts, as asked."),
    ),
    "gaps": Explained(
        Form.COUNT,
        Words(
            "elk thema in elke plaats apart: waar open vragen meer mensen nodig hebben dan er zijn",
            "each theme in each place apart: people needed for open requests > people there are",
        ),
        "",
        Words(
            "Iemand telt in elke plaats waar die actief is; of die tijd heeft, zegt dit niet. "
            "Verborgen zodra het tekort in één cel verborgen is.",
            "Somebody counts in each place where they are active; whether they have time it does not say. "
            "Hidden as soon as the gap in one cell is.",
        ),
    ),
    "open_requests": Explained(
        Form.COUNT,
        Words("vragen die wachten", "requests that wait"),
        "",
        Words(
            "Vragen zonder thema of plaats staan in geen cel.",
            "Requests without theme or place stand in no cell.",
        ),
    ),
    "answered_requests": Explained(
        Form.COUNT,
        Words(
            "vragen die tot een ontmoeting leidden of gedaan zijn",
            "requests that led to a meeting or were done",
        ),
        "",
        Words(
            "Alleen wat genoteerd is; ook zonder Ploeg ontmoeten mensen elkaar.",
            "Only what was recorded; people meet without Ploeg too.",
        ),
    ),
}
"""By name of a figure."""

_SIZE = ("people", "ties")
TOLD: Mapping[str, tuple[str, ...]] = {
    "summary": (
        *_SIZE,
        "tied",
        "mean_degree",
        "density",
        "components",
        "largest_component",
        "path_length",
        "reciprocity",
        "clustering",
        "core",
        "ei_index",
        "assortativity",
        "degree_assortativity",
    ),
    "communities": (*_SIZE, "communities", "modularity", "inside", "stability"),
    "brokers": (*_SIZE, "articulation", "left_connected", "bridges", "bridge_people", "bridges_left"),
    "bridging": ("ei_index", "assortativity"),
    "coverage": ("themes", "places", "gaps", "open_requests", "answered_requests"),
    "suggestions": ("suggestions",),
    "trends": (*_SIZE, "tied", "mean_degree", "ei_index", "components", "largest_component"),
}
"""Which figures each analysis tells."""
