// Some people, with what a question may use of them.
UNWIND $people AS id
MATCH (p:Person {id: id})
WITH p WHERE p.city = $city
RETURN collect([p.id, p.key, p.name, p.sector, p.level, p.availability, p.languages, p.about, p.open_asks,
                p.ask_limit, p.paused_until, p.ask_themes]) AS rows
