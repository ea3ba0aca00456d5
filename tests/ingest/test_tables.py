"""Files of every kind, whole and broken."""

import contextlib
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InvalidInput
from graph.model import Key
from ingest.checks import check
from ingest.raw import Limits
from ingest.tables import must_hold_rows, opened, placed, read, read_uploads
from tests.ingest.given import TODAY, one, workbook, xlsx

ANTWERP = Path(__file__).parents[3] / "shared" / "data" / "antwerp"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PEOPLE = "id,name\np1,Ann\np2,Bo\n"


def names(file: str, content: bytes) -> list[str]:
    checked = check(read_uploads([(file, content)]), today=TODAY)
    assert checked.refusals == ()
    return [row.name for row in checked.tables.people]


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_every_common_encoding(encoding: str) -> None:
    assert names("people.csv", "id,name\np1,Zoë Müller\n".encode(encoding)) == ["Zoë Müller"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(line_end: str) -> None:
    assert names("people.csv", PEOPLE.replace("\n", line_end).encode()) == ["Ann", "Bo"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_delimiter_is_found_in_the_header(separator: str) -> None:
    rows = ["id", "name", '"opm;x,y"'], ["p1", '"Ann, dG; A"', "z"]
    text = "\n".join(separator.join(row) for row in rows)
    assert names("people.csv", text.encode()) == ["Ann, dG; A"]


def test_line_that_names_the_separator_is_understood() -> None:
    checked = check(read_uploads([("people.csv", b"sep=;\nid;name;level\np1;Ann;9\n")]), today=TODAY)
    assert one(checked) == (3, "level", "9", "3")


@pytest.mark.parametrize("file", ["personen_2024.csv", "Export Personen (2).csv", "PEOPLE.csv", "mensen.tsv"])
def test_table_is_recognised_by_a_word_in_the_file_name(file: str) -> None:
    assert names(file, PEOPLE.encode()) == ["Ann", "Bo"]


def test_only_sheet_may_have_any_name_when_the_file_is_named_after_its_table() -> None:
    assert names("personen.xlsx", workbook(Blad1=[["id", "naam"], ["p1", "Ann"]])) == ["Ann"]


def test_folder_is_read_without_its_folders_and_its_lock_files(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "~$people.xlsx").write_bytes(b"lock")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "people.csv").write_text("id,name\np9,Weg\n")
    assert [len(table.grid.rows) for table in read([tmp_path]).tables] == [2]


def test_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE)
    assert read([file, tmp_path]).files == ("people.csv",)


def test_upload_gives_what_the_file_gives(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE)
    assert read_uploads([("C:\\lijsten\\people.csv", file.read_bytes())]) == read([file])


def test_sum_of_one_file_is_its_sha256() -> None:
    assert (
        read_uploads([("people.csv", PEOPLE.encode())]).sha256 == hashlib.sha256(PEOPLE.encode()).hexdigest()
    )


def test_sum_of_several_files_does_not_depend_on_their_order() -> None:
    files = [("people.csv", PEOPLE.encode()), ("themes.csv", b"id,label_nl\nt,T\n")]
    assert read_uploads(files).sha256 == read_uploads(files[::-1]).sha256


def test_archive_of_text_files_is_read() -> None:
    members = {"map/people.csv": PEOPLE.encode(), "__MACOSX/people.csv": b"junk", "leesmij.txt": b"x"}
    assert names("alles.csv.zip", zipped(**members)) == ["Ann", "Bo"]


def test_formula_is_read_by_the_value_it_had() -> None:
    content = workbook(people=[["id", "name"], ["p1", "Ann"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    cells = (f'<c r="{at}3" t="str"><f>A1</f><v>{value}</v></c>' for at, value in (("A", "p2"), ("B", "Bo")))
    formula = f'<row r="3">{"".join(cells)}</row>'
    members["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", formula + "</sheetData>").encode()
    assert names("boek.xlsx", zipped(**members)) == ["Ann", "Bo"]


def failure(name: str, content: bytes, **limits: int) -> str:
    bounds = Limits(**limits)
    with pytest.raises(InvalidInput) as caught:
        read_uploads([(name, content)], limits=bounds)
    return str(caught.value)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"people\.csv' does not exist"):
        read([tmp_path / "people.csv"])


def test_folder_without_tables_says_what_to_put_in_it(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"x")
    with pytest.raises(InvalidInput, match=r"holds no \.xlsx, \.csv"):
        read([tmp_path])


def test_file_larger_than_allowed_says_to_split_it(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE)
    with pytest.raises(InvalidInput, match="Split it into parts, or save each table as CSV"):
        read([file], limits=Limits(file=5))


def test_large_upload_says_to_split_it() -> None:
    assert "Split it into parts" in failure("people.csv", PEOPLE.encode(), file=5)


@pytest.mark.parametrize("file", ["people.csv.zip", "people.xlsx"])
def test_bomb_is_refused_unopened(file: str) -> None:
    content = zipped(**{"people.csv": b"0" * 5_000_000, "xl/workbook.xml": b"<"})
    assert "larger than 1 MB when unpacked" in failure(file, content, unpacked=1_000_000)


def test_half_a_workbook_is_damaged() -> None:
    content = workbook(people=[["id", "name"], *([f"p{n}", "Ann"] for n in range(500))])
    assert "is damaged or incomplete" in failure("people.xlsx", content[: len(content) // 2])


def test_workbook_with_a_broken_sheet_is_damaged() -> None:
    content = workbook(people=[["id", "name"], ["p1", "Ann"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/worksheets/sheet1.xml"] = members["xl/worksheets/sheet1.xml"][:-40]
    assert "is damaged or incomplete" in failure("people.xlsx", zipped(**members))


def test_half_an_archive_is_damaged() -> None:
    content = zipped(**{"people.csv": PEOPLE.encode() * 100})
    assert "is damaged or incomplete" in failure("people.csv.zip", content[:-30])


def test_old_workbook_says_how_to_save_it() -> None:
    assert "choose 'Save as' and then .xlsx" in failure("people.xls", OLE + b"\0" * 600)


def test_workbook_behind_a_password_says_so() -> None:
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    assert "protected by a password" in failure("people.xlsx", content)


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_empty_file_says_so(content: bytes) -> None:
    assert "'people.csv' is empty" in failure("people.csv", content)


def test_workbook_without_a_cell_says_so() -> None:
    assert "is empty: no sheet holds anything" in failure("people.xlsx", workbook(people=[]))


def test_header_without_rows_says_so() -> None:
    assert "holds a header only" in failure("people.csv", b"id,name\n")


@pytest.mark.parametrize("content", [b"id,name\n\0\0\0", b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256))])
def test_binary_file_is_no_table(content: bytes) -> None:
    assert "is no table" in failure("people.csv", content)


DOCX = zipped(**{"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"})
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("leden.xlsx", DOCX, "is a Word document and no Excel workbook"),
        ("leden.ods", zipped(**{"mimetype": b"x", "content.xml": b"<x/>"}), "is a LibreOffice file"),
        ("foto.png", PNG, "is no table but a picture"),
        ("leden.xlsx", PNG, "is no table but a picture"),
        ("leden.csv", b"RIFF\0\0\0\0WEBP" + bytes(range(256)), "is no table but a picture"),
        ("leden.pdf", b"%PDF-1.7\n1 0 obj", "is no table but a PDF"),
        ("leden.xls", b"\r\n<!DOCTYPE html><table>", "is no table but a web page"),
        ("leden.xlsx", b"id,naam\np1,Ann\n", "is called a workbook, but is none"),
        ("leden.xlsx", b"", "'leden.xlsx' is empty"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(file: str, content: bytes, says: str) -> None:
    assert says in failure(file, content)


def test_of_several_files_the_one_that_is_no_table_is_named() -> None:
    with pytest.raises(InvalidInput, match=r"'foto\.png' is no table but a picture"):
        read_uploads([("people.csv", PEOPLE.encode()), ("foto.png", PNG)])


def test_sheets_of_headers_only_are_refused_whatever_they_are_called() -> None:
    found = placed(opened([("boek.xlsx", workbook(Blad1=[["id", "name"]]))]))
    with pytest.raises(InvalidInput, match="holds a header only"):
        must_hold_rows(found)


def test_other_spreadsheet_says_how_to_save_it() -> None:
    assert "Save it as .xlsx or as .csv" in failure("people.ods", zipped(**{"mimetype": b"x"}))


def test_file_whose_name_says_nothing_says_how_to_name_it() -> None:
    assert "Name each sheet or file after its table: neighbourhoods, themes," in failure(
        "lijst.csv", PEOPLE.encode()
    )


def test_file_whose_name_looks_mistyped_is_refused_with_the_table() -> None:
    checked = check(read_uploads([("pesonen.csv", PEOPLE.encode())]), today=TODAY)
    assert one(checked) == (1, None, "pesonen.csv", "people")


def test_file_whose_name_means_two_tables_is_refused() -> None:
    checked = check(read_uploads([("personen en banden.csv", PEOPLE.encode())]), today=TODAY)
    assert one(checked) == (1, None, "personen en banden.csv", None)


def test_sheet_that_is_no_table_is_left_out_with_a_notice() -> None:
    checked = xlsx(people=[["id", "name"], ["p1", "Ann"]], Grafiek=[["x"], [1]])
    assert checked.refusals == ()
    assert [notice.en for notice in checked.notices] == [
        "The sheet 'Grafiek' was left out: its name does not say which table it is."
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [("id,name\np1,Ann\np2\n", 3), ("id,name\np1,Ann\np2,Bo,x\n", 3), ("id,name\n\np2\n", 3)],
)
def test_row_with_too_few_or_too_many_cells_is_refused(text: str, number: int) -> None:
    checked = check(read_uploads([("people.csv", text.encode())]), today=TODAY)
    refusal = checked.refusals[0]
    assert (refusal.row, refusal.column) == (number, None)
    assert "is the file cut off" in refusal.expected.en


def test_quote_that_never_closes_is_refused() -> None:
    checked = check(read_uploads([("people.csv", b'id,name\np1,Ann\np2,"Bo\np3,Cas\n')]), today=TODAY)
    assert one(checked) == (3, None, None, None)
    assert "is the file cut off" in checked.refusals[0].expected.en


def test_quote_in_the_wrong_place_is_refused_and_the_rest_is_read() -> None:
    checked = check(read_uploads([("people.csv", b'id,name\np1,"Ann" x\np2,Bo\n')]), today=TODAY)
    assert one(checked) == (2, None, None, None)
    assert [row.key for row in checked.tables.people] == ["p2"]


def test_file_cut_inside_a_letter_loses_its_last_row() -> None:
    content = "id,name\np1,Ann\np2,Zoë".encode()[:-1]
    checked = check(read_uploads([("people.csv", content)]), today=TODAY)
    assert one(checked) == (3, None, "p2,Zo", None)


def geojson(*features: dict[str, object], **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.4, 51.2], [4.5, 51.2], [4.5, 51.3], [4.4, 51.3], [4.4, 51.2]]],
}


def feature(geometry: object = SQUARE, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_outline_gives_name_district_and_centre() -> None:
    content = geojson(feature(wijkcode="EKE02", wijknaam="Ekeren - Centrum", OBJECTID=3))
    row = check(read_uploads([("kaart.geojson", content)]), today=TODAY).tables.neighbourhoods[0]
    assert (row.key, row.name, row.district) == ("EKE02", "Centrum", "Ekeren")
    assert (row.latitude, row.longitude) == (51.25, 4.45)
    assert json.loads(row.polygon or "") == SQUARE


def test_outlines_complete_the_table_with_the_same_ids() -> None:
    files = [
        ("kaart.geojson", geojson(feature(id="w1", name="Anders"), feature(id="w2", name="Nieuw"))),
        ("wijken.csv", b"id,naam,postcode,lat,lon\nw1,Kiel,2020,51.18,4.38\n"),
    ]
    checked = check(read_uploads(files), today=TODAY)
    assert checked.refusals == ()
    table, added = checked.tables.neighbourhoods
    assert (table.name, table.postcode, table.latitude, table.polygon is not None) == (
        "Kiel",
        "2020",
        51.18,
        True,
    )
    assert (added.key, added.name, added.latitude) == ("w2", "Nieuw", 51.25)


def test_feature_without_an_outline_is_refused() -> None:
    point = {"type": "Point", "coordinates": [4.4, 51.2]}
    content = geojson(feature(id="w1", name="A"), feature(point, id="w2", name="B"))
    assert one(check(read_uploads([("kaart.geojson", content)]), today=TODAY)) == (2, "geometry", None, None)


def test_feature_without_an_id_is_refused() -> None:
    content = geojson(feature(name="A"))
    assert one(check(read_uploads([("kaart.geojson", content)]), today=TODAY)) == (1, "id", None, None)


def test_outline_in_metres_is_refused() -> None:
    lambert = {
        "type": "Polygon",
        "coordinates": [[[152000, 212000], [153000, 212000], [153000, 213000], [152000, 212000]]],
    }
    content = geojson(feature(lambert, id="w1", name="A"))
    assert "WGS84" in check(read_uploads([("kaart.geojson", content)]), today=TODAY).refusals[0].expected.en


def test_map_in_another_coordinate_system_says_to_export_it_anew() -> None:
    content = geojson(feature(id="w1", name="A"), crs={"type": "name", "properties": {"name": "EPSG:31370"}})
    assert "Export it in WGS84" in failure("kaart.geojson", content)


@pytest.mark.parametrize(
    "content", [b'{"type":"FeatureCollection","features":[{', b"[1,2]", b'{"type":"Point"}']
)
def test_what_is_no_map_says_so(content: bytes) -> None:
    assert "'kaart.geojson' is no" in failure("kaart.geojson", content)


@pytest.mark.skipif(not ANTWERP.exists(), reason="the neighbourhoods of Antwerp are not on this machine")
def test_list_and_outlines_of_antwerp_are_read_together() -> None:
    files = [ANTWERP / "antwerpen_wijken_overzicht.csv", ANTWERP / "antwerpen_wijken_2025.geojson"]
    checked = check(read(files), today=TODAY)
    rows = {row.key: row for row in checked.tables.neighbourhoods}
    assert checked.refusals == ()
    assert len(rows) == 67
    assert all(row.polygon for row in rows.values())
    centrum = rows[Key("EKE02")]
    assert (centrum.name, centrum.district, centrum.postcode, centrum.latitude) == (
        "Centrum",
        "Ekeren",
        "2180",
        51.28304,
    )


def test_map_larger_than_allowed_says_to_simplify_it() -> None:
    assert "Simplify the outlines" in failure(
        "kaart.geojson", geojson(feature(id="w1", name="A")), outlines=50
    )


@pytest.mark.parametrize(
    ("file", "content"),
    [("people.csv", b"id,name,x,y\n"), ("people.xlsx", workbook(people=[["id", "name"], [1, 2, 3, 4]]))],
)
def test_table_with_very_many_columns_is_refused(file: str, content: bytes) -> None:
    assert "has more than 3 columns" in failure(file, content, columns=3)


@settings(max_examples=200, deadline=None)
@given(
    content=st.binary(min_size=1),
    file=st.sampled_from(["people.csv", "people.xlsx", "kaart.json", "a.csv.zip"]),
)
def test_any_bytes_are_read_or_refused_as_invalid_input(content: bytes, file: str) -> None:
    with contextlib.suppress(InvalidInput):
        check(read_uploads([(file, content)]), today=TODAY)


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.sampled_from("id,name;\t\"'=p1\n |:é"), max_size=60))
def test_any_text_under_a_header_is_read_or_refused(text: str) -> None:
    checked = check(read_uploads([("people.csv", f"id,name,themes\np0,Ann,\n{text}".encode())]), today=TODAY)
    assert len(checked.tables.people) + checked.refused >= 1
