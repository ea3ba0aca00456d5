"""Coverage in plain words, made from the figures of the answer alone."""

from graph.network import ConceptNode
from queries.amounts import amount
from queries.analysis_answers import CoverageAnswer, CoverageCell, Labelled
from queries.basis import Basis
from queries.figures import by_name
from queries.phrases import Words, label_words, plain, sentence

AGREE_ONE = Words(" die meedoet aan onderzoek", " who takes part in research")
AGREE = Words(" die meedoen aan onderzoek", " who take part in research")
NOTHING = Words("", "")


def coverage_words(answer: CoverageAnswer) -> tuple[Words, ...]:
    """Say where most is missing, what waits, and where most people are."""
    missing, others = _missing(answer), (_requests(answer), _most(answer))
    if missing is None and any(others):
        missing = _untold(answer)
    told = [sentence(each) for each in (missing, *others) if each is not None]
    few = Words(
        "er is te weinig om iets te vertellen zonder dat het over enkelen gaat",
        "there is too little to tell anything that is not about a few",
    )
    return tuple(told) or (sentence(few),)


def _missing(answer: CoverageAnswer) -> Words | None:
    short = [cell for cell in _inner(answer) if cell.gap and cell.open_requests and cell.people is not None]
    if not short:
        return None
    # Among equals the narrowest theme says most; it stands after the broader ones.
    worst = max(short, key=lambda cell: (cell.gap or 0, cell.theme, -cell.place))
    where = _where(answer, worst)
    waiting, people, gap = worst.open_requests or 0, worst.people or 0, worst.gap or 0
    research = answer.about.basis is Basis.RESEARCH
    one, more = (AGREE_ONE, AGREE) if research else (NOTHING, NOTHING)
    asked = Words(
        f"{'wacht 1 vraag' if waiting == 1 else f'wachten {amount(waiting).nl} vragen'}",
        f"{'1 request waits' if waiting == 1 else f'{amount(waiting).en} requests wait'}",
    )
    if people == 0:
        known = Words(f"is er niemand bekend{one.nl}", f"nobody is known{one.en}")
    elif people == 1:
        known = Words(f"is er 1 mens bekend{one.nl}", f"1 person is known{one.en}")
    else:
        known = Words(
            f"zijn er {amount(people).nl} mensen bekend{more.nl}",
            f"{amount(people).en} people are known{more.en}",
        )
    needed = Words(
        f"er {'is' if gap == 1 else 'zijn'} nog {amount(gap).nl} nodig",
        f"{amount(gap).en} more {'is' if gap == 1 else 'are'} needed",
    )
    return Words(
        f"voor {where.nl} {asked.nl} en {known.nl}: {needed.nl}",
        f"for {where.en} {asked.en} and {known.en}: {needed.en}",
    )


def _untold(answer: CoverageAnswer) -> Words | None:
    """Say that nothing is said of gaps, where some are hidden: else it would read as if there were none."""
    if not by_name(answer.about.figures)["gaps"].hidden:
        return None
    return Words(
        "of er ergens mensen te kort zijn, is niet te zeggen: kleine aantallen zijn verborgen",
        "whether there are too few people anywhere can't be said: small counts are hidden",
    )


def _requests(answer: CoverageAnswer) -> Words | None:
    figures = by_name(answer.about.figures)
    waiting, answered = (figures[name].value for name in ("open_requests", "answered_requests"))
    theme = _one_theme(answer)
    parts: list[Words] = []
    if waiting is not None:
        one = waiting == 1
        parts.append(
            Words(
                f"er {'wacht' if one else 'wachten'} {amount(waiting).nl} {'vraag' if one else 'vragen'}{theme.nl}",
                f"{amount(waiting).en} {'request waits' if one else 'requests wait'}{theme.en}",
            )
        )
    if answered is not None:
        one = answered == 1
        about = theme if not parts else NOTHING
        parts.append(
            Words(
                f"{amount(answered).nl} {'vraag leidde' if one else 'vragen leidden'}{about.nl} tot een ontmoeting",
                f"{amount(answered).en} {'request' if one else 'requests'}{about.en} led to a meeting",
            )
        )
    if not parts:
        return None
    return Words("; ".join(each.nl for each in parts), "; ".join(each.en for each in parts))


def _most(answer: CoverageAnswer) -> Words | None:
    there = [cell for cell in _inner(answer) if cell.people]
    if not there:
        return None
    best = max(there, key=lambda cell: (cell.people or 0, cell.theme, -cell.place))
    where, people = _where(answer, best), amount(best.people or 0)
    return Words(
        f"de meeste mensen zijn er voor {where.nl}: {people.nl}",
        f"most people there are for {where.en}: {people.en}",
    )


def _inner(answer: CoverageAnswer) -> list[CoverageCell]:
    return [cell for cell in answer.cells if cell.theme >= 0 and cell.place >= 0]


def _where(answer: CoverageAnswer, cell: CoverageCell) -> Words:
    theme, place = _label(answer.themes[cell.theme]), plain(answer.places[cell.place].label.nl)
    return Words(f"{theme.nl} in {place}", f"{theme.en} in {place}")


def _one_theme(answer: CoverageAnswer) -> Words:
    if answer.about.parameters.get("theme") is None:
        return NOTHING
    theme = _label(answer.themes[0])
    return Words(f" over {theme.nl}", f" about {theme.en}")


def _label(of: Labelled) -> Words:
    return label_words(ConceptNode(of.id, of.key or "", of.label.nl, of.label.en))
