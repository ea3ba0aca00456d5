"""Every command and every setting is documented, and the pages say what the program says."""

from collections.abc import Callable
from inspect import getdoc
from pathlib import Path

import pytest

from ploeg.cli import app
from ploeg.describe import cli_markdown, commands, parameters, settings_markdown
from ploeg.settings import Settings

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
    assert f"Example: {name}" in (getdoc(function) or "")


@pytest.mark.parametrize(("name", "function"), COMMANDS)
def test_every_argument_and_option_says_what_it_is(name: str, function: Callable[..., object]) -> None:
    assert [given.names for given in parameters(function) if not given.help] == []


def test_every_setting_says_what_it_is() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
