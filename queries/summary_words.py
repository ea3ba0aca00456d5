"""The network in figures in two or three sentences, Dutch and English, from the figures of the answer alone."""

from queries.analysis_answers import SummaryAnswer
from queries.figures import Figure, by_name
from queries.phrases import Words


def summary_words(answer: SummaryAnswer) -> tuple[Words, ...]:
    """Say how many there are, how far apart they stand, and how often ties cross sectors."""
    figures = by_name(answer.about.figures)
    said = (_how_many(figures), _how_close(figures), across_words(figures.get("ei_index")))
    return tuple(words for words in said if words is not None)


def decimal(value: float, places: int = 1) -> Words:
    """Say a number with so many decimals, none where it is whole: "3,5" and "3.5"."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Words(text.replace(".", ","), text)


def in_ten(ei: float) -> int:
    """Return how many of ten ties run between sectors, by an E-I index."""
    return round(10 * (ei + 1) / 2)


def _value(figures: dict[str, Figure], name: str) -> float | None:
    found = figures.get(name)
    return None if found is None else found.value


def _how_many(figures: dict[str, Figure]) -> Words | None:
    people, ties, each = (_value(figures, name) for name in ("people", "ties", "mean_degree"))
    if people is None:
        return Words(
            "Er zijn te weinig mensen om iets over te zeggen.", "There are too few people to tell of."
        )
    if people == 0:
        return Words("Er is nog niemand in het netwerk.", "There is nobody in the network yet.")
    if ties is None or each is None:
        return Words(f"Er zijn {people:.0f} mensen.", f"There are {people:.0f} people.")
    who = (
        Words("één mens", "one person")
        if people == 1
        else Words(f"{people:.0f} mensen", f"{people:.0f} people")
    )
    what = Words("één band", "one tie") if ties == 1 else Words(f"{ties:.0f} banden", f"{ties:.0f} ties")
    mean = decimal(each)
    be = "is" if people == 1 else "zijn"
    is_ = "is" if people == 1 else "are"
    return Words(
        f"Er {be} {who.nl} met {what.nl}: gemiddeld {mean.nl} per mens.",
        f"There {is_} {who.en} with {what.en}: {mean.en} a person on average.",
    )


def _how_close(figures: dict[str, Figure]) -> Words | None:
    steps, core = _value(figures, "path_length"), _value(figures, "clustering")
    if steps is None:
        return None
    far = decimal(steps)
    words = Words(
        f"Wie elkaar kan bereiken, staat gemiddeld {far.nl} stappen van elkaar",
        f"Who can reach each other is {far.en} steps apart on average",
    )
    if core is None:
        return words + Words(".", ".")
    # Not "none": a share that rounds to nothing may still be some.
    share = round(100 * core)
    return words + Words(
        f"; twee bekenden van dezelfde mens kennen elkaar in {share} % van de gevallen.",
        f"; two contacts of the same person know each other in {share} % of cases.",
    )


def across_words(ei: Figure | None) -> Words | None:
    """Say how many of ten ties run between sectors, and how many would by chance."""
    if ei is None or ei.value is None:
        return None
    count = in_ten(ei.value)
    run, runs = ("loopt", "runs") if count == 1 else ("lopen", "run")
    words = Words(
        f"Van elke 10 banden {run} er {count} tussen sectoren",
        f"Of every 10 ties {count} {runs} between sectors",
    )
    if ei.expected is None:
        return words + Words(".", ".")
    by_chance = in_ten(ei.expected)
    if by_chance == count:
        return words + Words("; bij toeval zouden dat er evenveel zijn.", "; by chance it would be as many.")
    return words + Words(
        f"; bij toeval zouden het er {by_chance} zijn.", f"; by chance it would be {by_chance}."
    )
