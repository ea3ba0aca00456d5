"""A made-up list of people, drawn with a seed: households, fathers and sons, namesakes in one neighbourhood.

First and family names are drawn apart, as often as they occur in Flanders (Statbel 2022), so every person is made up.
"""

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from evaluation.data import shared
from graph.model import Key, PersonRow
from ingest.folding import fold, squash

_HOSTS = ("example.org", "example.com", "post.example.net", "mail.example.org", "example.net")
_ELSEWHERE = (
    "El Amrani", "Ben Salah", "El Idrissi", "Ould Ahmed", "Yılmaz", "Öztürk", "Çelik", "Núñez", "García López",
    "da Silva", "dos Santos", "Nguyễn", "Kowalska", "Diallo", "Traoré", "Ait Taleb", "Bouzid", "Lefèvre", "Dupré",
    "Van den Berghe", "Van der Auwera", "Vander Elst", "Van de Velde", "Vandenbroucke", "Van den Broeck", "D'Hondt",
    "D'hooghe", "'t Jolle", "Ter Stal", "Vanden Bossche", "Van Ginderachter", "De Waele", "Uyttersprot",
)  # fmt: skip
_ACCENTED = (
    "José",
    "René",
    "Zoë",
    "Chloë",
    "Noémie",
    "André",
    "Loïc",
    "Anaïs",
    "Daniël",
    "Michaël",
    "Işıl",
    "Raphaël",
)


@dataclass(frozen=True)
class Names:
    """Names with how often they occur, added up."""

    names: tuple[str, ...]
    upto: tuple[int, ...]

    @classmethod
    def of(cls, rows: Sequence[tuple[str, int]]) -> "Names":
        """Return names with their counts added up."""
        return cls(tuple(name for name, _ in rows), tuple(accumulate(count for _, count in rows)))

    def draw(self, dice: random.Random) -> str:
        """Return a name as often as it occurs."""
        return dice.choices(self.names, cum_weights=self.upto)[0]


@dataclass(frozen=True)
class Listed:
    """A person of the list; ``given`` and ``family`` are what the name is made of."""

    given: str
    family: str
    row: PersonRow


def _tables() -> dict[str, Names]:
    found: dict[str, list[tuple[str, int]]] = {}
    with shared("names", "statbel_2022_flanders_top500.csv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            found.setdefault(line["soort"], []).append((line["naam"], int(line["aantal"])))
    rarer: list[tuple[str, int]] = []
    with shared("names", "statbel_2022_first_names_30plus.csv").open(encoding="utf-8") as file:
        rarer = [(line["name_detected"], int(float(line["n_tot"]))) for line in csv.DictReader(file)]
    found["rarer"] = rarer
    return {kind: Names.of(rows) for kind, rows in found.items()}


def _family(dice: random.Random, tables: dict[str, Names]) -> str:
    drawn = dice.random()
    if drawn < 0.12:
        return dice.choice(_ELSEWHERE)
    if drawn < 0.45:  # the five hundred commonest cover a third of Flanders; the long tail is made from parts
        return _from_parts(dice)
    return tables["last_names"].draw(dice)


_HEADS = ("", "", "", "Van ", "Van", "Van den ", "Vanden", "Van der ", "De ", "Ver", "Op de ")
_STEMS = (
    "haeg", "lind", "broek", "poort", "steen", "meul", "kerck", "eyck", "wouter", "gheyn", "roos", "brugg", "velt",
    "dael", "hoek", "berk", "kouter", "schild", "beemd", "zand", "putt", "weyd", "driess", "molen", "sluys", "bosch",
)  # fmt: skip
_TAILS = (
    "mans",
    "aert",
    "s",
    "ens",
    "en",
    "e",
    "inck",
    "hout",
    "man",
    "ers",
    "ghem",
    "broeck",
    "veld",
    "hoven",
    "",
)


def _from_parts(dice: random.Random) -> str:
    head, stem, tail = dice.choice(_HEADS), dice.choice(_STEMS), dice.choice(_TAILS)
    middle = dice.choice(("", "", "er", "el"))
    name = stem + middle + tail
    return head + (name if head and not head.endswith(" ") else name.capitalize())


def _given(dice: random.Random, tables: dict[str, Names]) -> str:
    drawn = dice.random()
    if drawn < 0.03:
        return dice.choice(_ACCENTED)
    if drawn < 0.2:
        return tables["rarer"].draw(dice)
    return tables["first_names_male" if drawn < 0.6 else "first_names_female"].draw(dice)


def phone_of(dice: random.Random, *, mobile: bool) -> str:
    """Return a made-up number in one of the ways people write it."""
    if not mobile:
        return f"03 {dice.randrange(200, 899)} {dice.randrange(100):02} {dice.randrange(100):02}"
    digits = f"4{dice.choice('6789')}{dice.randrange(10)}{dice.randrange(10**6):06}"
    spaced = f"{digits[:3]} {digits[3:5]} {digits[5:7]} {digits[7:]}"
    return dice.choice((f"0{digits}", f"0{spaced}", f"+32 {spaced}", f"0032{digits}"))


def mail_of(dice: random.Random, given: str, family: str) -> str:
    """Return a made-up address that mostly tells the name."""
    first, last, host = fold(given).replace(" ", ""), squash(family), dice.choice(_HOSTS)
    number = dice.randrange(1, 99)
    user = dice.choice(
        (f"{first}.{last}", f"{first}.{last}", f"{first}{last}", f"{first[:1]}.{last}", f"{first}{number}",
         f"{last}.{first}", f"{first}.{last}{number}", f"bloem{number}{dice.randrange(99)}")
    )  # fmt: skip
    return f"{user}@{host}"


class Town:
    """Draws people of one town."""

    def __init__(self, dice: random.Random, people: int) -> None:
        self.dice, self.tables = dice, _tables()
        self.places = [Key(f"w{at}") for at in range(max(12, people // 150))]
        self.groups = [Key(f"o{at}") for at in range(max(10, people // 25))]
        self.made = 0

    def listed(self, given: str, family: str, place: Key, **shared_with: str | None) -> Listed:
        """Return a person; what is not shared is drawn."""
        dice = self.dice
        self.made += 1
        email = mail_of(dice, given, family) if dice.random() < 0.72 else None
        phone = phone_of(dice, mobile=dice.random() < 0.75) if dice.random() < 0.62 else None
        groups = dice.sample(self.groups, dice.choices((0, 1, 2), (45, 40, 15))[0])
        row = PersonRow(
            Key(f"p{self.made:06}"),
            f"{given} {family}",
            email=shared_with.get("email", email),
            phone=shared_with.get("phone", phone),
            neighbourhoods=(place,) if dice.random() < 0.85 else (),
            organisations=tuple(groups),
        )
        return Listed(given, family, row)

    def anyone(self) -> Listed:
        """Return somebody."""
        place = self.dice.choice(self.places)
        return self.listed(_given(self.dice, self.tables), _family(self.dice, self.tables), place)

    def household(self) -> Iterator[Listed]:
        """Yield two to four people of one surname and phone; some share an address, some have near first names."""
        dice, family, place = self.dice, _family(self.dice, self.tables), self.dice.choice(self.places)
        phone = phone_of(dice, mobile=dice.random() < 0.3)
        email = (
            f"{squash(family)}{dice.randrange(99)}@{dice.choice(_HOSTS)}" if dice.random() < 0.35 else None
        )
        given = [_given(dice, self.tables)]
        for _ in range(dice.choice((1, 1, 2, 3))):
            given.append(self._sibling(given[0]))
        for name in dict.fromkeys(given):
            extra = {"phone": phone, **({"email": email} if email else {})}
            yield self.listed(name, family, place, **extra)

    def _sibling(self, name: str) -> str:
        """Return another first name, one time in five among the nearest in spelling."""
        first = _given(self.dice, self.tables)
        if self.dice.random() > 0.2:
            return first
        pool = {_given(self.dice, self.tables) for _ in range(60)} - {name}
        return max(
            sorted(pool),
            key=lambda other: len(set(other.casefold()) & set(name.casefold())) - abs(len(other) - len(name)),
        )

    def father_and_son(self) -> tuple[Listed, Listed]:
        """Return two of one name and phone; half the time the list says who is who."""
        phone = phone_of(self.dice, mobile=False)
        father = self.anyone()
        father = replace(father, row=replace(father.row, phone=phone))
        place = (father.row.neighbourhoods or (self.places[0],))[0]
        son = self.listed(
            father.given,
            father.family,
            place,
            phone=self.dice.choice((phone, None, phone_of(self.dice, mobile=True))),
        )
        mark = self.dice.choice((" jr.", " junior", "", ""))
        return father, replace(son, row=replace(son.row, name=son.row.name + mark))

    def namesake(self, of: Listed) -> Listed:
        """Return another person of the same name in the same neighbourhood."""
        place = (of.row.neighbourhoods or (self.dice.choice(self.places),))[0]
        return self.listed(of.given, of.family, place)


def town(people: int, dice: random.Random) -> list[Listed]:
    """Return `people` made-up people: 12% in households, 1% fathers and sons, 1% namesakes near by."""
    drawn, made = Town(dice, people), list[Listed]()
    while len(made) < people:
        kind = dice.random()
        if kind < 0.05:
            made.extend(drawn.household())
        elif kind < 0.055:
            made.extend(drawn.father_and_son())
        elif kind < 0.065 and made:
            made.append(drawn.namesake(dice.choice(made)))
        else:
            made.append(drawn.anyone())
    return made[:people]
