"""What is not known of somebody, and how much more they would score at most if it were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.analytics.match_found import DECIMALS, Match, Part
from graph.analytics.match_model import DEFAULT, MatchModel, Need
from graph.analytics.match_needed import Needed
from graph.network import Network, PersonNode

Unknown: TypeAlias = Literal["talent", "level", "theme", "initiative", "neighbourhood", "about", "way"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not known of somebody; ``gain`` is what it adds to the score at most."""

    part: str
    unknown: Unknown
    gain: float
    concept: str | None = None


def gaps(network: Network, found: Match, need: Need, model: MatchModel = DEFAULT) -> tuple[Gap, ...]:
    """Return what is not known of the one who was found, largest gain first.

    Only what nobody wrote down counts: a talent, theme, level, place, initiative or text that is missing, or a way
    that was not found; not what is known to be otherwise.  Gains are of one part by itself.
    """
    node, parts = network.people[found.person], found.parts
    needed = Needed.of(network, need.themes, need.talents, need.neighbourhoods, model)
    listed = [
        *_talents(node, tuple(dict.fromkeys(need.talents)), needed.talents, parts.get("talents"), model),
        *_themes(node, tuple(dict.fromkeys(need.themes)), needed.themes, parts.get("themes")),
    ]
    done = found.facts.done
    whole: tuple[tuple[str, Unknown, bool], ...] = (
        ("experience", "initiative", not done.initiatives and not done.through),
        ("place", "neighbourhood", not node.neighbourhoods),
        ("text", "about", not (node.about or "").strip()),
        ("reach", "way", True),
    )
    for name, unknown, missing in whole:
        part = parts.get(name)
        if part is not None and missing and (name != "reach" or part.value == 0.0):
            listed.append(Gap(name, unknown, _rounded(part.weight * (1.0 - part.value))))
    return tuple(sorted((gap for gap in listed if gap.gain > 0.0), key=lambda gap: -gap.gain))


def _talents(
    node: PersonNode,
    asked: Sequence[str],
    answers: Sequence[Mapping[str, float]],
    part: Part | None,
    model: MatchModel,
) -> list[Gap]:
    if part is None:
        return []
    levels = dict(node.talents)
    found: list[Gap] = []
    for talent, worth in zip(asked, answers, strict=True):
        has = max(
            (
                worth.get(mine, 0.0) * (model.level_unknown if level is None else level) / model.level_most
                for mine, level in node.talents
            ),
            default=0.0,
        )
        gain = _rounded(part.weight * (1.0 - has) / len(asked))
        if talent not in levels:
            found.append(Gap("talents", "talent", gain, talent))
        elif levels[talent] is None:
            found.append(Gap("talents", "level", gain, talent))
    return found


def _themes(
    node: PersonNode, asked: Sequence[str], answers: Sequence[Mapping[str, float]], part: Part | None
) -> list[Gap]:
    if part is None:
        return []
    mine = {theme for theme, _ in node.themes}
    return [
        Gap(
            "themes",
            "theme",
            _rounded(
                part.weight * (1.0 - max((worth.get(one, 0.0) for one in mine), default=0.0)) / len(asked)
            ),
            theme,
        )
        for theme, worth in zip(asked, answers, strict=True)
        if theme not in mine
    ]


def _rounded(gain: float) -> float:
    return round(gain, 2 * DECIMALS)
