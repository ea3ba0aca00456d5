"""``GET /v1/exports/{format}``: the network as a file, as each role may see it."""

import re

import pytest

from api.v1.exports import MEDIA, Format
from graph.access import Role
from tests.api.city import CITY
from tests.api.conftest import Ask

NETWORKS = [form for form in Format if form not in {Format.XLSX, Format.CSV_ZIP}]


@pytest.mark.parametrize("form", NETWORKS)
def test_a_file_comes_under_its_own_name_and_type_and_is_never_shown_here(ask: Ask, form: Format) -> None:
    answer = ask(Role.COORDINATOR).get(f"/v1/exports/{form}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == MEDIA[form]
    name = answer.headers["content-disposition"]
    assert re.fullmatch(rf'attachment; filename="ploeg-{CITY}-\d{{4}}-\d\d-\d\d\.{re.escape(form)}"', name)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("form", [Format.XLSX, Format.CSV_ZIP])
def test_tables_have_no_day(ask: Ask, form: Format) -> None:
    answer = ask(Role.COORDINATOR).get(f"/v1/exports/{form}", params={"as_of": "2024-01-01"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_a_network_of_a_day_is_of_that_day(ask: Ask) -> None:
    answer = ask(Role.COORDINATOR).get("/v1/exports/gexf", params={"as_of": "2024-01-01"})
    assert "Banden op: 2024-01-01" in answer.text
    assert "2024-01-01.gexf" in answer.headers["content-disposition"]


def test_the_coordinator_keeps_a_file_while_nothing_changed(ask: Ask) -> None:
    first = ask(Role.COORDINATOR).get("/v1/exports/svg")
    again = ask(Role.COORDINATOR).get("/v1/exports/svg", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
