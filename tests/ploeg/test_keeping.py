"""``consent``, ``forget``, ``requests``, ``schema``, ``version`` and ``doctor``."""

from pathlib import Path

from graph.schema import schema, schema_markdown
from tests.ploeg.given import DAY, Terminal


def test_consents_are_shown_with_what_is_in_force(shared: Terminal) -> None:
    items = shared("consent", "show", "Bilal Amrani", "--json").document["items"]
    assert [(item["purpose"], item["given"], item["scope"], item["in_force"]) for item in items] == [
        ("matching", True, None, True), ("connector", True, "partners", True),
        ("research", True, None, True),
    ]  # fmt: skip


def test_consents_are_shown_in_words(shared: Terminal) -> None:
    assert "mensen aan elkaar voorstellen (partners)" in shared("consent", "show", "p2").out


def test_withdrawn_consent_holds_for_the_next_answer(own: Terminal) -> None:
    assert own("consent", "withdraw", "p2", "connector", "--source", "gesprek").code == 0
    routes = own("path", "p1", "p3", "--as-of", DAY, "--json").document["routes"]
    assert [[person["key"] for person in route["people"]] for route in routes] == [["p1", "p5", "p3"]]


def test_given_consent_holds_for_the_next_answer(own: Terminal) -> None:
    unsaid = own("consent", "give", "Carla Wouters", "contact", "--json")
    assert unsaid.problem["code"] == "invalid_input"
    said = ("--source", "gesprek", "--note", "Belde zelf, op 3 november.")
    assert own("consent", "give", "Carla Wouters", "contact", *said).code == 0
    items = own("consent", "show", "p3", "--json").document["items"]
    assert [item["note"] for item in items if item["note"]] == ["Belde zelf, op 3 november."]
    assert [item["given"] for item in items if item["purpose"] == "contact" and item["in_force"]] == [True]


def test_connector_consent_takes_scope_theme_end_and_source(own: Terminal) -> None:
    words = ["--scope", "partners", "--theme", "mobility", "--until", "2099-12-31", "--source", "formulier"]
    ran = own("consent", "give", "p6", "connector", *words, "--json")
    item = next(item for item in ran.document["items"] if item["purpose"] == "connector")
    assert (item["scope"], len(item["themes"]), item["end"], item["source"]) == (
        "partners", 1, "2099-12-31", "formulier",
    )  # fmt: skip


def test_unknown_purpose_is_wrong_usage(shared: Terminal) -> None:
    assert shared("consent", "give", "p2", "alles").code == 2


def test_consents_are_not_for_partners(shared: Terminal) -> None:
    assert shared("consent", "show", "p2", "--role", "partner", "--json").problem["code"] == "not_allowed"


def test_forgotten_person_is_gone(own: Terminal) -> None:
    assert own("forget", "p2", "--yes").code == 0
    unknown, forgotten = own("path", "p1", "p99", "--json"), own("path", "p1", "p2", "--json")
    assert forgotten.problem["detail"] == unknown.problem["detail"].replace("p99", "p2")


def test_forgetting_asks_for_a_yes(own: Terminal) -> None:
    ran = own("forget", "p2")
    assert (ran.code, "--yes" in ran.err) == (1, True)
    assert own("search", "Bilal").code == 0


def test_requests_are_listed_by_status(shared: Terminal) -> None:
    assert [item["key"] for item in shared("requests", "list", "--json").document["items"]] == ["v1"]
    assert shared("requests", "list", "--status", "done", "--json").document["items"] == []


def test_request_gets_its_next_status(own: Terminal) -> None:
    assert own("requests", "status", "v1", "asked").code == 0
    assert "v1" in own("requests", "list", "--status", "asked").out


def test_request_in_json_is_that_of_the_api(own: Terminal) -> None:
    document = own("requests", "status", "v1", "asked", "--json").document
    assert (document["key"], [step["status"] for step in document["steps"]][-1]) == ("v1", "asked")


def test_request_does_not_skip_a_status(own: Terminal) -> None:
    ran = own("requests", "status", "v1", "done", "--json")
    assert ran.problem["code"] == "invalid_input"


def test_schema_is_shown_as_json(shared: Terminal) -> None:
    document = shared("schema", "--json").document
    assert [label["name"] for label in document["labels"]] == [label.name for label in schema().labels]


def test_schema_is_shown_as_the_page(shared: Terminal) -> None:
    assert shared("schema", "--markdown").out == schema_markdown()


def test_version_is_shown(shared: Terminal) -> None:
    assert shared("version").out.startswith("Ploeg ")
    assert list(shared("version", "--json").document) == ["version", "schema"]


def test_doctor_finds_everything_well(shared: Terminal) -> None:
    ran = shared("doctor", "--json")
    assert ran.code == 0
    assert {check["state"] for check in ran.document["checks"]} <= {"ok", "warn"}


def test_doctor_counts_what_stands_in_the_store(shared: Terminal) -> None:
    counts = {check["name"]: check["en"] for check in shared("doctor", "--json").document["checks"]}
    assert (counts["people"], counts["organisations"], counts["ties"]) == ("7", "1", "4")


def test_doctor_shows_no_secret(shared: Terminal) -> None:
    ran = shared("doctor", "--json", PLOEG_DATABASE="bolt://127.0.0.1:1", PLOEG_DATABASE_PASSWORD="zwaluw")
    assert "zwaluw" not in ran.out + ran.err


def test_doctor_ends_with_one_where_the_store_is_down(shared: Terminal) -> None:
    ran = shared("doctor", PLOEG_DATABASE="bolt://127.0.0.1:1")
    assert (ran.code, "antwoordt niet" in ran.out, " / " in ran.out) == (1, True, False)


def test_doctor_ends_with_one_where_the_data_directory_is_a_file(shared: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    ran = shared("doctor", "--data", tmp_path / "bestand", "--json")
    assert ran.code == 1
    assert [check["name"] for check in ran.document["checks"] if check["state"] == "fail"] != []
