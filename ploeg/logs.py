"""Logs: an event name and facts without personal data, on standard error."""

import logging
import sys

# The web server gives its own lines a second time, in colours.
STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "color_message"}


class Line(logging.Formatter):
    """One line: moment, level, event, and what came along as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        extra = {name: value for name, value in record.__dict__.items() if name not in STANDARD}
        facts = " ".join(f"{name}={value}" for name, value in sorted(extra.items()))
        line = f"{self.formatTime(record)} {record.levelname.lower()} {record.name} {record.getMessage()}"
        return f"{line} {facts}".rstrip()


def start_logging(level: str) -> None:
    """Send logs of `level` and above to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # The driver tells of every retry; what comes of it is told by our own errors.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
