"""What a line of the log looks like."""

import json
import logging
import sys

from ploeg.logs import JsonLine, PlainLine


def record(**extra: object) -> logging.LogRecord:
    made = logging.LogRecord("api", logging.WARNING, __file__, 1, "request", (), None)
    made.__dict__.update(extra)
    return made


def test_plain_line_names_event_and_facts() -> None:
    line = PlainLine().format(record(status=404, method="GET"))
    assert line.endswith(" warning api request method=GET status=404")


def test_json_line_is_one_object_on_one_line() -> None:
    line = JsonLine().format(record(status=404))
    assert "\n" not in line
    assert {**json.loads(line), "at": None} == {
        "at": None, "level": "warning", "from": "api", "event": "request", "status": 404,
    }  # fmt: skip


def test_trace_of_a_bug_is_kept() -> None:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        made = record(exc_info=sys.exc_info())
    assert [form.format(made).count("ZeroDivisionError") > 0 for form in (PlainLine(), JsonLine())] == [
        True,
        True,
    ]
