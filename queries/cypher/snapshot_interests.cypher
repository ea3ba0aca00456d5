// The themes that people and organisations of a city care about, grouped by who does.
MATCH (t:Theme {city: $city})<-[r:CARES_ABOUT]-(a)
RETURN a.id AS owner, collect([t.id, r.experience]) AS items
