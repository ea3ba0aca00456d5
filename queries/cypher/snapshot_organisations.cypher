// Every organisation of a city.
MATCH (o:Organisation {city: $city})
RETURN o.id AS id, o.key AS key, o.name AS name, o.sector AS sector, o.kind AS kind, o.size AS size,
       o.about AS about, o.public AS public, o.erased AS erased
