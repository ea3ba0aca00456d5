"""A team in words, Dutch and English: who is in it, what each brings, and what nobody in it brings."""

from collections.abc import Sequence

from queries.phrases import Words, listed

WELL = 0.6
"""Strength from which two people are said to know each other well."""

PART_NAMES = {
    "talents": Words("talenten", "talents"),
    "themes": Words("thema’s", "themes"),
    "fit": Words("ieder op zich", "each by themselves"),
    "ties": Words("banden binnen het team", "ties inside the team"),
    "spread": Words("spreiding", "spread"),
}


def name_words(name: str) -> Words:
    """Return a name, the same in both languages."""
    return Words(name, name)


def team_words(names: Sequence[str], size: int) -> Words:
    """Say who is in the team, and where there are fewer people who fit than were asked for."""
    if not names:
        return Words(
            "Niemand gevonden die past: er is geen team.", "Nobody found who fits: there is no team."
        )
    who = listed([name_words(name) for name in names])
    if len(names) == size:
        return Words(f"Het team: {who.nl}.", f"The team: {who.en}.")
    if len(names) == 1:
        return Words(
            f"Er past maar één persoon, terwijl er {size} gevraagd zijn: {who.nl}.",
            f"Only one person fits, where {size} were asked for: {who.en}.",
        )
    return Words(
        f"Er passen maar {len(names)} mensen, terwijl er {size} gevraagd zijn: {who.nl}.",
        f"Only {len(names)} people fit, where {size} were asked for: {who.en}.",
    )


def adds_words(
    name: str,
    talents: Sequence[Words],
    themes: Sequence[Words],
    partly: Sequence[Words],
    better: Sequence[Words],
) -> Words:
    """Say what somebody adds to those before: talents, themes, what only partly, and what they are better in."""
    clauses: list[Words] = []
    if talents:
        said = listed(talents)
        clauses.append(Words(f"biedt {said.nl}", f"offers {said.en}"))
    if themes:
        said = listed(themes)
        clauses.append(Words(f"heeft hart voor {said.nl}", f"cares about {said.en}"))
    if partly:
        said = listed(partly)
        clauses.append(Words(f"brengt iets mee van {said.nl}", f"brings something of {said.en}"))
    if better:
        said = listed(better)
        clauses.append(Words(f"maakt het team sterker in {said.nl}", f"makes the team stronger in {said.en}"))
    if not clauses:
        return Words(
            f"{name} past bij de vraag, maar voegt geen talent of thema toe dat nog ontbrak.",
            f"{name} fits the request, but adds no talent or theme that was still missing.",
        )
    return Words(
        f"{name} {'; '.join(clause.nl for clause in clauses)}.",
        f"{name} {'; '.join(clause.en for clause in clauses)}.",
    )


def tie_words(one: str, other: str, strength: float, reasons: Sequence[Words]) -> Words:
    """Say how well two members know each other, and from what."""
    figure = f"{strength:.2f}"
    nl, en = ("kennen elkaar goed", "know each other well")
    if strength < WELL:
        nl, en = ("kennen elkaar genoeg om samen te werken", "know each other enough to work together")
    lead = Words(f"{one} en {other} {nl} ({figure.replace('.', ',')})", f"{one} and {other} {en} ({figure})")
    if reasons:
        lead += Words(
            f": {'; '.join(reason.nl for reason in reasons)}",
            f": {'; '.join(reason.en for reason in reasons)}",
        )
    return lead + Words(".", ".")


def stranger_words(names: Sequence[str]) -> Words:
    """Say who has no tie inside that is strong enough."""
    who = listed([name_words(name) for name in names])
    if len(names) == 1:
        return Words(
            f"{who.nl} heeft nog geen sterke band binnen het team: plan een kennismaking.",
            f"{who.en} has no strong tie inside the team yet: plan a first meeting.",
        )
    return Words(
        f"{who.nl} hebben nog geen sterke band binnen het team: plan een kennismaking.",
        f"{who.en} have no strong tie inside the team yet: plan a first meeting.",
    )


def spread_words(organisations: int, places: int) -> Words:
    """Say from how many organisations and neighbourhoods the members come."""
    if not organisations and not places:
        return Words(
            "Van niemand is een organisatie of wijk bekend.",
            "Of nobody an organisation or neighbourhood is known.",
        )
    items: list[Words] = []
    if organisations:
        items.append(
            Words("één organisatie", "one organisation")
            if organisations == 1
            else Words(f"{organisations} organisaties", f"{organisations} organisations")
        )
    if places:
        items.append(
            Words("één wijk", "one neighbourhood")
            if places == 1
            else Words(f"{places} wijken", f"{places} neighbourhoods")
        )
    said = listed(items)
    return Words(f"Samen uit {said.nl}.", f"Together from {said.en}.")


def gap_words(kind: str, label: Words, *, partly: bool, somebody: bool) -> Words:
    """Say what stays uncovered, and whether anybody else who may be proposed has it."""
    if kind == "neighbourhood":
        elsewhere = Words("", "")
        if not somebody:
            elsewhere = Words(" en niemand anders die past ook niet", ", nor is anybody else who fits")
        return Words(
            f"Niemand in het team is actief in {label.nl}{elsewhere.nl}.",
            f"Nobody in the team is active in {label.en}{elsewhere.en}.",
        )
    if partly:
        return Words(f"‘{label.nl}’ is maar voor een deel gedekt.", f"‘{label.en}’ is covered only in part.")
    does = (
        Words("biedt het", "offers it") if kind == "talent" else Words("heeft er hart voor", "cares about it")
    )
    if somebody:
        return Words(
            f"‘{label.nl}’ is niet gedekt; iemand buiten dit team {does.nl} wel.",
            f"‘{label.en}’ is not covered, though somebody outside this team {does.en}.",
        )
    return Words(
        f"‘{label.nl}’ is niet gedekt: niemand die past, {does.nl}.",
        f"‘{label.en}’ is not covered: nobody who fits {does.en}.",
    )


def search_words(score: float, bound: float, *, exact: bool) -> Words:
    """Say whether this is the best team, or how much better one could be at most."""
    if exact:
        return Words(
            "Alle teams zijn afgewogen: geen enkel scoort hoger.",
            "All teams were weighed: none scores higher.",
        )
    most, mine = f"{bound:.2f}", f"{score:.2f}"
    return Words(
        f"Er zijn te veel teams om ze alle te wegen: dit scoort {mine.replace('.', ',')}, "
        f"geen enkel haalt meer dan {most.replace('.', ',')}.",
        f"There are too many teams to weigh them all: this one scores {mine}, none gets more than {most}.",
    )
