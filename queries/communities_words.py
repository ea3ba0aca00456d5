"""Communities in words: a name made of what is over-represented, and two or three sentences about all of them."""

from collections import Counter
from collections.abc import Sequence

from queries.amounts import amount, share
from queries.analysis_answers import CommunitiesAnswer, Trait
from queries.figures import by_name
from queries.phrases import Words, listed, sentence

STABLE, UNSTABLE = 0.8, 0.5
"""Agreement from which communities are called firm, and under which they are called loose."""


def names_of(traits: Sequence[Sequence[Trait]], spare: Sequence[Sequence[Trait]] = ()) -> tuple[Words, ...]:
    """Return a name for each community, all different, made of its traits in order; without one it has its number.

    Where several would be called the same, or one nothing, its `spare` themes say more.
    """
    usual = [_name(mine, 1) for mine in traits]
    shared = Counter(name.nl.casefold() for name in usual)
    names: list[Words] = []
    for number, mine in enumerate(traits, start=1):
        own = usual[number - 1]
        more = spare[number - 1] if spare and (not mine or shared[own.nl.casefold()] > 1) else ()
        tries = _tries(number, mine, more)
        fresh = [each for each in tries if not _taken(each, names)]
        name = fresh[0] if fresh else tries[0]
        while _taken(name, names):
            name += Words(f" ({number})", f" ({number})")
        names.append(name)
    return tuple(names)


def _tries(number: int, mine: Sequence[Trait], spare: Sequence[Trait]) -> list[Words]:
    """Return names from the one to be had first; a spare theme goes before what says no theme at all."""
    held = {each.words for each in mine}
    more = [[*mine, each] for each in spare if each.words not in held]
    first = [] if _about(mine) else [_name(each, 1) for each in more]
    if not mine:
        return [*first, Words(f"kring {number}", f"community {number}")]
    return [*first, _name(mine, 1), _name(mine, 2), *(_name(each, 2) for each in more)]


def _about(traits: Sequence[Trait]) -> bool:
    return any(each.kind == "theme" for each in traits)


def _taken(name: Words, names: Sequence[Words]) -> bool:
    return any(
        name.nl.casefold() == one.nl.casefold() or name.en.casefold() == one.en.casefold() for one in names
    )


def _name(traits: Sequence[Trait], themes: int) -> Words:
    """Say a theme or two, a place and, where there is no place or no theme, an organisation."""
    about = [each.words for each in traits if each.kind == "theme"][:themes]
    places = [each.words for each in traits if each.kind == "place"][:1]
    around = [each.words for each in traits if each.kind == "organisation"][:1]
    name: Words | None = listed(about) if about else None
    if places:
        place = places[0]
        name = place if name is None else name + Words(f" in {place.nl}", f" in {place.en}")
    if around and (name is None or not (about and places) or themes > 1):
        body = Words(f"rond {around[0].nl}", f"around {around[0].en}")
        name = body if name is None else name + Words(" ", " ") + body
    return name or Words("", "")


def told(answer: CommunitiesAnswer) -> tuple[Words, ...]:
    """Return two or three sentences, from the figures of the answer only."""
    figures = by_name(answer.about.figures)
    if answer.about.people is None:
        return (_few(),)
    return tuple(
        sentence(each)
        for each in (
            _how_many(answer),
            _inside(figures["inside"].value) if answer.communities else None,
            _stable(figures["stability"].value) if answer.communities else None,
        )
        if each is not None
    )


def _few() -> Words:
    return Words(
        "Over minder dan vijf mensen wordt niets verteld.", "Nothing is told of fewer than five people."
    )


def _how_many(answer: CommunitiesAnswer) -> Words:
    shown = answer.communities
    if not shown:
        return Words(
            "er zijn nog geen kringen van vijf mensen of meer",
            "there are no communities of five people or more yet",
        )
    first = shown[0]
    count, people = amount(len(shown)), amount(first.people)
    name = Words(f"“{first.name.nl}”", f"“{first.name.en}”")
    if len(shown) == 1:
        said = Words(
            f"er is één kring van vijf mensen of meer: {name.nl}, met {people.nl} mensen",
            f"there is one community of five people or more: {name.en}, with {people.en} people",
        )
    else:
        said = Words(
            f"er zijn {count.nl} kringen van vijf mensen of meer; de grootste is {name.nl}, met "
            f"{people.nl} mensen",
            f"there are {count.en} communities of five people or more; the largest is {name.en}, with "
            f"{people.en} people",
        )
    if answer.elsewhere == 1:
        said += Words("; één mens hoort bij geen ervan", "; one person is in none of them")
    elif answer.elsewhere:
        said += Words(
            f"; {amount(answer.elsewhere).nl} mensen horen bij geen ervan",
            f"; {amount(answer.elsewhere).en} people are in none of them",
        )
    return said


def _inside(part: float | None) -> Words | None:
    if part is None:
        return None
    if part == 1.0:
        return Words("alle banden liggen binnen een kring", "all ties lie within a community")
    percent = share(part)
    return Words(
        f"{percent.nl} van de banden ligt binnen een kring, de rest verbindt kringen met elkaar of met anderen",
        f"{percent.en} of ties lie within a community, the rest join communities to each other or to others",
    )


def _stable(agreement: float | None) -> Words | None:
    if agreement is None:
        return None
    if agreement >= STABLE:
        return Words(
            "de indeling staat vast: een berekening met een ander begin geeft bijna dezelfde kringen",
            "the division is firm: a run with another start gives almost the same communities",
        )
    if agreement >= UNSTABLE:
        return Words(
            "de indeling staat voor een deel vast: een berekening met een ander begin legt sommige grenzen elders",
            "the division is partly firm: a run with another start draws some borders elsewhere",
        )
    return Words(
        "de indeling is los: een berekening met een ander begin geeft andere kringen, hecht er niet te veel aan",
        "the division is loose: a run with another start gives other communities, so don't make much of it",
    )
