"""Who might get to know whom: people who agree to be proposed, and a connector who agrees to introduce them.

Nobody else is in it, not even in the distances that order it: they are taken over the ties among these people alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.access import Question, Role, Viewer, connectors, matchable
from graph.analytics.communities import Progress
from graph.analytics.graphs import people_graph
from graph.analytics.paths import connector_factors
from graph.analytics.weavable import Weaving, ties_among
from graph.analytics.weaving import Suggestion, suggestions
from graph.errors import InvalidInput
from graph.network import ConceptNode, Positions
from queries.analysis_answers import SuggestionsAnswer, SuggestionShown, about, with_sentences
from queries.basis import Based, based, day_for
from queries.figures import figure
from queries.held import Snapshot
from queries.phrases import Words, label_words
from queries.pseudonyms import Pseudonyms, Telling
from queries.snapshots import Snapshots
from queries.suggestions_words import suggestion_words, suggestions_words

MOST = 200
GAIN_DECIMALS = 9


@dataclass(frozen=True)
class _Found:
    """Suggestions and whom they are numbered among."""

    of: Based
    pairs: tuple[Suggestion, ...]


def suggestions_analysis(
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    as_of: date | None = None,
    progress: Progress | None = None,
    k: int = 20,
    pseudonyms: Pseudonyms | None = None,
) -> SuggestionsAnswer:
    """Return who might get to know whom, at most `k` pairs.

    Both agree to be proposed for a request about anything, and the one between them to be asked on behalf of the
    coordinator about anything; for a researcher all three agree to research too.  Who named themes that they want to
    be asked about is in none: a suggestion is not bound to one.

    Raises
    ------
    NotAllowed
    InvalidInput
        `k` is not within 1 and :data:`MOST`.
    Stopped
        By `progress`.
    """
    viewer.require(Question.ANALYSE_PEOPLE)
    if not 1 <= k <= MOST:
        message = (
            f"Het aantal voorstellen is {k}; verwacht 1 tot {MOST}. "
            f"/ The number of suggestions is {k}; expected 1 to {MOST}."
        )
        raise InvalidInput(message)
    # People are named, so whoever withdrew must be out of it already, for every role.
    snapshot = snapshots.rebuilt(viewer.city)
    of = based(snapshot, viewer, day_for(viewer, as_of))
    found = snapshot.keep(
        ("suggestions", of.basis, of.day, of.today, k), lambda: _found(snapshot, of, k, progress)
    )
    telling = Telling(found.of, viewer, pseudonyms or Pseudonyms())
    shown = tuple(_shown(rank, pair, found.of, telling) for rank, pair in enumerate(found.pairs, start=1))
    said = about("suggestions", found.of, viewer, (figure("suggestions", len(shown)),), {"k": k})
    answer = SuggestionsAnswer(said, shown)
    return replace(answer, about=with_sentences(said, suggestions_words(answer)))


def _found(snapshot: Snapshot, of: Based, k: int, progress: Progress | None) -> _Found:
    network, now = of.network, snapshot.standing(of.today)
    asking = Viewer(Role.COORDINATOR, network.city)
    ends = matchable(now, asking, None) & of.who
    middle = connectors(network, now, asking, None) & of.who
    who = ends | middle
    among = replace(of, who=who, graph=people_graph(of.ties, who))
    ties = ties_among(of.ties, who)
    weaving = Weaving(
        ties=ties,
        graph=among.graph,
        group=among.sector,
        ends=ends[who],
        factors=connector_factors(ties, middle[who], network.load[who]),
        themes=among.attributes(*_held(among, network.themes, lambda at: network.people[at].themes)),
        talents=among.attributes(*_held(among, network.talents, lambda at: network.people[at].talents)),
        apart=_apart(among),
    )
    return _Found(among, suggestions(weaving, k, progress=progress))


def _held(
    of: Based, tree: Mapping[str, ConceptNode], having: Callable[[int], tuple[tuple[str, int | None], ...]]
) -> tuple[dict[int, tuple[int, ...]], int]:
    """Return the columns that each person has, and how many columns there are."""
    column = {identity: at for at, identity in enumerate(sorted(tree))}
    held = {
        at: tuple(column[identity] for identity, _ in having(at) if identity in column)
        for at in of.people.tolist()
    }
    return held, len(column)


def _apart(of: Based) -> Positions:
    """Return the pairs of whom one does not want to be asked about the other, as keys of nodes."""
    people, nodes = max(len(of.who), 1), max(of.graph.nodes, 1)
    one, other = of.node[of.network.apart // people], of.node[of.network.apart % people]
    inside = (one >= 0) & (other >= 0)
    return np.sort(one[inside] * nodes + other[inside])


def _shown(rank: int, pair: Suggestion, of: Based, telling: Telling) -> SuggestionShown:
    one, other, through = (telling.shown(node) for node in (pair.one, pair.other, pair.through))
    network = of.network
    person, another = (network.people[int(of.people[node])] for node in (pair.one, pair.other))
    shared = {theme for theme, _ in person.themes} & {theme for theme, _ in another.themes}
    has, brings = ({talent for talent, _ in each.talents} for each in (person, another))
    themes, talents = _labels(shared, network.themes), _labels(has ^ brings, network.talents)
    return SuggestionShown(
        rank=rank,
        one=one,
        other=other,
        through=through,
        shared=themes,
        complements=talents,
        value=pair.value,
        gain=round(pair.gain, GAIN_DECIMALS),
        words=suggestion_words(
            through.name,
            themes,
            _labels(has - brings, network.talents),
            _labels(brings - has, network.talents),
        ),
    )


def _labels(identities: set[str], tree: Mapping[str, ConceptNode]) -> tuple[Words, ...]:
    """Return labels in alphabetical order."""
    known = sorted((tree[each].label_nl, each) for each in identities if each in tree)
    return tuple(label_words(tree[each]) for _, each in known)
