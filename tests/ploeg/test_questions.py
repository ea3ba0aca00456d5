"""``search``, ``path`` and ``match`` as somebody at a terminal sees them."""

from graph.access import Role, Viewer
from graph.model import Unfit
from graph.store import Store
from queries.setting_aside import set_aside
from tests.ploeg.given import DAY, Terminal


def test_search_shows_kind_name_and_key(shared: Terminal) -> None:
    ran = shared("search", "schoolstr")
    assert ran.code == 0
    assert [word in ran.out for word in ("initiatief", "Schoolstraat Dam", "i1", "Bilal Amrani")] == [
        True
    ] * 4


def test_search_keeps_to_a_kind_and_a_number(shared: Terminal) -> None:
    found = shared("search", "schoolstraat", "--kind", "request", "--limit", "1", "--json").document[
        "results"
    ]
    assert [(item["kind"], item["key"]) for item in found] == [("request", "v1")]


def test_search_without_a_find_ends_with_one(shared: Terminal) -> None:
    ran = shared("search", "zeilboot")
    assert (ran.code, ran.out) == (1, "Niets gevonden voor 'zeilboot'. Probeer een korter woord of een andere "
                                      "schrijfwijze.\n")  # fmt: skip


def test_search_names_the_kinds_where_one_is_unknown(shared: Terminal) -> None:
    ran = shared("search", "dam", "--kind", "boot")
    assert ran.code == 1
    assert "organisation" in ran.err


def test_path_shows_routes_evidence_marks_and_the_line_to_send(shared: Terminal) -> None:
    out = shared("path", "An Peeters", "p3", "--as-of", DAY).out
    assert out.index("An Peeters → Bilal Amrani (") < out.index("An Peeters → Eva De Smet (")
    assert "Bilal Amrani → Carla Wouters: sterk 0,78 (zwakste schakel)" in out
    assert "Eva De Smet → Carla Wouters: zwak 0,21 (zwakste schakel, oud)" in out
    assert "samen in ‘Schoolstraat Dam’ (mei 2022)" in out
    assert "Om te sturen: Dag Bilal Amrani" in out


def test_path_gives_as_many_routes_as_asked(shared: Terminal) -> None:
    assert len(shared("path", "p1", "p3", "--routes", "1", "--as-of", DAY, "--json").document["routes"]) == 1


def test_path_without_introductions_is_a_direct_tie(shared: Terminal) -> None:
    ran = shared("path", "p1", "p2", "--max-introductions", "0", "--as-of", DAY, "--json")
    assert [[person["key"] for person in route["people"]] for route in ran.document["routes"]] == [
        ["p1", "p2"]
    ]


def test_path_json_has_the_keys_of_the_api(shared: Terminal) -> None:
    document = shared("path", "p1", "p3", "--as-of", DAY, "--json").document
    assert list(document) == ["found", "from", "to", "as_of", "revision", "routes", "reason", "closest"]
    assert list(document["routes"][0]) == ["value", "people", "sentence", "hops", "message", "fallback"]
    assert list(document["routes"][0]["hops"][0]) == [
        "from",
        "to",
        "strength",
        "factor",
        "weakest",
        "stale",
        "evidence",
    ]
    assert list(document["routes"][0]["hops"][0]["evidence"][0]) == ["kind", "text", "date"]


def test_no_path_says_why_and_ends_with_one(shared: Terminal) -> None:
    ran = shared("path", "p1", "p4")
    assert ran.code == 1
    assert "Nog geen betrouwbare weg" in ran.out


def test_no_path_in_json_is_still_an_answer(shared: Terminal) -> None:
    ran = shared("path", "p1", "p4", "--json")
    assert ran.code == 1
    assert (ran.document["found"], ran.document["reason"]["code"]) == (False, "no_trusted_path")


def test_partner_sees_the_first_connector_only(shared: Terminal) -> None:
    ran = shared("path", "p1", "p3", "--role", "partner", "--as-of", DAY)
    assert ran.code == 0, ran.err
    assert "Eva De Smet" not in ran.out


def test_match_ranks_people_with_reasons(shared: Terminal) -> None:
    out = shared("match", "v1").out
    assert out.index("Bilal Amrani") < out.index("Carla Wouters")
    assert "biedt voorzitten (sterk)" in out


def test_match_shows_what_a_score_is_made_of(shared: Terminal) -> None:
    assert "talenten 1,00 × " in shared("match", "v1", "--parts").out


def test_match_takes_words_instead_of_a_stored_request(shared: Terminal) -> None:
    found = shared("match", "--text", "vergaderingen voorzitten", "-k", "1", "--json").document["results"]
    assert [item["person"]["key"] for item in found] == ["p2"]


def test_match_takes_themes_talents_neighbourhoods_and_languages(shared: Terminal) -> None:
    words = ["--theme", "mobiliteit", "--talent", "chairing", "--neighbourhood", "Dam", "--language", "ar"]
    found = shared("match", *words, "--from", "p1", "--no-spread", "--json").document["results"]
    assert [item["person"]["key"] for item in found] == ["p2"]


def test_match_json_has_the_keys_of_the_api(shared: Terminal) -> None:
    document = shared("match", "v1", "--json").document
    assert list(document) == ["request", "as_of", "revision", "results", "organisations", "set_aside"]
    assert sorted(document["results"][0]) == ["parts", "person", "reasons", "score"]


def test_match_without_anything_asks_for_something(shared: Terminal) -> None:
    ran = shared("match")
    assert ran.code == 1
    assert ran.err != ""


def test_english_shows_english_only(shared: Terminal) -> None:
    out = shared("path", "p1", "p3", "--as-of", DAY, "--lang", "en").out
    assert "An Peeters → Bilal Amrani (know each other according to" in out
    assert "zegt" not in out


def test_language_is_a_setting(shared: Terminal) -> None:
    assert "Nothing found" in shared("search", "zeilboot", PLOEG_LANG="en").out


def test_shared_options_count_before_and_after_the_command(shared: Terminal) -> None:
    before = shared("--lang", "en", "--json", "--city", shared.city, "search", "dam")
    after = shared("search", "dam", "--lang", "en", "--json", "--city", shared.city)
    assert before.document == after.document


def test_option_after_the_command_counts_above_one_before(shared: Terminal) -> None:
    assert "Nothing found" in shared("--lang", "nl", "search", "zeilboot", "--lang", "en").out


def test_data_directory_is_an_option(shared: Terminal) -> None:
    elsewhere = Terminal(shared.data.parent / "elsewhere", shared.city, shared.folder)
    assert elsewhere("search", "schoolstraat", "--data", shared.data).code == 0


def test_match_explains_where_somebody_stands_and_what_cost_the_place(shared: Terminal) -> None:
    ran = shared("match", "v1", "-k", "1", "--explain", "Carla Wouters")
    assert ran.code == 0, ran.err
    assert "Carla Wouters staat op plaats 2 van" in ran.out
    assert "vooral omdat Bilal Amrani meer van de gevraagde talenten biedt" in ran.out
    assert "Het is niet bekend of Carla Wouters ‘voorzitten’ biedt" in ran.out


def test_match_explains_a_limit_to_the_coordinator_only(shared: Terminal) -> None:
    typed = ["--text", "voorzitten", "--explain", "Dirk Maes"]
    assert (
        "Dirk Maes kan voor deze vraag niet voorgesteld worden: gaf geen toestemming"
        in shared("match", *typed).out
    )
    ran = shared("match", *typed, "--role", "partner")
    assert (ran.code, "Geen persoon gevonden" in ran.err) == (1, True)


def test_match_explanation_in_json_has_the_keys_of_the_api(shared: Terminal) -> None:
    document = shared("match", "v1", "--explain", "p3", "--json").document
    assert (document["person"]["key"], document["outcome"], document["place"]) == ("p3", "listed", 2)


def test_match_leaves_out_who_was_set_aside_and_says_how_many(own: Terminal, kept: Store) -> None:
    def named(*more: str) -> list[str]:
        return [each["person"]["id"] for each in own("match", "v1", *more, "--json").document["results"]]

    before = named()
    request = own("match", "v1", "--json").document["request"]["id"]
    set_aside(kept, Viewer(Role.COORDINATOR, own.city), request, before[0], reason=Unfit.BUSY)
    assert before[0] not in named()
    assert "1 mens is bij deze vraag opzijgezet" in own("match", "v1").out
    assert set(named("--with-set-aside")) == set(before)
    assert "opzijgezet" not in own("match", "v1", "--with-set-aside").out
