"""Answers about paths in words, Dutch and English, for a coordinator to read aloud."""

from dataclasses import dataclass
from datetime import date

from graph.evidence import Evidence, EvidenceKind
from graph.network import Network

MONTHS_NL = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def __add__(self, other: "Words") -> "Words":
        return Words(self.nl + other.nl, self.en + other.en)


NO_PATH = Words("Nog geen betrouwbare weg.", "No trusted path yet.")


def month(day: date) -> Words:
    """Say a month and a year."""
    return Words(f"{MONTHS_NL[day.month - 1]} {day.year}", f"{MONTHS_EN[day.month - 1]} {day.year}")


def title(network: Network, piece: Evidence) -> str:
    """Title of the initiative or name of the organisation that was shared."""
    if piece.kind is EvidenceKind.ORGANISATION and piece.shared is not None:
        return network.organisations[network.organisation_position[piece.shared]].name
    if piece.kind is EvidenceKind.INITIATIVE and piece.shared is not None:
        return network.initiatives[network.initiative_position[piece.shared]].title
    return ""


def evidence_words(network: Network, piece: Evidence, start: str, end: str) -> Words:
    """Say one piece of evidence of the tie from `start` to `end`, both names."""
    when = month(piece.day) if piece.day else None
    if piece.kind is EvidenceKind.INITIATIVE:
        words = Words(f"samen in ‘{title(network, piece)}’", f"together in ‘{title(network, piece)}’")
    elif piece.kind is EvidenceKind.ORGANISATION:
        name = title(network, piece)
        return Words(f"allebei lid van {name}", f"both members of {name}")
    elif piece.kind is EvidenceKind.DECLARED:
        words = Words(f"{start} zegt {end} te kennen", f"{start} says they know {end}")
    else:
        words = Words(f"{end} zegt {start} te kennen", f"{end} says they know {start}")
    return words + (Words(f" ({when.nl})", f" ({when.en})") if when else Words("", ""))


def hop_words(start: str, end: str, reason: Words) -> Words:
    """Say that one person can approach the next, and why."""
    return Words(f"{start} kan {end} aanspreken: {reason.nl}", f"{start} can approach {end}: {reason.en}")


def route_sentence(names: list[str], reasons: list[Words]) -> Words:
    """One sentence for a route; `reasons` has one entry a hop."""
    if len(names) == 2:
        return hop_words(names[0], names[1], reasons[0]) + Words(".", ".")
    middle = names[1:-1]
    lead = Words(
        f"{names[0]} bereikt {names[-1]} via {_listed(middle, 'en')}. ",
        f"{names[0]} reaches {names[-1]} through {_listed(middle, 'and')}. ",
    )
    hops = [hop_words(a, b, why) for a, b, why in zip(names, names[1:], reasons, strict=False)]
    return lead + Words("; ".join(hop.nl for hop in hops) + ".", "; ".join(hop.en for hop in hops) + ".")


def partner_sentence(start: str, first: str | None, target: str, introductions: int) -> Words:
    """One sentence for a viewer who may know the first connector only."""
    if first is None:
        return Words(
            f"{start} kan {target} rechtstreeks aanspreken.", f"{start} can approach {target} directly."
        )
    more = introductions - 1
    if more == 0:
        return Words(f"{start} bereikt {target} via {first}.", f"{start} reaches {target} through {first}.")
    steps = Words(
        "nog één tussenstap" if more == 1 else f"nog {more} tussenstappen",
        "one more step" if more == 1 else f"{more} more steps",
    )
    return Words(
        f"{start} bereikt {target} via {first} en {steps.nl}.",
        f"{start} reaches {target} through {first} and {steps.en}.",
    )


def first_message(connector: str, target: str, shared: str | None) -> Words:
    """Write a first line to the first connector; `shared` is what connector and target did together."""
    why = Words("", "")
    if shared:
        why = Words(f" Jullie waren samen in ‘{shared}’.", f" You were together in ‘{shared}’.")
    return (
        Words(
            f"Dag {connector}, ik zoek contact met {target}.",
            f"Hello {connector}, I would like to meet {target}.",
        )
        + why
        + Words(
            " Zou je me willen voorstellen? Nee zeggen mag gerust.",
            " Would you be willing to introduce me? Feel free to say no.",
        )
    )


def chain_message(connector: str, following: str, target: str) -> Words:
    """Write a first line where the first connector leads to another one."""
    return Words(
        f"Dag {connector}, ik zoek contact met {target}. Ik denk dat jij me via {following} op weg kan helpen. "
        "Zou je dat willen doen? Nee zeggen mag gerust.",
        f"Hello {connector}, I would like to meet {target}. I think you could help me on my way through {following}. "
        "Would you be willing to? Feel free to say no.",
    )


def closest_words(name: str, target: str) -> Words:
    """Say where to begin when there is no route."""
    return Words(
        f" Het dichtst bij {target} staat {name}: leer eerst {name} kennen.",
        f" Closest to {target} is {name}: get to know {name} first.",
    )


def _listed(names: list[str], joint: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
