"""A large answer that is sent more than once: as it is, and compressed for who takes that."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response

JSON = "application/json"
LEVEL = 5
"""Of gzip: more takes twice as long and makes a map a twentieth smaller."""


@dataclass(frozen=True, slots=True)
class Compressed:
    """JSON in both forms."""

    plain: bytes
    small: bytes

    @classmethod
    def of(cls, content: bytes) -> "Compressed":
        """Compress `content`; the same always becomes the same, so that a tag of its bytes holds."""
        return cls(content, gzip.compress(content, LEVEL, mtime=0))

    def answer(self, asked: Headers, sent: Mapping[str, str]) -> Response:
        """Answer a request that came with the headers `asked`, with those of `sent`."""
        headers = {**sent, "vary": ", ".join(filter(None, [sent.get("vary"), "Accept-Encoding"]))}
        if takes_gzip(asked.get("accept-encoding", "")):
            return Response(self.small, headers={**headers, "content-encoding": "gzip"}, media_type=JSON)
        return Response(self.plain, headers=headers, media_type=JSON)


def takes_gzip(accepted: str) -> bool:
    """Tell whether a value of ``Accept-Encoding`` names gzip, and not to refuse it (RFC 9110, 12.5.3)."""
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False
