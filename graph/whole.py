"""Everything that a store holds, taken out and put in again, whatever city it is of: what a back-up is made of.

Names of labels and relations are those of ``schema.yaml`` and stand in the texts; values travel as parameters.
Sign-ins that run, and links that work once, are left out: nobody is let in by them after a restore.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from graph.errors import Conflict, InvalidInput
from graph.schema import MIGRATIONS, schema
from graph.store import Store, Transaction

LEFT_OUT = frozenset({"SchemaVersion", "Revision", "Session", "Link"})
"""Labels that are not taken along as things: the version and the revisions are noted apart."""

ONE_A_CITY = frozenset({"AuditHead"})
"""Labels of which there is one a city, which may be there already in a store that is empty otherwise."""

OWNED = "GAVE"
"""The relation to things that are found from where they hang only, so they are made together with it."""

ENDS = ("start", "end", "properties")
CHUNK = 1000
EVERY_STORE = "*restore"
"""The lock under which everything is put in."""

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some things of a label, each its properties; or some relations, each its two ends and its properties."""

    of: tuple[str, ...]
    rows: list[Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is taken in one go: a label alone, or the label, relation and label of relations."""

    of: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """How it is matched."""
        if len(self.of) == 1:
            return f"(n:{self.of[0]})"
        start, relation, end = self.of
        return f"(a:{start})-[r:{relation}]->(b:{end})"

    @property
    def columns(self) -> str:
        """What is taken of each."""
        if len(self.of) == 1:
            return "properties(n) AS properties"
        end = "properties(b)" if self.of[1] == OWNED else "b.id"
        return f"a.id AS start, {end} AS end, properties(r) AS properties"

    @property
    def putting(self) -> str:
        """How rows of it are put in."""
        if len(self.of) == 1:
            (label,) = self.of
            made = f"MERGE (n:{label} {{city: row.city}})" if label in ONE_A_CITY else f"CREATE (n:{label})"
            return f"UNWIND $rows AS row {made} SET n = row RETURN count(n) AS made"
        start, relation, end = self.of
        if relation == OWNED:
            return (
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) CREATE (a)-[r:{relation}]->(b:{end}) "
                "SET b = row.end RETURN count(b) AS made"
            )
        return (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"CREATE (a)-[r:{relation}]->(b) SET r = row.properties RETURN count(r) AS made"
        )


def kinds() -> tuple[Kind, ...]:
    """Return what a store is taken out in: things first, then what lies between them."""
    known = schema()
    owned = {end for relation in known.relations if relation.name == OWNED for end in relation.end}
    labels = [(label.name,) for label in known.labels if label.name not in LEFT_OUT | owned]
    between = [
        (start, relation.name, end)
        for relation in known.relations
        for start in relation.start
        for end in relation.end
    ]
    return tuple(Kind(of) for of in (*labels, *between))


def hold_all(transaction: Transaction) -> None:
    """Let nobody else write to any city until the transaction ends."""
    transaction.run("MATCH (r:Revision) SET r.lock = $token", {"token": secrets.token_hex(8)})


def take_out(transaction: Transaction, *, told: Told) -> Iterator[Rows]:
    """Yield all of it, as it stands at one moment where :func:`hold_all` came first.

    Parameters
    ----------
    told
        Called with the share that is done.
    """
    yield Rows(
        ("Revision",),
        transaction.run("MATCH (r:Revision) RETURN r.city AS city, r.number AS number ORDER BY city"),
    )
    every = kinds()
    counts = [transaction.run(f"MATCH {kind.pattern} RETURN count(*) AS n")[0]["n"] for kind in every]
    total, done = max(sum(counts), 1), 0
    for kind in every:
        found = transaction.stream(f"MATCH {kind.pattern} RETURN {kind.columns}")
        rows = (_plain(kind, row) for row in found)
        while some := list(islice(rows, CHUNK)):
            yield Rows(kind.of, some)
            done += len(some)
            told(min(done / total, 1.0))


def _plain(kind: Kind, row: dict[str, Any]) -> Any:
    return row["properties"] if len(kind.of) == 1 else [row["start"], row["end"], row["properties"]]


def put_in(store: Store, read: Callable[[], Iterable[Rows]], version: int) -> int:
    """Put all of it into a store that is empty; returns how many things and relations there are then.

    Parameters
    ----------
    read
        Gives all of it from the beginning; called again where the store asks for that.
    version
        Version of the schema that it was taken out under.

    Raises
    ------
    InvalidInput
        The store is not empty.
    StoreError
    """
    made = store.write(EVERY_STORE, partial(_put, read=read))
    for number in range(version, schema().version):
        MIGRATIONS[number](store)
    return made


def _put(transaction: Transaction, read: Callable[[], Iterable[Rows]]) -> int:
    (there,) = transaction.run(
        "MATCH (n) WHERE NOT (n:SchemaVersion OR n:Revision OR n:AuditHead) RETURN count(n) AS n"
    )
    if there["n"]:
        message = (
            "In deze gegevensbank staat al iets, en dat wordt niet overschreven. Zet de back-up terug in een nieuwe "
            "map: ploeg restore BESTAND --data NIEUWE_MAP. / This store holds something already, and that is not "
            "written over. Put the backup into a new directory: ploeg restore FILE --data NEW_DIRECTORY."
        )
        raise InvalidInput(message)
    known = {kind.of: kind for kind in kinds()}
    total = 0
    for part in read():
        if part.of == ("Revision",):
            transaction.run(
                "UNWIND $rows AS row MERGE (r:Revision {city: row.city}) SET r.number = row.number",
                {"rows": part.rows},
            )
            continue
        rows = part.rows if len(part.of) == 1 else [dict(zip(ENDS, row, strict=True)) for row in part.rows]
        (made,) = transaction.run(known[part.of].putting, {"rows": rows})
        if made["made"] != len(part.rows):
            message = (
                f"De back-up past niet in elkaar bij {' '.join(part.of)}; er is niets teruggezet. Neem een andere. "
                f"/ The backup does not hold together at {' '.join(part.of)}; nothing was put back. Take another one."
            )
            raise Conflict(message)
        total += len(part.rows)
    return total
