"""The pages about commands and settings, from the commands and the settings themselves.

``docs/cli.md`` and ``docs/settings.md`` hold what these functions give; a test compares them.
"""

from collections.abc import Iterator, Sequence
from inspect import cleandoc
from typing import Any

from pydantic_core import PydanticUndefined
from typer.core import TyperArgument, TyperGroup, TyperOption

from ploeg.options import SHARED
from ploeg.settings import Settings

_CLI = """\
# Commands

Made from the commands themselves: `ploeg COMMAND --help` says the same.

- Wherever a person, a request or a theme is meant, its id, its key from the table it came from, or its name will do
  as long as one thing only carries it.
- Exit code 0: done. 1: there is no answer, or what was given is wrong; the message says what to do. 2: the command
  was typed wrongly. 130: stopped with Ctrl-C.
- `--json` prints the answer on standard output with the keys of the HTTP API ([api.md](api.md)). What goes wrong is
  then a JSON object on standard error: `{"code": "unknown_thing", "detail": "Dutch / English"}`.
- Screens are in Dutch; `--lang en` or `PLOEG_LANG=en` makes them English.
- A progress bar shows on long work where standard error is a terminal.

These options go with every command, before or after its name; they count above the [settings](settings.md):
"""

_SETTINGS = """\
# Settings

A setting comes, in this order, from an option of the command, from a variable in the environment, from a line in a
file `.env` in the folder one works in, or from the default below.

| variable | default | meaning |
|---|---|---|
"""


def cli_markdown(group: TyperGroup) -> str:
    """Return docs/cli.md for the commands of `group`."""
    shared = [option for option in group.params if option.name in SHARED]
    parts = [_CLI, *(_option(option) for option in shared if isinstance(option, TyperOption)), ""]
    for name, command in _commands(group, ("ploeg",)):
        own = [parameter for parameter in command.params if parameter.name not in SHARED and parameter.name != "help"]
        parts += [f"## `{name}`", "", *_help(command.help or ""), ""]
        parts += ["```", _usage(name, own), "```", ""]
        lines = [_argument(item) if isinstance(item, TyperArgument) else _option(item) for item in own]
        parts += [*lines, ""] if lines else []
    return "\n".join(parts).rstrip() + "\n"


def settings_markdown() -> str:
    """Return docs/settings.md."""
    rows: list[str] = []
    for name, field in Settings.model_fields.items():
        default = "the platform's folder for data" if field.default is PydanticUndefined else _shown(field.default)
        rows.append(f"| `PLOEG_{name.upper()}` | {default} | {field.description} |")
    return _SETTINGS + "\n".join(rows) + "\n"


def _shown(default: object) -> str:
    text = str(default)
    return f"`{text}`" if text else "empty"


def _commands(group: TyperGroup, above: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _commands(command, (*above, name))
        else:
            yield " ".join((*above, name)), command


def _help(text: str) -> list[str]:
    """Return a command's help with its example as code."""
    return [
        f"Example: `{line.removeprefix('Example: ')}`" if line.startswith("Example: ") else line
        for line in cleandoc(text).splitlines()
    ]


def _usage(name: str, own: Sequence[Any]) -> str:
    shown = [item.human_readable_name.upper() for item in own if isinstance(item, TyperArgument)]
    required = [
        word if item.required else f"[{word}]"
        for word, item in zip(shown, (each for each in own if isinstance(each, TyperArgument)), strict=True)
    ]
    options = [" [OPTIONS]"] if any(isinstance(item, TyperOption) for item in own) else []
    return "".join([name, *options, *(f" {word}" for word in required)])


def _argument(item: TyperArgument) -> str:
    return f"- `{item.human_readable_name.upper()}`: {_meaning(item)}"


def _option(item: TyperOption) -> str:
    names = ", ".join(f"`{name}`" for name in (*item.opts, *item.secondary_opts))
    default = item.default
    known = default is not None and default != () and not item.is_flag
    return f"- {names}: {_meaning(item)}" + (f" Default: {_shown(default)}." if known and default != "" else "")


def _meaning(item: Any) -> str:
    choices = getattr(item.type, "choices", None)
    words = ", ".join(f"`{getattr(choice, 'value', choice)}`" for choice in choices or ())
    return f"{item.help}" + (f" One of {words}." if words else "")
