"""``docs/access.md`` as the tests read it: which role gets what from which address or command."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.access import Role

PAGE = Path(__file__).parents[1] / "docs" / "access.md"
NO, NOBODY, PUBLIC, PEOPLE, CONNECTOR, FIGURES, PSEUDONYMS, OWN, OWN_DATA, ACCOUNTS, EVERYONE = WORDS = (
    "nee / no",
    "niemand / nobody",
    "openbaar / public",
    "openbare mensen / public people",
    "eerste schakel / first connector",
    "cijfers / figures",
    "schuilnamen / pseudonyms",
    "eigen account / own account",
    "eigen gegevens / own data",
    "accounts / accounts",
    "iedereen / everyone",
)


def rows(heading: str) -> Iterator[list[str]]:
    """Yield the rows of the table under a heading, its own heading row first."""
    _, _, after = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    section = after.partition("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("|") and not line.startswith("|---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def expectations(heading: str) -> Mapping[str, Mapping[Role, str]]:
    """Return what each role may expect, by address or command."""
    (_, _, *roles), *lines = rows(heading)
    found: dict[str, dict[Role, str]] = {}
    for name, says, *cells in lines:
        what = name.strip("`")
        assert what not in found, f"{what} stands twice in {PAGE.name}"
        assert " / " in says, f"{what} is not explained in Dutch and in English"
        assert len(cells) == len(roles), f"{what} has {len(cells)} cells"
        found[what] = {Role(role): cell for role, cell in zip(roles, cells, strict=True)}
    return found
