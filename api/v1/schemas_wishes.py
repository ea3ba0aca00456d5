"""What somebody wants of those who ask, as it is filled in and shown."""

from datetime import date

from pydantic import Field

from api.v1.fields import Day, References
from api.v1.schemas import Answer, Asked
from api.v1.schemas_people import NamedOut
from graph.network import Network
from queries.wishes import MOST_ASKS, Wishes


class WishesPatch(Asked):
    """Wishes to change: what is left out stays."""

    paused_until: Day | None = Field(
        None, description="Last day on which they are not asked, today or later; null ends a pause"
    )
    ask_limit: int | None = Field(
        None,
        ge=1,
        le=MOST_ASKS,
        description="Open asks from which they are left in peace; null for the usual number",
    )
    ask_themes: References = Field(
        [],
        description="Ids, keys or labels of the themes they want to be asked about; none for every theme",
        examples=[["mobiliteit"]],
    )
    not_about: References = Field(
        [],
        description=(
            "Ids, keys or names of at most 50 people about whom, or towards whom, they do not want to be asked; none "
            "for nobody. Those people are never told"
        ),
        examples=[["p12"]],
    )
    updated_at: str | None = Field(
        None,
        max_length=64,
        description="`updated_at` as it was seen: where it has changed since, nothing is written (409)",
    )


class OwnWishesPatch(WishesPatch):
    """Wishes of one's own to change: what is left out stays."""

    not_about: References = Field(
        [],
        description=(
            "Ids or names of at most 50 people about whom, or towards whom, one does not want to be asked, out of "
            "`may_name`; none for nobody. Those people are never told"
        ),
    )


class WishesOut(Answer):
    """Wishes of one person."""

    paused_until: date | None = Field(description="Last day of a pause; null without one")
    ask_limit: int = Field(description="Open asks from which they are left in peace")
    ask_themes: list[NamedOut] = Field(description="Themes they want to be asked about; none for every theme")
    not_about: list[NamedOut] = Field(
        description="People about whom, or towards whom, they do not want to be asked; those people are never told"
    )
    updated_at: str | None = Field(description="When the person was changed last (UTC)")

    @classmethod
    def of(cls, wishes: Wishes, network: Network) -> "WishesOut":
        """Return wishes as shown, with names as `network` knows them."""
        people = [
            network.people[network.position[identity]]
            for identity in wishes.not_about
            if identity in network.position
        ]
        nodes = [(identity, network.themes.get(identity)) for identity in wishes.ask_themes]
        return cls(
            paused_until=wishes.paused_until,
            ask_limit=wishes.ask_limit,
            ask_themes=[
                NamedOut(id=identity, key=node.key if node else None, name=node.label_nl if node else None)
                for identity, node in nodes
            ],
            not_about=[NamedOut(id=node.id, key=node.key, name=node.name) for node in people],
            updated_at=wishes.updated_at,
        )


class OwnWishesOut(WishesOut):
    """Wishes of one's own."""

    may_name: list[NamedOut] = Field(
        description="Whom one may name in `not_about`: the people to whom one told of a tie, and those named already"
    )
