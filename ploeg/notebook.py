"""The network in a notebook: networkx, data frames and answers of questions, from a store that is only read.

``docs/notebooks`` has one that uses it.  Data frames need pandas: ``pip install ploeg[notebook]``.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, SchemaMismatch
from graph.places import Places
from graph.schema import schema, stored_version
from graph.store import Store, StoreSettings
from ploeg.frames import frame
from ploeg.session import store_settings
from ploeg.settings import Settings
from queries.drawn import Drawing, EdgeKind, NodeKind
from queries.maps import drawing
from queries.pseudonyms import Pseudonyms
from queries.snapshots import Snapshots
from viz.networks import edge_attributes, networkx_graph, node_attributes

if TYPE_CHECKING:
    from pandas import DataFrame

    from viz.networks import Attributed

Answer = TypeVar("Answer")

PERSON = ("id", "label", "sector", "level", "neighbourhood", "district", "themes", "talents", "community", "ties",
          "betweenness", "x", "y")  # fmt: skip
TIE = ("from", "to", "weight")
COMMUNITY = ("community", "name_nl", "name_en", "people")


class ReadingStore(Store):
    """A store over which nothing can be written."""

    def write(self, city: str, work: Callable[..., Any]) -> NoReturn:
        """Raise :class:`~graph.errors.NotAllowed`."""
        raise _only_read()

    def define(self, text: str) -> NoReturn:
        """Raise :class:`~graph.errors.NotAllowed`."""
        raise _only_read()


class ReadNetwork:
    """What one viewer may see of the network on a day, under the same pseudonyms for as long as it is open.

    Everything comes from :func:`queries.maps.drawing` and the questions, so that the rules of docs/access.md hold.
    """

    def __init__(self, store: Store, viewer: Viewer, as_of: date | None) -> None:
        self._snapshots = Snapshots(store)
        self._pseudonyms = Pseudonyms()
        self.viewer = viewer
        self.as_of = as_of

    @cached_property
    def drawing(self) -> Drawing:
        """The network with its places on the map; its ``sheet`` says how to read it."""
        return drawing(
            self._snapshots,
            self.viewer,
            as_of=self.as_of,
            pseudonyms=self._pseudonyms,
            measured=True,
        )

    def graph(self) -> "Attributed":
        """Return it for networkx; see :func:`viz.networks.networkx_graph`."""
        return networkx_graph(self.drawing)

    def people(self) -> "DataFrame":
        """Return a row a person: columns :data:`PERSON`; communities count from 1, and who is in none has none."""
        drawn = self.drawing
        nodes = (node for node in drawn.nodes if node.kind is NodeKind.PERSON)
        return frame(({"id": node.id, **node_attributes(drawn, node)} for node in nodes), PERSON)

    def ties(self) -> "DataFrame":
        """Return a row a tie between people: columns :data:`TIE`, with the strength as weight; each pair once."""
        drawn = self.drawing
        return frame(
            (
                {
                    "from": drawn.nodes[edge.start].id,
                    "to": drawn.nodes[edge.end].id,
                    **edge_attributes(edge),
                }
                for edge in drawn.edges
                if edge.kind is EdgeKind.TIE
            ),
            TIE,
        )

    def communities(self) -> "DataFrame":
        """Return a row a community: columns :data:`COMMUNITY`, numbered as in :meth:`people`."""
        return frame(
            (
                {"community": number, "name_nl": one.name.nl, "name_en": one.name.en, "people": one.people}
                for number, one in enumerate(self.drawing.communities, 1)
            ),
            COMMUNITY,
        )

    def ask(self, question: Callable[..., Answer], **given: Any) -> Answer:
        """Return the answer of a question of :mod:`queries`, such as ``queries.bridging.bridging_analysis``.

        ``frame`` makes a data frame of any list in it.
        """
        if self.as_of is not None:
            given = {"as_of": self.as_of, **given}
        return question(self._snapshots, self.viewer, **given)

    def ask_people(self, question: Callable[..., Answer], **given: Any) -> Answer:
        """Return the answer of a question that tells of people, under the pseudonyms of :meth:`people`."""
        return self.ask(question, pseudonyms=self._pseudonyms, **given)


@contextmanager
def opened_for_reading(
    data: Path | str | None = None,
    *,
    role: Role | str = Role.RESEARCHER,
    city: str | None = None,
    as_of: date | None = None,
) -> Generator[ReadNetwork]:
    """Open a store that is there already, only to read.

    No schema is brought up to date and nothing is written in the log; the embedded engine may keep its own log and
    statistics.  Which role one takes is up to whoever can open the store: it decides what is taken out of it.

    Parameters
    ----------
    data
        Directory of the embedded store; ``PLOEG_DATA`` if not given. With ``PLOEG_DATABASE`` a Neo4j is read.
    role
        For whom: a researcher gets pseudonyms and who agrees to research.
    city
        ``PLOEG_CITY`` if not given.
    as_of
        The day of the ties; today if not given.

    Raises
    ------
    InvalidInput
        There is no store.
    SchemaMismatch
        It was made by another version of Ploeg.
    StoreUnavailable, EngineError
        It does not answer or does not start.

    Examples
    --------
    >>> with opened_for_reading("data", role="researcher") as network:  # doctest: +SKIP
    ...     people, ties = network.people(), network.ties()
    """
    given: dict[str, Any] = {
        name: value for name, value in (("data", data), ("city", city)) if value is not None
    }
    settings = Settings(**given)
    where = store_settings(settings)
    _require_store(where)
    with ReadingStore(where) as store:
        store.check()
        _require_version(store)
        yield ReadNetwork(store, Viewer(Role(role), settings.city), as_of)


def _require_store(where: StoreSettings) -> None:
    """Raise where there is no embedded store: opening it would make one, and that is writing."""
    if where.database == "embedded" and not Places(where.data).version.exists():
        message = (
            f"In {where.data} staan geen gegevens; geef de map die `ploeg doctor` noemt. "
            f"/ There are no data in {where.data}; give the directory that `ploeg doctor` names."
        )
        raise InvalidInput(message)


def _require_version(store: Store) -> None:
    found, own = stored_version(store), schema().version
    if found != own:
        message = (
            f"Deze gegevens hebben schema {found} en deze Ploeg kent {own}; draai eerst `ploeg doctor`, "
            f"of werk Ploeg bij. / These data have schema {found} and this Ploeg knows {own}; run "
            "`ploeg doctor` first, or update Ploeg."
        )
        raise SchemaMismatch(message)


def _only_read() -> NotAllowed:
    return NotAllowed(
        "Deze gegevens zijn geopend om te lezen; gebruik `ploeg` om iets te wijzigen. "
        "/ These data were opened to be read; use `ploeg` to change something."
    )


__all__ = ["ReadNetwork", "ReadingStore", "frame", "opened_for_reading"]
