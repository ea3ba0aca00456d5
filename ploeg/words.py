"""Help in two languages: which one shows is known before the commands are put together."""

import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import Literal

Language = Literal["nl", "en"]


class Said(str):
    """A text in the language of this start, which knows both."""

    nl: str
    en: str


def say(nl: str, en: str) -> Said:
    """Return a text in the language of this start."""
    said = Said(en if LANGUAGE == "en" else nl)
    said.nl, said.en = nl, en
    return said


def language(words: list[str]) -> Language:
    """Return the language that the words of a command line, the environment or a ``.env`` file ask for."""
    asked = [after for word, after in pairwise(words) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    if not asked and "PLOEG_LANG" in os.environ:
        asked = [os.environ["PLOEG_LANG"]]
    if not asked and Path(".env").is_file():
        from dotenv import dotenv_values

        asked = [dotenv_values(".env").get("PLOEG_LANG") or ""]
    return "en" if asked[-1:] == ["en"] else "nl"


LANGUAGE: Language = language(sys.argv)
