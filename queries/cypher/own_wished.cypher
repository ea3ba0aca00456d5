// The themes that a person wants to be asked about.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
UNWIND coalesce(p.ask_themes, []) AS theme
MATCH (t:Theme {id: theme})
RETURN t.id AS id, t.label_nl AS name
ORDER BY name, id
