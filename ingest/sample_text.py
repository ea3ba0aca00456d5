"""What an invented person writes of themselves: whole sentences put together, now and then mistyped."""

from graph.model import Sector
from ingest.sample_citizens import Citizen
from ingest.sample_draw import Draw
from ingest.sample_facts import about_texts, places, theme_facts


def about(draw: Draw, citizen: Citizen, languages: tuple[str, ...]) -> str | None:
    """Return a text in a language the person speaks; a share wrote nothing."""
    kind = draw.random()
    if kind < 0.17:
        return None
    texts = about_texts()
    others = [language for language in texts.other_languages if language in languages]
    if languages and "nl" not in languages and not others:
        return None
    neighbourly = citizen.sector in {Sector.RESIDENT, Sector.CIVIL_SOCIETY}
    if others and ("nl" not in languages or (neighbourly and kind < 0.23)):
        return draw.pick(texts.other_languages[draw.pick(others)])
    sentences = [draw.pick(citizen.profile.about)] if not citizen.themes or draw.chance(0.92) else []
    if citizen.themes and (not sentences or draw.chance(0.45)):
        sentences.append(draw.pick(texts.theme))
    if not any("{plek}" in sentence for sentence in sentences) and draw.chance(0.25):
        sentences.insert(draw.between(0, 1), draw.pick(texts.place))
    if draw.chance(0.3):
        busy = () if citizen.profile.retired else texts.busy
        sentences.append(draw.pick((*texts.practical, *busy)))
    text = " ".join(sentences).format(
        plek=places()[citizen.place].place,
        rond=theme_facts()[citizen.themes[0]].around if citizen.themes else "de wijk",
        jaar=draw.between(3, 25),
    )
    return _mistype(draw, text) if draw.chance(0.08) else text


def _mistype(draw: Draw, text: str) -> str:
    """Swap, drop or double one or two letters inside words, as hasty fingers do."""
    letters = list(text)
    for _ in range(draw.between(1, 2)):
        spots = [
            place
            for place in range(1, len(letters) - 2)
            if letters[place].isalpha() and letters[place - 1].isalpha() and letters[place + 1].isalpha()
        ]
        place = draw.pick(spots)
        slip = draw.between(0, 2)
        if slip == 0:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        elif slip == 1:
            letters[place] = ""
            letters = [letter for letter in letters if letter]
        else:
            letters[place] *= 2
            letters = list("".join(letters))
    return "".join(letters)
