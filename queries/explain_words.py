"""Why somebody is not on the list, in words: Dutch and English."""

from graph.analytics.match_gaps import Gap
from graph.network import Network
from queries.match_words import LANGUAGES, label
from queries.sentences import Words

BETTER = {
    "talents": Words("meer van de gevraagde talenten biedt", "offers more of the talents asked for"),
    "themes": Words("dichter bij de gevraagde thema's staat", "is closer to the themes asked for"),
    "experience": Words("meer ervaring met het thema heeft", "has more experience with the theme"),
    "place": Words(
        "dichter bij de gevraagde wijk actief is", "is active closer to the neighbourhood asked for"
    ),
    "text": Words(
        "eigen woorden heeft die beter bij de vraag passen",
        "has words of their own that fit the request better",
    ),
    "around": Words(
        "meer mensen met dit talent of thema rond zich heeft",
        "has more people with this talent or theme around",
    ),
    "reach": Words("beter te bereiken is", "is easier to reach"),
    "freshness": Words("minder andere vragen lopen heeft", "has fewer other requests open"),
}
BARRIERS = {
    "asker": Words("vraagt het zelf", "is the one who asks"),
    "no_consent": Words(
        "gaf geen toestemming om voorgesteld te worden, of die is voorbij",
        "did not agree to being proposed, or no longer does",
    ),
    "unavailable": Words("zegt niet beschikbaar te zijn", "says not to be available"),
    "set_aside": Words("is bij deze vraag opzijgezet", "was set aside for this request"),
    "other_themes": Words(
        "wil alleen over andere thema's gevraagd worden", "wants to be asked about other themes only"
    ),
}
"""Limits that come before any score, by code; ``language`` is said with the language."""


def number(value: float) -> Words:
    """Say a figure with two decimals; one that would show as nothing is said to be less than that."""
    if 0.0 < abs(value) < 0.005:
        return Words("minder dan 0,01", "less than 0.01")
    return Words(f"{value:.2f}".replace(".", ","), f"{value:.2f}")


def language_barrier(code: str, known: bool) -> Words:
    """Say that somebody does not speak a language, or that nobody wrote down what they speak."""
    name = LANGUAGES.get(code, Words(code, code))
    if known:
        return Words(f"spreekt geen {name.nl}", f"does not speak {name.en}")
    return Words(
        f"het is niet bekend welke talen die spreekt ({name.nl} is nodig)",
        f"it is not known which languages they speak ({name.en} is needed)",
    )


def barred_words(name: str, barriers: list[Words]) -> Words:
    """Say that somebody can't be proposed, and why."""
    return Words(
        f"{name} kan voor deze vraag niet voorgesteld worden: {'; '.join(words.nl for words in barriers)}.",
        f"{name} can't be proposed for this request: {'; '.join(words.en for words in barriers)}.",
    )


def nothing_words(name: str) -> Words:
    """Say that nothing known of somebody fits."""
    return Words(
        f"Van {name} is niets bekend dat bij deze vraag past.", f"Nothing known of {name} fits this request."
    )


def listed_words(name: str, place: int, score: float) -> Words:
    """Say where on the list somebody stands."""
    made = number(score)
    return Words(
        f"{name} staat op plaats {place} van de lijst, met {made.nl}.",
        f"{name} is number {place} on the list, with {made.en}.",
    )


def below_words(name: str, rank: int, among: int, score: float, size: int) -> Words:
    """Say where somebody stands who is not on the list of `size`."""
    made = number(score)
    return Words(
        f"{name} staat op plaats {rank} van {among}, met {made.nl}, en komt niet op de lijst van {size}.",
        f"{name} is number {rank} of {among}, with {made.en}, and does not make the list of {size}.",
    )


def compared_words(other: str, last: bool, score: float, part: str | None, difference: float) -> Words:
    """Say how the one compared with does, and which part makes the difference; ``None`` where none does."""
    made, cost = number(score), number(difference)
    which = (
        Words("de laatste op de lijst", "the last on the list") if last else Words("de eerste", "the first")
    )
    lead = Words(f" {other}, {which.nl}, haalt {made.nl}", f" {other}, {which.en}, has {made.en}")
    if part is None:
        return lead + Words(
            ": evenveel. Bij gelijke score beslist een vaste volgorde.",
            ": just as much. With equal scores a fixed order decides.",
        )
    better = BETTER[part]
    return lead + Words(
        f", vooral omdat {other} {better.nl}: dat scheelt {cost.nl}.",
        f", mostly because {other} {better.en}: that makes {cost.en} of difference.",
    )


def follows_words(other: str, score: float) -> Words:
    """Say who comes second, and with what."""
    made = number(score)
    return Words(f" {other} volgt met {made.nl}.", f" {other} comes next with {made.en}.")


def spread_words(other: str) -> Words:
    """Say that somebody who scores no less than the last of the list left the place to them by spreading."""
    return Words(
        f" Dat is niet minder dan {other}, de laatste op de lijst, maar de lijst is gespreid, en er staat al iemand "
        "uit dezelfde organisatie of wijk op.",
        f" That is no less than {other}, the last on the list, but the list is spread, and somebody of the "
        "same organisation or neighbourhood is on it.",
    )


def gap_words(name: str, gap: Gap, network: Network, enough: bool) -> Words:
    """Say what is not known of somebody, and what it would add at most."""
    gain = number(gap.gain)
    what = _unknown(name, gap, network)
    then = Words(
        f"dat kan hoogstens {gain.nl} schelen" + (", genoeg voor de lijst" if enough else ""),
        f"that could add {gain.en} at most" + (", enough for the list" if enough else ""),
    )
    return Words(f"{what.nl}: {then.nl}.", f"{what.en}: {then.en}.")


def _unknown(name: str, gap: Gap, network: Network) -> Words:
    concept = gap.concept or ""
    if concept in network.talents and gap.unknown == "talent":
        talent = label(concept, network.talents)
        return Words(
            f"Het is niet bekend of {name} ‘{talent.nl}’ biedt",
            f"It is not known whether {name} offers ‘{talent.en}’",
        )
    if concept in network.talents and gap.unknown == "level":
        talent = label(concept, network.talents)
        return Words(
            f"Het is niet bekend hoe sterk {name} is in ‘{talent.nl}’",
            f"It is not known how good {name} is at ‘{talent.en}’",
        )
    if concept in network.themes and gap.unknown == "theme":
        theme = label(concept, network.themes)
        return Words(
            f"Het is niet bekend of {name} hart heeft voor ‘{theme.nl}’",
            f"It is not known whether {name} cares about ‘{theme.en}’",
        )
    said = {
        "initiative": Words(
            f"Er staat geen initiatief rond dit thema waaraan {name} meedeed",
            f"No initiative on this theme is known in which {name} took part",
        ),
        "neighbourhood": Words(
            f"Het is niet bekend in welke wijk {name} actief is",
            f"It is not known in which neighbourhood {name} is active",
        ),
        "about": Words(
            f"{name} vertelde nog niets over zichzelf", f"{name} has not said anything of themselves"
        ),
        "way": Words(
            f"Er is nog geen betrouwbare weg naar {name}", f"There is no trusted path to {name} yet"
        ),
    }
    return said[gap.unknown]
