"""Who connects and what breaks, in two or three sentences made from the figures of the answer only."""

from collections.abc import Sequence

from queries.amounts import amount, share
from queries.analysis_answers import BrokersAnswer, RobustnessStep, SectorJoint
from queries.figures import by_name
from queries.phrases import Words, listed, plain, sentence
from queries.sectors import SECTOR_WORDS

LEAST_TIES = 10
"""Ties between two sectors from which a sentence says on whom they lean: of fewer it says little."""

LEANING = 0.25
"""Ties between two sectors lean on few where more than half have at most this many people for each one of the smaller
sector who has such a tie: where all of these had equally many, it would take half of them."""

MOST_STOPPED = 5


def told(answer: BrokersAnswer, *, named: bool) -> tuple[Words, ...]:
    """Return two or three sentences; names of people are in it only if `named`."""
    figures = by_name(answer.about.figures)
    if not figures["ties"].value:
        return (
            sentence(
                Words(
                    "er zijn nog geen banden, dus niemand verbindt anderen",
                    "there are no ties yet, so nobody connects others",
                )
            ),
        )
    joint = leaning(answer.joints)
    steps = [step for step in answer.robustness if step.stopped <= MOST_STOPPED]
    found = [
        _joint(joint, named=named) if joint else _bridges(int(figures["bridges"].value or 0)),
        _stopping(steps[-1]) if steps else _nobody(),
        _articulation(int(figures["articulation"].value or 0)),
    ]
    return tuple(sentence(each) for each in found)


def leaning(joints: Sequence[SectorJoint]) -> SectorJoint | None:
    """Return the two sectors to tell of: with most ties of those that lean on few, else what leans on the fewest.

    Few beside how many could carry them, as a small sector leans on few people by nature.
    """
    wide = [joint for joint in joints if joint.ties >= LEAST_TIES]
    few = [joint for joint in wide if joint.people <= LEANING * joint.having]
    if few:
        return max(few, key=lambda joint: (joint.ties, -joint.people))
    return min(wide, key=lambda joint: (joint.people / joint.having, -joint.ties), default=None)


def _joint(joint: SectorJoint, *, named: bool) -> Words:
    one, other = SECTOR_WORDS[joint.one], SECTOR_WORDS[joint.other]
    gone = share(1.0 - joint.left)
    carried, ties = amount(joint.carried), amount(joint.ties)
    if joint.people == 1:
        who = _names(joint) if named else Words("", "")
        return Words(
            f"{one.nl} en {other.nl} zijn vooral verbonden over één mens{who.nl}, met {carried.nl} van de "
            f"{ties.nl} banden tussen hen; als die stopt, valt {gone.nl} van die banden weg",
            f"{one.en} and {other.en} are mostly joined over one person{who.en}, with {carried.en} of the "
            f"{ties.en} ties between them; if they stop, {gone.en} of those ties are gone",
        )
    people = amount(joint.people)
    who = _names(joint) if named and joint.people == len(joint.who) else Words("", "")
    stop = (
        Words("als deze twee stoppen, valt", "if these two stop,")
        if joint.people == joint.stopped
        else Words(f"als de eerste {joint.stopped} stoppen, valt", f"if the first {joint.stopped} stop,")
    )
    return Words(
        f"{one.nl} en {other.nl} zijn vooral verbonden over {people.nl} mensen{who.nl}, met {carried.nl} "
        f"van de {ties.nl} banden tussen hen; {stop.nl} {gone.nl} van die banden weg",
        f"{one.en} and {other.en} are mostly joined over {people.en} people{who.en}, with {carried.en} "
        f"of the {ties.en} ties between them; {stop.en} {gone.en} of those ties are gone",
    )


def _names(joint: SectorJoint) -> Words:
    names = listed([Words(plain(each.name), plain(each.name)) for each in joint.who])
    return Words(f" ({names.nl})", f" ({names.en})")


def _bridges(ties: int) -> Words:
    if ties == 0:
        return Words("er is nog geen band tussen sectoren", "there is no tie between sectors yet")
    if ties == 1:
        return Words("er is één band tussen sectoren", "there is one tie between sectors")
    many = amount(ties)
    return Words(f"er zijn {many.nl} banden tussen sectoren", f"there are {many.en} ties between sectors")


def _nobody() -> Words:
    return Words(
        "niemand ligt op een kortste weg tussen anderen", "nobody lies on a shortest route between others"
    )


def _stopping(step: RobustnessStep) -> Words:
    """Say what is left when the first connectors of the whole network stop."""
    first = (
        Words("als de grootste verbinder van het netwerk stopt,", "if the person who connects most stops,")
        if step.stopped == 1
        else Words(
            f"als de {step.stopped} grootste verbinders van het netwerk stoppen,",
            f"if the {step.stopped} people who connect most stop,",
        )
    )
    if step.left_connected is None:
        return first + Words(
            " is niemand nog met iemand verbonden", " nobody is connected to anybody any more"
        )
    left = share(step.left_connected)
    said = first + Words(
        f" blijft {left.nl} van de paren die nu verbonden zijn, ook verbonden",
        f" {left.en} of the pairs of others who are connected now stay so",
    )
    if step.at_random is not None:
        chance = share(step.at_random)
        said += Words(
            f"; bij even veel willekeurige mensen is dat {chance.nl}",
            f"; with as many people picked at random it is {chance.en}",
        )
    if step.bridges_left is not None:
        gone = share(1.0 - step.bridges_left)
        said += Words(
            f"; van de banden tussen sectoren valt {gone.nl} weg",
            f"; of the ties between sectors {gone.en} are gone",
        )
    return said


def _articulation(people: int) -> Words:
    if people == 0:
        return Words(
            "er is niemand zonder wie iemand losraakt van de rest",
            "there is nobody without whom somebody is cut off from the rest",
        )
    if people == 1:
        return Words(
            "er is één mens zonder wie iemand losraakt van de rest",
            "there is one person without whom somebody is cut off from the rest",
        )
    many = amount(people)
    return Words(
        f"er zijn {many.nl} mensen zonder wie iemand losraakt van de rest",
        f"there are {many.en} people without whom somebody is cut off from the rest",
    )
