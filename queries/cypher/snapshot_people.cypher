// Everyone in a city, with what a question may use of them.
MATCH (p:Person {city: $city})
RETURN p.id AS id, p.key AS key, p.name AS name, p.sector AS sector, p.level AS level,
       p.availability AS availability, p.languages AS languages, p.about AS about,
       p.open_asks AS open_asks, p.ask_limit AS ask_limit, p.paused_until AS paused_until
