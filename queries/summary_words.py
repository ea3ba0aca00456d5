"""The network in figures in two or three sentences, Dutch and English, from the figures of the answer alone."""

from queries.across_words import across_words
from queries.amounts import amount, average, share
from queries.analysis_answers import SummaryAnswer
from queries.figures import Figure, by_name
from queries.phrases import Words


def summary_words(answer: SummaryAnswer) -> tuple[Words, ...]:
    """Say how many there are, how far apart they stand, and how often ties cross sectors."""
    figures = by_name(answer.about.figures)
    said = (_how_many(figures), _how_close(figures), across_words(figures.get("ei_index")))
    return tuple(words for words in said if words is not None)


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
        return Words(f"Er zijn {amount(people).nl} mensen.", f"There are {amount(people).en} people.")
    one = people == 1
    who = Words("één mens", "one person") if one else amount(people) + Words(" mensen", " people")
    what = Words("één band", "one tie") if ties == 1 else amount(ties) + Words(" banden", " ties")
    mean = average(each)
    be, is_ = ("is", "is") if one else ("zijn", "are")
    return Words(
        f"Er {be} {who.nl} met {what.nl}: gemiddeld {mean.nl} per mens.",
        f"There {is_} {who.en} with {what.en}: {mean.en} a person on average.",
    )


def _how_close(figures: dict[str, Figure]) -> Words | None:
    steps, core = _value(figures, "path_length"), _value(figures, "clustering")
    if steps is None:
        return None
    far = average(steps)
    far += Words(" stap", " step") if far.en == "1" else Words(" stappen", " steps")
    words = Words(
        f"Wie elkaar kan bereiken, staat gemiddeld {far.nl} van elkaar",
        f"Who can reach each other is {far.en} apart on average",
    )
    if core is None:
        return words + Words(".", ".")
    cases = share(core)
    return words + Words(
        f"; twee bekenden van dezelfde mens kennen elkaar in {cases.nl} van de gevallen.",
        f"; two contacts of the same person know each other in {cases.en} of cases.",
    )
