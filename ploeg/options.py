"""Options that every command takes, before or after its name, and what becomes of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, cleandoc, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, cast

import typer

from graph.errors import InvalidInput, PloegError
from graph.model import Role
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    # Settings and all that a command works with are imported when it runs, so that help shows at once.
    from ploeg.settings import Settings

Command = TypeVar("Command", bound=Callable[..., None])

DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", help=say("Map van de ingebouwde gegevensbank.", "Directory of the embedded store.")
    ),
]
CityOption = Annotated[
    str | None,
    typer.Option(
        "--city", help=say("De stad waarvan het netwerk bevraagd wordt.", "The city whose network is asked.")
    ),
]
RoleOption = Annotated[Role | None, typer.Option("--role", help=say("Wie er vraagt.", "Who asks."))]
LangOption = Annotated[
    Literal["nl", "en"] | None,
    typer.Option("--lang", help=say("Taal van het scherm.", "Language of the screen.")),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help=say("Toon JSON met vaste sleutels.", "Print JSON with fixed keys."))
]
DebugOption = Annotated[
    bool,
    typer.Option(
        "--debug",
        help=say("Toon waar een onverwachte fout vandaan komt.", "Show the trace of an unexpected error."),
    ),
]

SHARED: dict[str, Any] = {
    "data": DataOption,
    "city": CityOption,
    "role": RoleOption,
    "lang": LangOption,
    "json": JsonOption,
    "debug": DebugOption,
}
_SETTING = {"data": "data", "city": "city", "role": "local_role", "lang": "lang"}
_before: dict[str, Any] = {}


@dataclass(frozen=True)
class Context:
    """What a command works with."""

    settings: "Settings"
    screen: Screen


def remember(**given: Any) -> None:
    """Keep what stood before the command's name, for the command to use where it does not say otherwise."""
    _before.clear()
    _before.update(_said(given))


def command(nl: str) -> Callable[[Command], Command]:
    """Give a command the shared options, and turn what goes wrong into a message and an exit code.

    The command's first parameter is its :class:`Context`; its docstring is its help in English.

    Parameters
    ----------
    nl
        What it does, in Dutch.
    """

    def with_shared(function: Command) -> Command:
        own = list(signature(function).parameters.values())[1:]
        # A command may mean something else by a name of these, as `user add --role` does.
        taken = {name: kind for name, kind in SHARED.items() if name not in {each.name for each in own}}

        @wraps(function)
        def run(*args: Any, **given: Any) -> None:
            chosen = _before | _said({name: given.pop(name) for name in taken})
            screen = Screen(lang=chosen.get("lang") or "nl", as_json=bool(chosen.get("json")))
            try:
                settings = _settings(chosen)
                screen.lang = settings.lang
                _start_logging(settings)
                function(Context(settings, screen), *args, **given)
            except PloegError as error:
                screen.fail(error)
            except KeyboardInterrupt:
                screen.say("Gestopt.", "Stopped.")
                raise typer.Exit(130) from None
            except (typer.Exit, typer.Abort):
                raise
            except Exception as error:
                if chosen.get("debug"):
                    raise
                screen.fail_with("internal_error", _unexpected(type(error).__name__))

        shared = [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=False if name in {"json", "debug"} else None,
                annotation=kind,
            )
            for name, kind in taken.items()
        ]
        run.__signature__ = signature(function).replace(parameters=[*own, *shared])  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *shared]}
        run.__doc__ = say(_help(nl, function.__doc__), function.__doc__ or "")
        return cast("Command", run)

    return with_shared


def _help(nl: str, english: str | None) -> str:
    """Return the help in Dutch, with the examples of the English one."""
    _, _, examples = cleandoc(english or "").partition("Example: ")
    return f"{nl}\n\nVoorbeeld: {examples.replace('Example: ', 'Voorbeeld: ')}"


def _said(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in (None, False)}


def _unexpected(name: str) -> str:
    return (
        f"Er ging iets mis dat niet mocht ({name}); draai het opnieuw met --debug en meld wat er dan staat. "
        f"/ Something went wrong that should not ({name}); run it again with --debug and report what it says."
    )


def _settings(chosen: dict[str, Any]) -> "Settings":
    from pydantic import ValidationError

    from ploeg.settings import Settings

    given = {_SETTING[name]: value for name, value in chosen.items() if name in _SETTING}
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = "; ".join(
            f"PLOEG_{'_'.join(str(part) for part in item['loc']).upper()}: {item['msg']}"
            for item in error.errors()
        )
        message = f"Een instelling klopt niet: {wrong}. / A setting is not right: {wrong}."
        raise InvalidInput(message) from error


def _start_logging(settings: "Settings") -> None:
    from ploeg.logs import start_logging

    start_logging(settings.log_level, settings.log_form)
