// Every initiative of a city.
MATCH (i:Initiative {city: $city})
RETURN i.id AS id, i.key AS key, i.title AS title, i.start AS start, i.end AS end, i.size AS size,
       i.about AS about, i.lessons AS lessons, i.public AS public, i.erased AS erased
