"""Which days may be asked about."""

from datetime import timedelta

import pytest

from graph.errors import InvalidInput
from queries.analyses import Analysis, Asked, answered
from queries.held import utc_today
from queries.maps import drawing
from tests.networks import random_city
from tests.still import COORDINATOR, still_today


@pytest.mark.parametrize("question", sorted(Analysis))
def test_a_day_that_is_still_to_come_is_refused(question: Analysis) -> None:
    tomorrow = utc_today() + timedelta(days=1)
    with pytest.raises(InvalidInput, match="moet nog komen"):
        answered(still_today(random_city(1)), COORDINATOR, Asked(question, as_of=tomorrow))


def test_there_is_no_map_of_a_day_that_is_still_to_come() -> None:
    with pytest.raises(InvalidInput, match="moet nog komen"):
        drawing(still_today(random_city(1)), COORDINATOR, as_of=utc_today() + timedelta(days=1))
