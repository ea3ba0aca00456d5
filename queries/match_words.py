"""Why somebody fits, in words: Dutch and English, heaviest reason first, never the name of anybody else."""

from collections.abc import Mapping, Sequence

from graph.analytics.match_needed import Held
from graph.analytics.matching import Match, Need, OrganisationMatch
from graph.analytics.words import stems
from graph.network import ConceptNode, Network
from queries.phrases import place as called
from queries.phrases import uncapitalised
from queries.sentences import Words

LEAST_REASONS, MOST_REASONS = 2, 3
MOST_WORDS = 3
"""Words of the request that a reason repeats."""
DECIDES = 0.1
"""Share of the score from which a third reason decides too."""
LEVELS = {1: Words("enigszins", "some"), 2: Words("goed", "good"), 3: Words("sterk", "strong")}
EXPERIENCE = {
    1: Words("wat ervaring", "some experience"),
    2: Words("ervaring", "experience"),
    3: Words("veel ervaring", "much experience"),
}
PART_NAMES = {
    "talents": Words("talenten", "talents"),
    "themes": Words("thema’s", "themes"),
    "experience": Words("ervaring", "experience"),
    "place": Words("plaats", "place"),
    "text": Words("woorden van de vraag", "words of the request"),
    "around": Words("mensen eromheen", "people around"),
    "reach": Words("bereikbaar", "reach"),
    "freshness": Words("niet pas gevraagd", "not asked lately"),
}
LANGUAGES = {
    "nl": Words("Nederlands", "Dutch"),
    "fr": Words("Frans", "French"),
    "en": Words("Engels", "English"),
    "ar": Words("Arabisch", "Arabic"),
    "tr": Words("Turks", "Turkish"),
    "ber": Words("Tamazight", "Tamazight"),
    "es": Words("Spaans", "Spanish"),
    "pl": Words("Pools", "Polish"),
    "ro": Words("Roemeens", "Romanian"),
    "bg": Words("Bulgaars", "Bulgarian"),
    "ru": Words("Russisch", "Russian"),
    "uk": Words("Oekraïens", "Ukrainian"),
    "pt": Words("Portugees", "Portuguese"),
    "it": Words("Italiaans", "Italian"),
    "de": Words("Duits", "German"),
    "vgt": Words("Vlaamse Gebarentaal", "Flemish Sign Language"),
}


def reasons(
    found: Match | OrganisationMatch, need: Need, network: Network
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two or three reasons that decide, Dutch and English, in the order of what each weighs in the score.

    A third one is said where it makes at least a tenth of the score.  A language other than Dutch that was asked for
    is said after them, for it was a condition.  Where there is less than two to say so far, Dutch or having nothing
    else open is said too.
    """
    said = {
        "talents": _talents(found, network),
        "themes": _themes(found, network),
        "experience": _experience(found, need, network),
        "place": _place(found, network),
        "text": _text(found, need, network),
        "around": _around(found),
        "reach": _reach(found),
    }
    made = {name: part.value * part.weight for name, part in found.parts.items()}
    heavy = sorted((name for name in made if made[name] > 0.0), key=lambda name: -made[name])
    worded = [(name, words) for name in heavy if (words := said.get(name)) is not None][:MOST_REASONS]
    enough = DECIDES * sum(made.values())
    chosen = [words for at, (name, words) in enumerate(worded) if at < LEAST_REASONS or made[name] >= enough]
    languages = found.facts.languages
    if languages and (len(chosen) < LEAST_REASONS or any(code != "nl" for code in languages)):
        chosen.append(_languages(languages))
    if len(chosen) < LEAST_REASONS and _value(found, "freshness") == 1.0:
        chosen.append(Words("heeft nu geen andere vraag lopen", "has no other request open now"))
    return tuple(words.nl for words in chosen), tuple(words.en for words in chosen)


def _value(found: Match | OrganisationMatch, name: str) -> float:
    part = found.parts.get(name)
    return part.value if part else 0.0


def _listed(items: Sequence[str], joint: str) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joint} {items[-1]}"


def _both(items: Sequence[Words]) -> Words:
    return Words(_listed([item.nl for item in items], "en"), _listed([item.en for item in items], "and"))


def label(concept: str, tree: Mapping[str, ConceptNode]) -> Words:
    """Return the label of a talent or theme as it stands inside a sentence."""
    node = tree[concept]
    nl = uncapitalised(node.label_nl)
    return Words(nl, uncapitalised(node.label_en) if node.label_en else nl)


def _known(held: Sequence[Held], tree: Mapping[str, ConceptNode]) -> list[Held]:
    return [item for item in held if item.concept in tree][:3]


def _talents(found: Match | OrganisationMatch, network: Network) -> Words | None:
    held = _known(found.facts.talents, network.talents)
    if not held:
        return None
    listed = _graded(held, network.talents, LEVELS)
    if held[0].exact:
        return Words(f"biedt {listed.nl}", f"offers {listed.en}")
    return Words(f"biedt iets verwants: {listed.nl}", f"offers something related: {listed.en}")


def _themes(found: Match | OrganisationMatch, network: Network) -> Words | None:
    held = _known(found.facts.themes, network.themes)
    if not held:
        return None
    listed = _graded(held, network.themes, EXPERIENCE)
    if isinstance(found, OrganisationMatch):
        return Words(f"werkt rond {listed.nl}", f"works on {listed.en}")
    return Words(f"heeft hart voor {listed.nl}", f"cares about {listed.en}")


def _graded(held: Sequence[Held], tree: Mapping[str, ConceptNode], grades: Mapping[int, Words]) -> Words:
    items: list[Words] = []
    for item in held:
        said, grade = label(item.concept, tree), grades.get(item.level or 0)
        items.append(Words(f"{said.nl} ({grade.nl})", f"{said.en} ({grade.en})") if grade else said)
    return _both(items)


def _experience(found: Match | OrganisationMatch, need: Need, network: Network) -> Words | None:
    done = found.facts.done
    asked = list(dict.fromkeys(need.themes))
    about = [label(asked[at], network.themes) for at in done.on if asked[at] in network.themes]
    on = _both(about[:2]) if about else Words("dit thema", "this theme")
    if not done.initiatives:
        if not done.through:
            return None
        count = _count(done.through)
        return Words(
            f"lid van een groep die {count.nl} rond {on.nl} organiseerde",
            f"member of a group that organised {count.en} on {on.en}",
        )
    count, verb, some = _count(done.initiatives), Words("deed mee aan", "took part in"), Words("", "")
    if isinstance(found, OrganisationMatch):
        verb = Words("organiseerde", "organised")
    elif done.led == done.initiatives:
        verb = Words("begeleidde", "guided") if done.guided else Words("leidde", "led")
    elif done.led:
        some = Words(f", waarvan {done.led} als trekker", f", leading {done.led} of them")
    when = Words("", "")
    if done.last_year is not None:
        once = done.initiatives == 1
        when = Words(
            f", in {done.last_year}" if once else f", laatst in {done.last_year}",
            f", in {done.last_year}" if once else f", last in {done.last_year}",
        )
    return Words(
        f"{verb.nl} {count.nl} rond {on.nl}{some.nl}{when.nl}",
        f"{verb.en} {count.en} on {on.en}{some.en}{when.en}",
    )


def _count(initiatives: int) -> Words:
    if initiatives == 1:
        return Words("één initiatief", "one initiative")
    return Words(f"{initiatives} initiatieven", f"{initiatives} initiatives")


def _place(found: Match | OrganisationMatch, network: Network) -> Words | None:
    place = found.facts.place
    if place is None:
        return None
    nodes = network.neighbourhoods
    here, asked = (called(nodes[each], network.city) for each in (place.neighbourhood, place.asked))
    if place.relation == "same":
        return Words(f"actief in {here}", f"active in {here}")
    if place.relation == "borders":
        return Words(f"actief in {here}, grenst aan {asked}", f"active in {here}, next to {asked}")
    here = nodes[place.neighbourhood].name
    return Words(
        f"actief in {here}, zelfde district als {asked}", f"active in {here}, same district as {asked}"
    )


def _text(found: Match | OrganisationMatch, need: Need, network: Network) -> Words | None:
    """Return the words that tell something new: those of a talent, theme or place that is asked anyway do not."""
    held = _known(found.facts.talents, network.talents), _known(found.facts.themes, network.themes)
    trees = network.talents, network.themes
    told = {
        root
        for items, tree in zip(held, trees, strict=True)
        for item in items
        for root in stems(tree[item.concept].label_nl)
    }
    places = (network.neighbourhoods[each] for each in need.neighbourhoods if each in network.neighbourhoods)
    told.update(root for node in places for root in stems(f"{node.name} {node.district or ''}"))
    words = [word for word in found.facts.words if told.isdisjoint(stems(word))][:MOST_WORDS]
    if not words:
        return None
    quoted = [f"‘{word}’" for word in words]
    return Words(
        f"eigen woorden of ervaring passen bij {_listed(quoted, 'en')}",
        f"own words or experience fit {_listed(quoted, 'and')}",
    )


def _around(found: Match | OrganisationMatch) -> Words | None:
    if _value(found, "around") <= 0.0:
        return None
    return Words(
        "staat dicht bij mensen met dit talent of thema", "is close to people with this talent or theme"
    )


def _reach(found: Match | OrganisationMatch) -> Words | None:
    if _value(found, "reach") <= 0.0:
        return None
    return Words("te bereiken via een betrouwbare weg", "within reach along a trusted path")


def _languages(codes: Sequence[str]) -> Words:
    listed = _both([LANGUAGES.get(code, Words(code, code)) for code in codes])
    return Words(f"spreekt {listed.nl}", f"speaks {listed.en}")
