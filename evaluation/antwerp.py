"""All 67 polygons of Antwerp from the city's GeoJSON, through the import; borders derived.

``python -m evaluation.antwerp``
"""

from dataclasses import replace

from evaluation.data import CITY, imported, shared, tell
from ingest.borders import borders


def main() -> None:
    with imported([shared("antwerp", "antwerpen_wijken_2025.geojson")]) as filled:
        tell(filled)
        network = filled.snapshots.fresh(CITY).network
        rows = filled.checked.tables.neighbourhoods
        kept = sum(bool(row.polygon) for row in rows)
        bordering = sum(len(node.borders) for node in network.neighbourhoods.values()) // 2
        print(
            f"{len(network.neighbourhoods)} neighbourhoods, {kept} polygons kept, {bordering} borders derived"
        )
        for key in ("ANT04", "ANT20", "BOR02"):
            node = network.neighbourhoods[f"wijk:{key}"]
            near = ", ".join(sorted(network.neighbourhoods[other].name for other in node.borders))
            print(f"- {node.name} ({node.district}) borders {near}")
        guessed = set(borders([replace(row, polygon=None) for row in rows]))
        real = set(borders(rows))
        print(
            f"from centroids alone: {len(guessed)} borders, {len(guessed & real)} of them right, "
            f"of {len(real)} real ones"
        )


if __name__ == "__main__":
    main()
