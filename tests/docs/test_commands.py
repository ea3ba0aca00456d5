"""Every command and every setting is documented, and the pages say what the program says."""

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import get_args

import pytest

from ploeg.cli import app
from ploeg.describe import cli_markdown, commands, parameters, settings_markdown
from ploeg.settings import Settings
from ploeg.words import Said

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = [pytest.param(name, function, id=name) for name, function in commands(app)]


@pytest.mark.parametrize(
    ("page", "made"), [("cli.md", lambda: cli_markdown(app)), ("settings.md", settings_markdown)]
)
def test_page_is_what_the_program_says(page: str, made: Callable[[], str], update_golden: bool) -> None:
    if update_golden:
        (DOCS / page).write_text(made(), encoding="utf-8")
    assert (DOCS / page).read_text(encoding="utf-8") == made(), (
        "pytest tests/docs --update-golden writes it anew"
    )


@pytest.mark.parametrize(("name", "function"), COMMANDS)
def test_command_has_help_with_an_example_of_itself(name: str, function: Callable[..., object]) -> None:
    assert isinstance(function.__doc__, Said)
    assert f"Example: {name}" in function.__doc__.en
    assert f"Voorbeeld: {name}" in function.__doc__.nl


@pytest.mark.parametrize(("name", "function"), COMMANDS)
def test_every_argument_and_option_says_what_it_is(name: str, function: Callable[..., object]) -> None:
    assert [given.names for given in parameters(function) if not given.help] == []


@pytest.mark.parametrize(("name", "function"), COMMANDS)
def test_every_argument_and_option_says_so_in_dutch(name: str, function: Callable[..., object]) -> None:
    found = [get_args(parameter.annotation)[1].help for parameter in signature(function).parameters.values()]
    assert [text for text in found if not (isinstance(text, Said) and text.nl and text.nl != text.en)] == []


def test_every_setting_says_what_it_is() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
