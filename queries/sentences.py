"""Answers about paths in words, Dutch and English, for a coordinator to read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analytics.paths import MAX_INTRODUCTIONS
from graph.evidence import Evidence, EvidenceKind
from graph.network import Network
from queries.phrases import Words, closed, month, plain, quoted, sentence

__all__ = ["Words"]

NO_PATH = Words("Nog geen betrouwbare weg.", "No trusted path yet.")


def title(network: Network, piece: Evidence) -> str:
    """Title of the initiative or name of the organisation that was shared."""
    if piece.kind is EvidenceKind.ORGANISATION and piece.shared is not None:
        return network.organisations[network.organisation_position[piece.shared]].name
    if piece.kind is EvidenceKind.INITIATIVE and piece.shared is not None:
        return network.initiatives[network.initiative_position[piece.shared]].title
    return ""


def evidence_words(network: Network, piece: Evidence, start: str, end: str) -> Words:
    """Say one piece of evidence of the tie from `start` to `end`, both names."""
    if piece.kind is EvidenceKind.INITIATIVE:
        shared = quoted(title(network, piece))
        return Words(f"samen in {shared}", f"together in {shared}") + _when(piece)
    if piece.kind is EvidenceKind.ORGANISATION:
        group = plain(title(network, piece))
        return Words(f"allebei lid van {group}", f"both members of {group}") + _when(piece)
    return claim_words(network, piece, start, end)


def claim_words(network: Network, piece: Evidence, start: str, end: str) -> Words:
    """Say one piece of evidence of the tie from `start` to `end` as a clause of its own."""
    start, end = plain(start), plain(end)
    if piece.kind is EvidenceKind.INITIATIVE:
        shared = quoted(title(network, piece))
        words = Words(
            f"{start} en {end} waren samen in {shared}", f"{start} and {end} were together in {shared}"
        )
    elif piece.kind is EvidenceKind.ORGANISATION:
        group = plain(title(network, piece))
        words = Words(
            f"{start} en {end} zijn allebei lid van {group}", f"{start} and {end} are both members of {group}"
        )
    elif piece.mutual:
        return _mutual(piece, start, end)
    elif piece.kind is EvidenceKind.DECLARED:
        words = Words(f"{start} zegt {end} te kennen", f"{start} says they know {end}")
    else:
        words = Words(f"{end} zegt {start} te kennen", f"{end} says they know {start}")
    return words + _when(piece)


def _mutual(piece: Evidence, start: str, end: str) -> Words:
    """Say a tie that both tell of; each with their own month where these differ, the one that counts first."""
    words = Words(
        f"{start} en {end} zeggen allebei elkaar te kennen",
        f"{start} and {end} both say they know each other",
    )
    days = [(start, piece.day), (end, piece.other_day)]
    told = [(name, month(day)) for name, day in days if day is not None]
    if not told:
        return words
    if len(told) == len(days) and told[0][1] == told[1][1]:
        return words + Words(f" ({told[0][1].nl})", f" ({told[0][1].en})")
    nl = ", ".join(f"{when.nl} volgens {name}" for name, when in told)
    en = ", ".join(f"{when.en} according to {name}" for name, when in told)
    return words + Words(f" ({nl})", f" ({en})")


def _when(piece: Evidence) -> Words:
    if piece.day is None:
        return Words("", "")
    when = month(piece.day)
    return Words(f" ({when.nl})", f" ({when.en})")


def short_words(network: Network, piece: Evidence, start: str, end: str) -> Words:
    """Say one piece of evidence in a few words, for between the brackets of a route."""
    if piece.kind is EvidenceKind.INITIATIVE:
        shared = quoted(title(network, piece))
        words = Words(f"samen in {shared}", f"together in {shared}")
    elif piece.kind is EvidenceKind.ORGANISATION:
        group = plain(title(network, piece))
        words = Words(f"allebei lid van {group}", f"both members of {group}")
    elif piece.mutual:
        words = Words("kennen elkaar", "know each other")
    else:
        by = plain(start if piece.kind is EvidenceKind.DECLARED else end)
        words = Words(f"kennen elkaar volgens {by}", f"know each other according to {by}")
    return words if piece.day is None else words + Words(f", {piece.day.year}", f", {piece.day.year}")


@dataclass(frozen=True, slots=True)
class Link:
    """A tie of a route as a sentence needs it: both names, why, and whether all of it is old or without a date."""

    start: str
    end: str
    why: Words
    stale: bool
    dated: bool


def route_sentence(links: Sequence[Link], weakest: int | None) -> Words:
    """Say a route in one short line: whom it passes, and behind each what the tie to them rests on.

    `weakest` is the tie to mark as the weakest link; ``None`` where that does not matter.
    """
    begin = plain(links[0].start)
    said = Words(begin, begin)
    for at, link in enumerate(links):
        rests = link.why + _care(link, weakest=at == weakest)
        end = plain(link.end)
        said += Words(f" → {end} ({rests.nl})", f" → {end} ({rests.en})")
    return sentence(said)


def _care(link: Link, *, weakest: bool) -> Words:
    """Say what to be careful about with a tie."""
    said = Words("", "")
    if link.stale and link.dated:
        said += Words(", ouder dan twee jaar", ", more than two years old")
    elif link.stale:
        said += Words(", geen datum", ", no date")
    return said + (Words(", zwakste schakel", ", weakest link") if weakest else Words("", ""))


def partner_sentence(start: str, first: str | None, target: str, introductions: int) -> Words:
    """One sentence for a viewer who may know the first connector only."""
    start, target = plain(start), plain(target)
    if first is None:
        return sentence(
            Words(f"{start} kan {target} rechtstreeks aanspreken", f"{start} can approach {target} directly")
        )
    first, more = plain(first), introductions - 1
    if more == 0:
        return sentence(
            Words(f"{start} bereikt {target} via {first}", f"{start} reaches {target} through {first}")
        )
    steps = Words(
        "nog één tussenstap" if more == 1 else f"nog {more} tussenstappen",
        "one more step" if more == 1 else f"{more} more steps",
    )
    return sentence(
        Words(
            f"{start} bereikt {target} via {first} en {steps.nl}",
            f"{start} reaches {target} through {first} and {steps.en}",
        )
    )


@dataclass(frozen=True, slots=True)
class Onward:
    """The next route as a sentence needs it: its target, first connector, and who begins it where that differs."""

    target: str
    connector: str | None = None
    start: str | None = None


def fallback_words(first: str | None, onward: Onward | None, most: int = MAX_INTRODUCTIONS) -> Words:
    """Say what is left when a route does not work out.

    `first` is its first connector, ``None`` where it is a direct tie; `onward` the next route, where there is one;
    `most` how many introductions were asked for at most.
    """
    if first is None:
        lead = Words("Lukt het niet rechtstreeks, ", "If that does not work out directly, ")
    else:
        lead = Words(f"Zegt {plain(first)} nee, ", f"If {plain(first)} says no, ")
    if onward is None:
        rest = Words("dan is er geen andere betrouwbare weg", "there is no other trusted path") + _limit(most)
    elif onward.connector is None:
        target = plain(onward.target)
        rest = Words(f"spreek {target} dan rechtstreeks aan", f"approach {target} directly")
        if onward.start:
            start = plain(onward.start)
            rest = Words(
                f"dan kan {start} {target} rechtstreeks aanspreken", f"{start} can approach {target} directly"
            )
    else:
        asked = plain(onward.connector)
        rest = Words(f"vraag het dan aan {asked}", f"ask {asked}")
        if onward.start:
            start = plain(onward.start)
            rest = Words(f"dan kan {start} het aan {asked} vragen", f"{start} can ask {asked}")
    return sentence(lead + rest)


def _limit(most: int) -> Words:
    """Say with how many introductions no other way was found, where the question asked for fewer than the most."""
    if most >= MAX_INTRODUCTIONS:
        return Words("", "")
    if most == 0:
        return Words(" zonder tussenpersoon", " without an introduction")
    people = Words("één tussenpersoon", "one introduction")
    if most > 1:
        people = Words(f"{most} tussenpersonen", f"{most} introductions")
    return Words(f" met hoogstens {people.nl}", f" with at most {people.en}")


def first_message(connector: str, target: str, shared: str | None) -> Words:
    """Write a first line to the first connector; `shared` is what connector and target did together."""
    why = Words("", "")
    if shared:
        together = quoted(shared)
        why = Words(f" Jullie waren samen in {together}.", f" You were together in {together}.")
    return (
        _greeting(connector, target)
        + why
        + Words(
            " Zou je me willen voorstellen? Nee zeggen mag gerust.",
            " Would you be willing to introduce me? Feel free to say no.",
        )
    )


def chain_message(connector: str, following: str, target: str) -> Words:
    """Write a first line where the first connector leads to another one."""
    following = plain(following)
    way = Words(
        closed(f" Ik denk dat jij me op weg kan helpen via {following}"),
        closed(f" I think you could help me on my way through {following}"),
    )
    return (
        _greeting(connector, target)
        + way
        + Words(
            " Zou je dat willen doen? Nee zeggen mag gerust.",
            " Would you be willing to? Feel free to say no.",
        )
    )


def _greeting(connector: str, target: str) -> Words:
    connector, target = plain(connector), plain(target)
    return Words(
        closed(f"Dag {connector}, ik zoek contact met {target}"),
        closed(f"Hello {connector}, I would like to meet {target}"),
    )


def closest_words(name: str, target: str) -> Words:
    """Say where to begin when there is no route."""
    name, target = plain(name), plain(target)
    return Words(
        f" Het dichtst bij {target} staat {name}: leer eerst {name} kennen.",
        f" Closest to {target} is {name}: get to know {name} first.",
    )
