"""Text as a spreadsheet keeps it: what would be taken for a formula, and how XLSX writes rare signs."""

import re

_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def guard(text: str) -> str:
    """Return `text` such that a spreadsheet opening a text file takes it as text, never as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def guard_again(text: str) -> str:
    """Return `text` such that :func:`unguarded` gives it back, for a file that marks text as text by itself."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """Return `text` without the apostrophe that :func:`guard` put before a formula sign."""
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


def unescaped(text: str) -> str:
    """Return XLSX text with its ``_x000D_`` escapes (ECMA-376, ST_Xstring) resolved."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def escaped(text: str) -> str:
    """Return text for XLSX such that :func:`unescaped` gives it back."""
    return _TO_ESCAPE.sub("_x005F_", text) if "_x" in text else text
