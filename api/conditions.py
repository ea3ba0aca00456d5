"""``If-Match``: a write goes through only where the thing still is what the caller saw (RFC 9110, section 13.1.1).

The tag of one thing has two parts, with a dot in between: a mark of the thing itself, and one of the whole answer,
in which names of other things stand too.  Whoever holds an answer wants to know whether any of it changed; whoever
changes a thing, whether that thing did.
"""

import hashlib
from typing import Annotated

from fastapi import Depends, Header

from queries.versions import Seen


# A coroutine is called in place; a plain function costs a thread of its own.
async def _expected(
    if_match: Annotated[
        str | None,
        Header(
            description=(
                "`ETag` of the thing as it was seen; where it has changed since, nothing is written (412). "
                "`*` for whatever it is now"
            ),
            examples=["*"],
            max_length=2000,
        ),
    ] = None,
) -> Seen | None:
    """Return what the caller says to have seen; ``None`` where they don't say."""
    if if_match is None:
        return None
    tags = [part.strip() for part in if_match.split(",")]
    if "*" in tags:
        return Seen(None)
    # A weak tag never matches here: the comparison is the strong one.
    return Seen(frozenset(tag.strip('"').partition(".")[0] for tag in tags if tag.startswith('"')))


Expected = Annotated[Seen | None, Depends(_expected)]


def tag_of(marked: str, answer: str) -> str:
    """Return the tag of a thing with this mark, in an answer with this text."""
    return f'"{marked}.{hashlib.sha256(answer.encode()).hexdigest()[:16]}"'
