"""Logs: an event name and facts without personal data, a line each, on standard error."""

import json
import logging
import sys
from typing import Literal

Form = Literal["plain", "json"]

# The web server gives its own lines a second time, in colours.
STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "color_message"}


class PlainLine(logging.Formatter):
    """Moment, level, where, event, and what came along as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        facts = " ".join(f"{name}={value}" for name, value in sorted(_facts(record).items()))
        line = f"{self.formatTime(record)} {record.levelname.lower()} {record.name} {record.getMessage()} {facts}"
        return line.rstrip() + _trace(self, record)


class JsonLine(logging.Formatter):
    """The same as an object, for a program that collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
            **_facts(record),
        }
        trace = _trace(self, record)
        return json.dumps({**line, "trace": trace} if trace else line, ensure_ascii=False, default=str)


def start_logging(level: str, form: Form) -> None:
    """Send logs of `level` and above to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine() if form == "json" else PlainLine())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # The driver tells of every retry; what comes of it is told by our own errors.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)


def _facts(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in record.__dict__.items() if name not in STANDARD}


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    return f"\n{formatter.formatException(record.exc_info)}" if record.exc_info else ""
