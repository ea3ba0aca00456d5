"""What makes a team: the parts of its value and their weights, in one place."""

from dataclasses import dataclass

TEAM_PARTS = ("talents", "themes", "fit", "ties", "spread")
"""Names of the parts, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class TeamModel:
    """Weights of the parts of a team; choices, not yet a finding: what is asked comes first.

    Attributes
    ----------
    talents, themes
        Share of what is asked that the team covers: the mean over the talents (themes) asked of the best member's,
        valued as in a match.  What one member has, another need not bring.
    fit
        Mean of the scores the members have by themselves.
    ties
        How well the team holds together: the mean strength of the n - 1 ties of a strongest spanning tree, ties
        under `strong` counting 0.  This is the communication cost CC-MST of Lappas, Liu & Terzi ("Finding a team of
        experts in social networks", KDD 2009), in strengths: every member hears of every other over these ties.
    spread
        1 less the mean over pairs of what they have in common: 1 for an organisation, `spread_place` for a
        neighbourhood.
    strong
        Strength from which a tie is strong enough to work on; the stronger direction counts.
    spread_place
        What a shared neighbourhood counts beside a shared organisation, as in a match.
    nodes
        How many partial teams are opened before the search stops and says how far it may be from the best.
    """

    talents: float = 0.45
    themes: float = 0.20
    fit: float = 0.10
    ties: float = 0.15
    spread: float = 0.10
    strong: float = 0.35
    spread_place: float = 0.5
    nodes: int = 3000

    def weights(self) -> dict[str, float]:
        """Return the weight of each part."""
        return {name: float(getattr(self, name)) for name in TEAM_PARTS}


TEAM = TeamModel()
