"""A request as it is understood: in ids, with what was read from its text. Matching and teams begin here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.access import Question, Viewer
from graph.analytics.matching import Need, concepts_in
from graph.errors import InvalidInput
from graph.model import RequestKind
from graph.network import Network, RequestNode
from queries import resolve
from queries.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request that isn't stored, as typed: every list takes ids, keys or names, of districts too."""

    text: str = ""
    themes: Sequence[str] = ()
    talents: Sequence[str] = ()
    neighbourhoods: Sequence[str] = ()
    languages: Sequence[str] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """The request as it was understood: labels of what was asked, and what was read from its text."""

    id: str | None
    key: str | None
    title: str | None
    text: str
    kind: str | None
    themes: tuple[str, ...]
    talents: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    languages: tuple[str, ...]
    from_text: tuple[str, ...] = field(default=())
    """Which of themes, talents and neighbourhoods were found in the text."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A request in ids, and what of it was read from the text."""

    need: Need
    stored: RequestNode | None
    text: str
    from_text: tuple[str, ...]

    @property
    def id(self) -> str | None:
        """Id of a stored request."""
        return self.stored.id if self.stored is not None else None


def understand(snapshot: Snapshot, viewer: Viewer, request: str | None, wanted: Wanted | None) -> Understood:
    """Return a stored request, or one that is only typed, in ids; what nobody filled in is read from its text.

    Raises
    ------
    graph.errors.InvalidInput, NotAllowed, UnknownThing, AmbiguousName
    """
    network = snapshot.network
    if (request is None) == (wanted is None):
        message = (
            "Geef ofwel een bewaarde vraag, ofwel een tekst, thema's of talenten. "
            "/ Give either a stored request, or a text, themes or talents."
        )
        raise InvalidInput(message)
    stored = None
    if request is not None:
        viewer.require(Question.RECORDS)
        identity = resolve.request(network, request)
        stored = next(node for node in network.requests if node.id == identity)
        need = Need(
            text=" ".join(filter(None, (stored.title, stored.text))),
            themes=stored.themes,
            talents=stored.talents,
            neighbourhoods=stored.neighbourhoods,
            languages=frozenset(stored.languages),
            kind=stored.kind,
            asker=stored.asker,
        )
    else:
        need = _typed(network, wanted or Wanted())
    return _from_text(network, need, stored)


def _typed(network: Network, wanted: Wanted) -> Need:
    if not (
        wanted.text.strip() or wanted.themes or wanted.talents or wanted.neighbourhoods or wanted.languages
    ):
        message = (
            "De vraag is leeg: geef een tekst, een thema of een talent. "
            "/ The request is empty: give a text, a theme or a talent."
        )
        raise InvalidInput(message)
    if wanted.kind is not None and wanted.kind not in list(RequestKind):
        kinds = ", ".join(RequestKind)
        message = (
            f"Onbekende soort vraag '{wanted.kind}'; kies uit: {kinds}. / Unknown kind; choose from: {kinds}."
        )
        raise InvalidInput(message)
    return Need(
        text=wanted.text,
        themes=tuple(resolve.theme(network, text) for text in wanted.themes),
        talents=tuple(resolve.talent(network, text) for text in wanted.talents),
        neighbourhoods=resolve.neighbourhoods(network, wanted.neighbourhoods),
        languages=frozenset(language.strip().casefold() for language in wanted.languages),
        kind=wanted.kind,
        asker=None,
    )


def _from_text(network: Network, need: Need, stored: RequestNode | None) -> Understood:
    """Fill what nobody filled in from the words of the text."""
    themes, talents, neighbourhoods = concepts_in(need.text, network)
    read = {
        name: found
        for name, found, given in (
            ("themes", themes, need.themes),
            ("talents", talents, need.talents),
            ("neighbourhoods", neighbourhoods, need.neighbourhoods),
        )
        if found and not given
    }
    filled = replace(
        need,
        themes=read.get("themes", need.themes),
        talents=read.get("talents", need.talents),
        neighbourhoods=read.get("neighbourhoods", need.neighbourhoods),
    )
    return Understood(filled, stored, need.text, tuple(read))


def shown(network: Network, understood: Understood) -> RequestAnswer:
    """Return the request as an answer repeats it, in labels."""
    need, stored = understood.need, understood.stored
    return RequestAnswer(
        id=stored.id if stored else None,
        key=stored.key if stored else None,
        title=stored.title if stored else None,
        text=understood.text if stored is None else stored.text or "",
        kind=need.kind,
        themes=tuple(network.themes[theme].label_nl for theme in need.themes if theme in network.themes),
        talents=tuple(
            network.talents[talent].label_nl for talent in need.talents if talent in network.talents
        ),
        neighbourhoods=tuple(_apart(network, need.neighbourhoods)),
        languages=tuple(sorted(need.languages)),
        from_text=understood.from_text,
    )


def _apart(network: Network, places: Sequence[str]) -> Iterator[str]:
    """Yield the names of neighbourhoods, with the district where several are called so."""
    named = Counter(node.name for node in network.neighbourhoods.values())
    for place in places:
        node = network.neighbourhoods.get(place)
        if node is not None:
            yield f"{node.name} ({node.district})" if named[node.name] > 1 and node.district else node.name
