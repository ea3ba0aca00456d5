"""Who somebody is to a viewer: a name, or a pseudonym that tells nothing and holds for a while only."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date

from graph.access import Role, Viewer
from queries.basis import Based

SIGNS = 10
"""Of base 32, 50 bits: two of 100,000 people share one with a chance of one in 200,000."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody in an answer. For who sees no names ``id`` and ``name`` are a pseudonym, and ``key`` is empty."""

    id: str
    key: str | None
    name: str
    sector: str | None
    place: str | None


class Pseudonyms:
    """Pseudonyms under one secret: the same person has the same one, and another secret gives another.

    Keyed hashing (HMAC-SHA-256): who has no secret can't try out ids (Article 29 Working Party, Opinion 05/2014 on
    anonymisation techniques, section 4).
    """

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)

    def of(self, identity: str) -> str:
        """Return the pseudonym of somebody by their id."""
        digest = hmac.new(self._secret, identity.encode(), hashlib.sha256).digest()
        return f"p-{base64.b32encode(digest).decode('ascii').lower()[:SIGNS]}"


class DailyPseudonyms:
    """Pseudonyms for one account on one day (UTC), as long as this process runs.

    Whoever asks over HTTP asks one question after another and reads the answers together: who connects, and who
    might get to know whom. So somebody has the same pseudonym in all of them. A day of work is as far as that goes:
    what two accounts saw can't be joined, nor what one saw on two days, from which ties that come and go would make
    somebody known. The secret is kept nowhere, so that after a restart nobody finds back who a pseudonym was, not
    even whoever runs Ploeg.
    """

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def of(self, viewer: Viewer, day: date) -> Pseudonyms:
        """Return the pseudonyms for whoever asks on a day."""
        whose = "\n".join((viewer.city, viewer.role, viewer.actor, day.isoformat()))
        return Pseudonyms(hmac.new(self._secret, whose.encode(), hashlib.sha256).digest())


class Telling:
    """Tells somebody in the way that one viewer may hear of them."""

    def __init__(self, based: Based, viewer: Viewer, pseudonyms: Pseudonyms) -> None:
        self._based = based
        self._named = viewer.role is Role.COORDINATOR
        self._pseudonyms = pseudonyms

    def shown(self, node: int) -> Shown:
        """Return who a node of the graph is: with neighbourhood for the coordinator, with district for others."""
        network = self._based.network
        person = network.people[int(self._based.people[node])]
        places = [
            network.neighbourhoods[each] for each in person.neighbourhoods if each in network.neighbourhoods
        ]
        if self._named:
            place = places[0].name if places else None
            return Shown(person.id, person.key, person.name, person.sector, place)
        name = self._pseudonyms.of(person.id)
        districts = sorted({place.district for place in places if place.district})
        return Shown(name, None, name, person.sector, districts[0] if districts else None)
