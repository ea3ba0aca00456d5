"""``doctor``, ``schema`` and ``version``.

What a command works with is imported when it runs, so that help shows at once.
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.words import say

if TYPE_CHECKING:
    from ploeg.screen import Screen


@command("Kijk of alles werkt, en zeg wat te doen waar dat niet zo is.")
def doctor_command(context: Context) -> None:
    """Look whether everything works, and say what to do where it does not.

    Example: ploeg doctor
    """
    from ploeg.checkup import State, checkup

    screen = context.screen
    found = checkup(context.settings)
    if screen.as_json:
        checks = [
            {"name": check.name, "state": str(check.state), "nl": check.nl, "en": check.en} for check in found
        ]
        screen.json({"checks": checks})
    else:
        said = {
            State.OK: screen.pick("goed", "fine"),
            State.WARN: screen.pick("let op", "warning"),
            State.FAIL: screen.pick("fout", "wrong"),
        }
        columns = [screen.pick("wat", "what"), "", screen.pick("gevonden", "found")]
        screen.table(columns, [[check.name, said[check.state], screen.words(check)] for check in found])
    if any(check.state is State.FAIL for check in found):
        raise typer.Exit(1)


@command("Toon wat er in een gegevensbank staat: labels, eigenschappen, relaties.")
def schema_command(
    context: Context,
    markdown: Annotated[
        bool,
        typer.Option("--markdown", help=say("Toon het als docs/schema.md.", "Print it as docs/schema.md.")),
    ] = False,
) -> None:
    """Show what stands in a store: labels, properties, relations.

    Example: ploeg schema --markdown
    """
    from dataclasses import asdict

    from graph.schema import schema, schema_markdown

    if context.screen.as_json:
        context.screen.json(asdict(schema()))
    elif markdown:
        sys.stdout.write(schema_markdown())
    else:
        _show_schema(context.screen)


def _show_schema(screen: "Screen") -> None:
    from graph.schema import schema

    properties = screen.pick("eigenschappen", "properties")
    screen.table(
        ["label", screen.pick("Nederlands", "Dutch"), properties],
        [
            [label.name, label.nl, ", ".join(item.name for item in label.properties)]
            for label in schema().labels
        ],
    )
    screen.table(
        [screen.pick("relatie", "relation"), screen.pick("van → naar", "from → to"), properties],
        [
            [
                relation.name,
                f"{', '.join(relation.start)} → {', '.join(relation.end)}",
                ", ".join(item.name for item in relation.properties),
            ]
            for relation in schema().relations
        ],
    )


@command("Toon de versie.")
def version_command(context: Context) -> None:
    """Show the version.

    Example: ploeg version
    """
    from importlib.metadata import version

    from graph.schema import schema

    if context.screen.as_json:
        context.screen.json({"version": version("ploeg"), "schema": schema().version})
    line = f"Ploeg {version('ploeg')}, schema {schema().version}"
    context.screen.say(line, line)
