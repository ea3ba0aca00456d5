"""The areas of a city in answers."""

from pydantic import Field

from api.v1.schemas import Answer
from queries.areas import Area, Areas


class AreaOut(Answer):
    """A neighbourhood or a district, and where it lies."""

    id: str = Field(description="Id; of a district its name", examples=["wijk:ANT25"])
    name: str = Field(description="Name", examples=["Borgerhout Intra Muros Zuid"])
    district: str | None = Field(
        description="District it lies in; null for a district", examples=["Borgerhout"]
    )
    latitude: float | None = Field(description="Of a point inside, degrees north (WGS84)", examples=[51.21])
    longitude: float | None = Field(description="Of a point inside, degrees east (WGS84)", examples=[4.43])
    outline: list[list[list[tuple[float, float]]]] | None = Field(
        description=(
            "Polygons, each of rings of longitude and latitude (the coordinates of a GeoJSON MultiPolygon), "
            "simplified for a screen; null where none was imported"
        )
    )

    @classmethod
    def of(cls, area: Area) -> "AreaOut":
        """Return an area as shown."""
        outline = [[list(ring) for ring in polygon] for polygon in area.outline]
        return cls(
            id=area.id,
            name=area.name,
            district=area.district,
            latitude=area.latitude,
            longitude=area.longitude,
            outline=outline or None,
        )


class AreasOut(Answer):
    """Every area of one level, by id."""

    by: str = Field(description="neighbourhood or district", examples=["neighbourhood"])
    items: list[AreaOut] = Field(description="The areas")

    @classmethod
    def of(cls, found: Areas) -> "AreasOut":
        """Return areas as shown."""
        return cls(by=found.by, items=[AreaOut.of(each) for each in found.items])
