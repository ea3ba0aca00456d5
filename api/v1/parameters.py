"""Parameters that several addresses share."""

from typing import Annotated

from fastapi import Path, Query

from api.v1.fields import Day

Reference = Annotated[
    str,
    Path(
        description="Id, key from an imported table, or exact name, URL-encoded",
        examples=["p12"],
        min_length=1,
        max_length=1000,
    ),
]
PersonReference = Annotated[
    str,
    Path(
        description="Id, key from an imported table, or exact name of a person, URL-encoded",
        examples=["p12"],
        min_length=1,
        max_length=1000,
    ),
]
AsOf = Annotated[
    Day | None,
    Query(
        description="The day of ties and experience (ISO); today where left out. Consent is always that of now.",
        examples=["2026-11-23"],
    ),
]
From = Annotated[
    str | None,
    Query(
        alias="from",
        description="Id, key or name of the person from whom the way to each is measured; the asker where left out",
        examples=["p12"],
        min_length=1,
        max_length=1000,
    ),
]
Cursor = Annotated[
    str,
    Query(
        description="What `next` of the page before said; empty for the first page",
        max_length=200,
        examples=["person:5d1b0c7be2b64b0b8a6de0d1a4b7f3c2"],
    ),
]
Limit = Annotated[int, Query(description="How many things a page holds", ge=1, le=200, examples=[50])]
WithTies = Annotated[
    bool, Query(description="Whether what hangs on it may be taken away with it", examples=[False])
]
WithSetAside = Annotated[
    bool, Query(description="Whether those who were set aside are among them after all", examples=[False])
]
Many = Annotated[int, Query(description="How many people", ge=1, le=100, examples=[10])]
Size = Annotated[
    int | None,
    Query(
        description="How many people in the team; else what the request needs, or 3", ge=2, le=8, examples=[3]
    ),
]
Spread = Annotated[
    bool,
    Query(description="Whether the answer is spread over organisations and neighbourhoods", examples=[True]),
]
