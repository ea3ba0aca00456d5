"""Files that are no table, known by how they begin: what they are is told, whatever they are called."""

from collections.abc import Collection

from graph.errors import InvalidInput
from ingest.raw import invalid
from ingest.refusals import Words

_PICTURE = Words("een foto of tekening", "a picture")
_PDF = Words("een pdf", "a PDF")
_PAGE = Words("een webpagina", "a web page")
_BEGINNINGS: tuple[tuple[bytes, Words], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"%PDF-", _PDF),
    (b"<!doctype html", _PAGE),
    (b"<html", _PAGE),
)
_INSIDE: tuple[tuple[str, Words], ...] = (
    ("word/", Words("een Word-document", "a Word document")),
    ("ppt/", Words("een PowerPoint-presentatie", "a PowerPoint presentation")),
    ("content.xml", Words("een bestand van LibreOffice", "a LibreOffice file")),
    ("Index/Document.iwa", Words("een bestand van Numbers of Pages", "a Numbers or Pages file")),
)


def refuse_foreign(file: str, content: bytes) -> None:
    """Raise :class:`~graph.errors.InvalidInput` for a picture, a PDF or a web page."""
    begin = content[:64].lstrip().lower()
    for mark, what in _BEGINNINGS:
        if content.startswith(mark) or (mark.startswith(b"<") and begin.startswith(mark)):
            raise invalid(
                Words(
                    f"'{file}' is geen tabel maar {what.nl}. Kies een werkboek (.xlsx) of een CSV-bestand.",
                    f"'{file}' is no table but {what.en}. Choose a workbook (.xlsx) or a CSV file.",
                )
            )
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        refuse_foreign(file, b"GIF89a")


def document(file: str, members: Collection[str]) -> InvalidInput | None:
    """Return the error for an archive that is a document of another program, ``None`` where it is none of those."""
    for inside, what in _INSIDE:
        if any(name == inside or (inside.endswith("/") and name.startswith(inside)) for name in members):
            return invalid(
                Words(
                    f"'{file}' is {what.nl}, geen werkboek van Excel. Open het, zet de tabel in een rekenblad, en "
                    "bewaar dat als .xlsx of als .csv.",
                    f"'{file}' is {what.en} and no Excel workbook. Open it, put the table in a spreadsheet, and save "
                    "that as .xlsx or as .csv.",
                )
            )
    return None


def not_a_book(file: str) -> InvalidInput:
    """Return the error for what is called a workbook and is none."""
    return invalid(
        Words(
            f"'{file}' heet als een werkboek, maar is er geen. Open het in uw rekenblad, bewaar het als .xlsx, en "
            "kies het opnieuw.",
            f"'{file}' is called a workbook, but is none. Open it in your spreadsheet program, save it as .xlsx, and "
            "choose it again.",
        )
    )
