"""What somebody has of what was asked, and why nobody was found, in words."""

from graph.analytics.match_needed import Held
from graph.network import ConceptNode
from queries.match_words import EXPERIENCE, LEVELS
from queries.path_answers import HasAnswer, WantedAnswer
from queries.phrases import Words, label_words


def has_answer(wanted: WantedAnswer, held: Held, node: ConceptNode) -> HasAnswer:
    """Return what somebody has, in words: "biedt voorzitten (sterk)"."""
    label = label_words(node)
    grade = (LEVELS if wanted.kind == "talent" else EXPERIENCE).get(held.level or 0)
    said = Words(f"{label.nl} ({grade.nl})", f"{label.en} ({grade.en})") if grade else label
    verb = Words("biedt", "offers") if wanted.kind == "talent" else Words("heeft hart voor", "cares about")
    if held.exact:
        text = Words(f"{verb.nl} {said.nl}", f"{verb.en} {said.en}")
    else:
        text = Words(f"{verb.nl} iets verwants: {said.nl}", f"{verb.en} something related: {said.en}")
    return HasAnswer(node.id, node.key, label, held.level, not held.exact, text)


def nobody_words(wanted: WantedAnswer) -> Words:
    """Say that nobody who may be proposed has it."""
    label = wanted.label
    if wanted.kind == "talent":
        return Words(
            f"Nog niemand die voorgesteld mag worden, biedt {label.nl} of iets verwants.",
            f"Nobody who may be proposed offers {label.en} or something related yet.",
        )
    return Words(
        f"Nog niemand die voorgesteld mag worden, heeft hart voor {label.nl} of iets verwants.",
        f"Nobody who may be proposed cares about {label.en} or something related yet.",
    )


def out_of_reach_words(wanted: WantedAnswer, people: int | None) -> Words:
    """Say that no trusted path leads to anybody who has it; `people` is how many, where that may be told."""
    label = wanted.label
    if wanted.kind == "talent":
        one = Words(f"{label.nl} of iets verwants biedt", f"offers {label.en} or something related")
        more = Words(f"{label.nl} of iets verwants bieden", f"offer {label.en} or something related")
    else:
        one = Words(
            f"hart heeft voor {label.nl} of iets verwants", f"cares about {label.en} or something related"
        )
        more = Words(
            f"hart hebben voor {label.nl} of iets verwants", f"care about {label.en} or something related"
        )
    if people is None:
        return Words(
            f"Nog geen betrouwbare weg naar iemand die {one.nl}.",
            f"No trusted path yet to anybody who {one.en}.",
        )
    if people == 1:
        return Words(
            f"Nog geen betrouwbare weg naar de ene persoon die {one.nl}.",
            f"No trusted path yet to the one person who {one.en}.",
        )
    return Words(
        f"Nog geen betrouwbare weg naar een van de {people} mensen die {more.nl}.",
        f"No trusted path yet to any of the {people} people who {more.en}.",
    )
