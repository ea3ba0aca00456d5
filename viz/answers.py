"""Answers to read: what was found, who fits and why, and the way to somebody."""

from urllib.parse import urlencode

from queries.match_words import PART_NAMES
from queries.matching import MatchAnswer, PartAnswer, ResultAnswer
from queries.paths import HopAnswer, PathAnswer, PersonRef, RouteAnswer
from queries.search import Found, SearchAnswer
from queries.sentences import Words
from viz.html import Html, tag
from viz.words import Language, number, say

STRONG = 0.6
GOOD = 0.35
"""Strengths from which a tie is called strong, and good; the words are for reading aloud and decide nothing."""


def _words(words: Words, language: Language) -> str:
    return words.en if language == "en" else words.nl


def search_answer(answer: SearchAnswer, language: Language) -> Html:
    """Return what was found as a list."""
    if not answer.results:
        return tag("p", say("found_none", language, text=answer.query))
    heading = tag("h3", say("found", language, text=answer.query))
    return tag(
        "div", heading, tag("ul", [_found(found, language) for found in answer.results], class_="found")
    )


def _found(found: Found, language: Language) -> Html:
    kind = tag("span", say(found.kind, language), class_="kind")
    way = _way_to(found.id, found.name, language) if found.kind == "person" else None
    told = found.detail and (found.detail.en if language == "en" else found.detail.nl)
    detail = tag("span", told, class_="kind") if told else None
    return tag("li", tag("span", found.name, class_="name"), " ", detail, " ", kind, way)


def _way_to(identity: str, name: str, language: Language) -> Html:
    asked = {"naar": identity} if language == "nl" else {"taal": "en", "naar": identity}
    return tag("a", say("way_to", language, name=name), href=f"/eenvoudig?{urlencode(asked)}#weg")


def match_answer(answer: MatchAnswer, language: Language) -> Html:
    """Return who fits, with reasons and how the score was worked out."""
    request = answer.request
    read = (*request.talents, *request.themes, *request.neighbourhoods)
    understood = tag("p", say("understood", language, text=", ".join(read)), class_="hint") if read else None
    if not answer.results and not answer.organisations:
        return tag("div", understood, tag("p", say("nobody", language)))
    people = (
        (
            tag("h3", say("fitting", language)),
            tag("ol", [_result(found, language, person=True) for found in answer.results], class_="results"),
        )
        if answer.results
        else tag("p", say("nobody", language))
    )
    organisations = (
        tag("h3", say("fitting_organisations", language)),
        tag("ol", [_result(found, language) for found in answer.organisations], class_="results"),
    )
    return tag("div", understood, people, organisations if answer.organisations else None)


def _result(found: ResultAnswer, language: Language, *, person: bool = False) -> Html:
    reasons = found.reasons.en if language == "en" else found.reasons.nl
    who, name = found.person.id, found.person.name or ""
    return tag(
        "li",
        tag("p", tag("strong", name), class_="name"),
        tag("ul", [tag("li", reason) for reason in reasons], class_="reasons") if reasons else None,
        tag("p", _way_to(who, name, language)) if person and who else None,
        tag("details", tag("summary", say("score", language)), _parts(found, language)),
    )


def _parts(found: ResultAnswer, language: Language) -> Html:
    head = [
        tag("th", say("part", language), scope="col"),
        tag("th", say("value", language), scope="col"),
        tag("th", say("weight", language), scope="col"),
    ]
    rows = [_part(name, part, language) for name, part in found.parts.items()]
    total = tag(
        "tr",
        tag("th", say("total", language), scope="row"),
        tag("td", number(found.score, language), colspan=2),
    )
    return tag("table", tag("thead", tag("tr", head)), tag("tbody", rows, total))


def _part(name: str, part: PartAnswer, language: Language) -> Html:
    label = _words(PART_NAMES[name], language)
    return tag(
        "tr",
        tag("th", label, scope="row"),
        tag("td", number(part.value, language)),
        tag("td", number(part.weight, language)),
    )


def path_answer(answer: PathAnswer, language: Language) -> Html:
    """Return every route with what it rests on, or why there is none."""
    start, target = answer.start.name or "", answer.target.name or ""
    heading = tag("h3", say("ways", language, start=start, target=target))
    if answer.reason is not None:
        return tag("div", heading, tag("p", _words(answer.reason, language)))
    routes = [_route(route, number, language) for number, route in enumerate(answer.routes, start=1)]
    return tag("div", heading, routes)


def _route(route: RouteAnswer, place: int, language: Language) -> Html:
    chain = tag("ol", [tag("li", _name(person, language)) for person in route.people], class_="chain")
    message = None
    if route.message is not None:
        to = tag("h5", say("message", language, name=_name(route.people[1], language)))
        message = (to, tag("blockquote", tag("p", _words(route.message, language))))
    fallback = (
        tag("p", _words(route.fallback, language), class_="hint") if route.fallback is not None else None
    )
    evidence = [_hop(hop, language) for hop in route.hops if hop.evidence is not None]
    ties = (tag("h5", say("ties", language)), tag("ul", evidence, class_="ties")) if evidence else None
    heading = tag("h4", say("way", language, number=str(place)))
    sentence = tag("p", _words(route.sentence, language))
    return tag("article", heading, chain, sentence, ties, message, fallback, class_="route")


def _name(person: PersonRef, language: Language) -> str:
    return person.name or say("hidden", language)


def _hop(hop: HopAnswer, language: Language) -> Html:
    strength = hop.strength or 0.0
    word = say("strong" if strength >= STRONG else "good" if strength >= GOOD else "weak", language)
    marks = [say("weakest", language)] if hop.weakest else []
    marks += [say("stale", language)] if hop.stale else []
    pieces = [tag("li", _words(piece.text, language)) for piece in hop.evidence or ()]
    return tag(
        "li",
        tag("span", f"{_name(hop.start, language)} → {_name(hop.end, language)}: {word}", class_="name"),
        [(" ", tag("span", mark, class_="mark")) for mark in marks],
        tag("ul", pieces),
    )
