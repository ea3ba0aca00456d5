"""Nothing that names somebody or says in which neighbourhood they are is in what a researcher reads."""

from dataclasses import replace

import pytest

from api.v1.schemas_analysis import analysis_json
from api.v1.schemas_map import MapOut
from graph.model import Availability, ConsentAnswer, Key, Purpose, Scope, Tables, TalentOffer, TalentRow
from queries.analyses import Analysis, Asked, answered
from queries.maps import drawing
from tests.grouped import grouped_city
from tests.still import CITY, RESEARCHER, still_today


def city(seed: int) -> Tables:
    """Return a city where many may be suggested, all with words of their own."""
    tables = grouped_city(seed)
    agrees = tuple(
        ConsentAnswer(purpose, True, Scope.COORDINATOR if purpose is Purpose.CONNECTOR else None)
        for purpose in (Purpose.RESEARCH, Purpose.MATCHING, Purpose.CONNECTOR)
    )
    return replace(
        tables,
        talents=(TalentRow(Key("s1"), "Begeleiden"),),
        people=tuple(
            replace(
                row,
                about=f"eigenwoord{row.key}",
                availability=Availability.YES,
                consents=agrees,
                talents=(TalentOffer(Key("s1"), 1),) if at % 2 else (),
            )
            for at, row in enumerate(tables.people)
        ),
    )


@pytest.mark.parametrize("seed", [2, 3])
def test_no_answer_to_a_researcher_names_anybody(seed: int) -> None:
    tables = city(seed)
    still = still_today(tables)
    texts: dict[str, object] = {
        str(each): analysis_json(answered(still, RESEARCHER, Asked(each)).answer) for each in Analysis
    }
    texts["map"] = MapOut.of(drawing(still, RESEARCHER)).model_dump_json()
    assert "p-" in str(texts["suggestions"])
    assert "p-" in str(texts["brokers"])
    network = still.fresh(CITY).network
    secret = {text for each in network.people for text in (each.id, each.name, each.about or each.name)}
    secret |= {text for each in network.neighbourhoods.values() for text in (each.id, each.name)}
    secret |= {text for each in network.organisations for text in (each.id, each.name)}
    for question, found in texts.items():
        told = str(found)
        assert not {text for text in secret if text in told}, question
        assert not {each.key for each in network.people if f"'{each.key}'" in told or f'"{each.key}"' in told}
