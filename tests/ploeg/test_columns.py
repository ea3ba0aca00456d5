"""Where the cells of a table are broken."""

import pytest

from ploeg.columns import FRAME, broken

COLUMNS = ["wie", "paren (bij toeval)", "deel"]
ROWS = [["Marie-Louise De Neve middenveld, Nieuw-Kwartier (oost)", "12\u202f282 (1\u202f107)", "99,2 %"]] * 2


@pytest.mark.parametrize("width", range(40, 121, 8))
def test_cells_are_broken_between_words_and_the_table_fits(width: int) -> None:
    widths, rows = broken(COLUMNS, ROWS, width)
    assert sum(widths) + FRAME * len(widths) + 1 <= width
    for cell, given, most in zip(rows[1], ROWS[0], widths, strict=True):
        assert max(len(line) for line in cell.splitlines()) <= most
        assert cell.replace("\n", " ") == given


def test_a_number_and_its_sign_stay_on_one_line() -> None:
    _, rows = broken(COLUMNS, ROWS, 40)
    assert rows[1][1:] == ["12\u202f282\n(1\u202f107)", "99,2 %"]


def test_a_column_that_may_not_be_broken_keeps_its_longest_cell() -> None:
    assert broken(COLUMNS, ROWS, 90, whole={0})[0][0] == len(ROWS[0][0])


def test_where_there_is_no_room_for_words_they_are_broken() -> None:
    widths, _ = broken(COLUMNS, ROWS, 24)
    assert sum(widths) + FRAME * len(widths) + 1 <= 24


def test_a_table_without_rows_is_as_wide_as_its_head() -> None:
    assert broken(["dag", "mensen"], [], 80) == ([3, 6], [["dag", "mensen"]])


def test_a_head_is_broken_before_a_cell_is() -> None:
    days = [["2026-11-28", "0,33"]]
    assert broken(["dag", "E-I-index"], days, 22) == ([10, 5], [["dag", "E-I-\nindex"], *days])


def test_a_figure_gets_its_room_before_words_do() -> None:
    figures = [["Banden per mens en wat er nog meer van te zeggen valt", "6,57 (5,56 tot 7,94)"]]
    assert broken(["wat", "cijfer"], figures, 50, numbers={1})[1][1][1] == figures[0][1]


def test_lines_of_a_cell_stay_lines() -> None:
    assert broken(["waarom"], [["Woont er\nKan koken"]], 80) == ([9], [["waarom"], ["Woont er\nKan koken"]])
