"""Two published ways to infer trust along chains, to compare with: TidalTrust and MoleTrust.

Both walk from the source outwards, level by level, and keep only ties from one level to the next.  Trust is what
the people on the level before say of somebody, weighed by the trust in them.

- J. Golbeck, *Computing and applying trust in web-based social networks*, PhD thesis, University of Maryland, 2005,
  chapter 6: TidalTrust.
- P. Massa and P. Avesani, *Controversial users demand local trust metrics*, AAAI 2005, and *Trust metrics on
  controversial users*, Int. J. Semantic Web Inf. Syst. 3(1), 2007: MoleTrust.
"""

import itertools
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

MOLE_LEAST = 0.6
"""Trust under which MoleTrust does not listen to somebody, as its authors chose."""

Said = Mapping[int, float]


@dataclass(frozen=True)
class Certificates:
    """Who trusts whom how much: ``given[u][v]`` and the same turned round, ``received[v][u]``, in (0, 1]."""

    given: Mapping[int, Said]
    received: Mapping[int, Said]

    @staticmethod
    def of(rows: Iterable[tuple[int, int, float]]) -> "Certificates":
        """Collect rows of source, target, trust; the last of a pair counts, trust in oneself does not."""
        given: dict[int, dict[int, float]] = {}
        received: dict[int, dict[int, float]] = {}
        for source, target, trust in rows:
            if source != target:
                given.setdefault(source, {})[target] = trust
                received.setdefault(target, {})[source] = trust
        return Certificates(given, received)


def levels(neighbours: Mapping[int, Iterable[int]], source: int, most: int) -> list[set[int]]:
    """Return the people at 0, 1, … `most` ties from `source`; the last levels are left out when empty."""
    found = [{source}]
    seen = {source}
    while len(found) <= most:
        following = set().union(*(neighbours.get(one, ()) for one in found[-1])) - seen
        if not following:
            break
        seen |= following
        found.append(following)
    return found


def _distance(reached: list[set[int]], target: int) -> int | None:
    return next((distance for distance, level in enumerate(reached) if target in level), None)


def tidal_trust(certificates: Certificates, reached: list[set[int]], target: int) -> float | None:
    """Return the trust of the source in `target` over the strongest of the shortest chains.

    Parameters
    ----------
    certificates
        Without the one that is to be inferred.
    reached
        :func:`levels` over ``certificates.given`` from the source; as far as one is willing to look.
    target
        Somebody else than the source.

    Returns
    -------
    float or None
        In (0, 1]; the certificate itself where there is one; ``None`` where nobody reached knows the target.

    Notes
    -----
    The strength of a chain is its smallest rating, that of the target included; the threshold is that of the
    strongest shortest chain, and a rating below it is not listened to, except the last one, of the target itself.
    """
    distance = _distance(reached, target)
    if not distance:
        return None
    between = _between(certificates, reached, target, distance)
    flow = dict.fromkeys(between[0], 1.0)
    for one_level, following in itertools.pairwise(between):
        flow = {
            other: max(
                min(flow[one], certificates.given[one][other])
                for one in _raters(certificates, other, one_level)
            )
            for other in following
        }
    threshold = flow[target]
    inferred = {one: certificates.given[one][target] for one in between[distance - 1]}
    for level in reversed(between[: distance - 1]):
        inferred = _averages(certificates, level, inferred, threshold)
    return next(iter(inferred.values()), None)


def _between(
    certificates: Certificates, reached: list[set[int]], target: int, distance: int
) -> list[set[int]]:
    """Return, per level from the source on, those who stand on a shortest chain to the target."""
    chain = [{target}]
    for level in reversed(reached[:distance]):
        chain.append(set().union(*(_raters(certificates, other, level) for other in chain[-1])))
    return chain[::-1]


def _raters(certificates: Certificates, target: int, level: Set[int]) -> Set[int]:
    return certificates.received.get(target, {}).keys() & level


def _averages(
    certificates: Certificates, level: Set[int], inferred: Mapping[int, float], threshold: float
) -> dict[int, float]:
    found: dict[int, float] = {}
    for one in level:
        said = certificates.given[one]
        heard = [
            (said[other], inferred[other])
            for other in said.keys() & inferred.keys()
            if said[other] >= threshold
        ]
        if heard:
            found[one] = sum(weight * trust for weight, trust in heard) / sum(weight for weight, _ in heard)
    return found


def mole_trust(
    certificates: Certificates,
    reached: list[set[int]],
    target: int,
    *,
    horizon: int,
    least: float = MOLE_LEAST,
) -> float | None:
    """Return the trust of the source in `target`, from everyone one level nearer who is trusted enough.

    Parameters
    ----------
    certificates, reached, target
        As for :func:`tidal_trust`.
    horizon
        Number of ties beyond which nobody is reached.
    least
        Somebody trusted less than this is not listened to.

    Returns
    -------
    float or None
        In (0, 1]; ``None`` beyond the horizon, or where nobody who knows the target is trusted enough.
    """
    distance = _distance(reached, target)
    if not distance or distance > horizon:
        return None
    between = _between(certificates, reached, target, distance)
    trust = dict.fromkeys(between[0], 1.0)
    for following in between[1:]:
        heard = {one for one, value in trust.items() if value >= least}
        trust = {
            other: _weighed(certificates.received[other], trust, raters)
            for other in following
            if (raters := _raters(certificates, other, heard))
        }
    return trust.get(target)


def _weighed(received: Said, trust: Mapping[int, float], raters: Set[int]) -> float:
    return sum(trust[one] * received[one] for one in raters) / sum(trust[one] for one in raters)
