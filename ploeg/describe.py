"""The pages about commands and settings, from the commands and the settings themselves.

``docs/cli.md`` and ``docs/settings.md`` hold what these functions give; a test compares them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from inspect import Parameter, cleandoc, signature
from typing import Literal, get_args, get_origin

import typer
from pydantic_core import PydanticUndefined
from typer.models import ArgumentInfo, OptionInfo

from ploeg.options import SHARED
from ploeg.settings import Settings
from ploeg.words import Said

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


def cli_markdown(app: typer.Typer) -> str:
    """Return docs/cli.md for the commands of `app`."""
    parts = [_CLI, *(_line(Given.of(name, kind, None)) for name, kind in SHARED.items()), ""]
    for name, function in commands(app):
        own = parameters(function)
        parts += [f"## `{name}`", "", *_help(function), "", "```", _usage(name, own), "```", ""]
        parts += [*(_line(given) for given in own), ""] if own else []
    return "\n".join(parts).rstrip() + "\n"


def settings_markdown() -> str:
    """Return docs/settings.md."""
    rows = [
        f"| `PLOEG_{name.upper()}` | {_default(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return _SETTINGS + "\n".join(rows) + "\n"


@dataclass(frozen=True, slots=True)
class Given:
    """An argument or an option of a command."""

    names: tuple[str, ...]
    argument: bool
    required: bool
    default: object
    help: str
    choices: tuple[str, ...]

    @classmethod
    def of(cls, name: str, annotation: object, default: object) -> "Given":
        """Read one from the name, the annotation and the default of a command's parameter."""
        kind, found = get_args(annotation)[:2]
        argument = isinstance(found, ArgumentInfo)
        assert argument or isinstance(found, OptionInfo)
        usual = found.metavar or name.upper() if argument else f"--{name.replace('_', '-')}"
        # In an annotation the first name of an option stands where its default used to.
        declared = (found.default, *(found.param_decls or ())) if isinstance(found.default, str) else (usual,)
        names = (usual,) if argument else declared
        return cls(names, argument, default is Parameter.empty, default, english(found.help), _choices(kind))


def commands(
    app: typer.Typer, above: Sequence[str] = ("ploeg",)
) -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield every command with its whole name, those of a group after the others."""
    for command in app.registered_commands:
        assert command.name is not None
        assert command.callback is not None
        yield " ".join((*above, command.name)), command.callback
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from commands(group.typer_instance, (*above, str(group.name)))


def parameters(function: Callable[..., object]) -> list[Given]:
    """Return what a command takes besides the options that every command takes."""
    return [
        Given.of(name, parameter.annotation, parameter.default)
        for name, parameter in signature(function).parameters.items()
        if name not in SHARED
    ]


def english(text: str | None) -> str:
    """Return the English of a help text, whatever the language of this start."""
    return text.en if isinstance(text, Said) else text or ""


def _choices(kind: object) -> tuple[str, ...]:
    for one in (kind, *get_args(kind)):
        if isinstance(one, type) and issubclass(one, StrEnum):
            return tuple(one)
        if get_origin(one) is Literal:
            return tuple(map(str, get_args(one)))
    return ()


def _help(function: Callable[..., object]) -> list[str]:
    """Return a command's help with its example as code."""
    return [
        f"Example: `{line.removeprefix('Example: ')}`" if line.startswith("Example: ") else line
        for line in (cleandoc(english(function.__doc__))).splitlines()
    ]


def _usage(name: str, own: Sequence[Given]) -> str:
    options = [] if all(given.argument for given in own) else ["[OPTIONS]"]
    words = [given.names[0] if given.required else f"[{given.names[0]}]" for given in own if given.argument]
    return " ".join([name, *options, *words])


def _line(given: Given) -> str:
    names = ", ".join(f"`{name}`" for name in given.names)
    choices = f" One of {', '.join(f'`{choice}`' for choice in given.choices)}." if given.choices else ""
    known = not given.required and given.default not in (None, "") and not isinstance(given.default, bool)
    return f"- {names}: {given.help}{choices}" + (f" Default: `{given.default}`." if known else "")


def _default(default: object) -> str:
    if default is PydanticUndefined:
        return "the platform's folder for data"
    return f"`{default}`" if str(default) else "empty"
