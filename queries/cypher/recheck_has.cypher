// Which talents and themes a few people have at this moment.
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:OFFERS]->(t:Talent)
RETURN p.id AS person, t.id AS concept, r.level AS level
UNION ALL
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:CARES_ABOUT]->(t:Theme)
RETURN p.id AS person, t.id AS concept, r.experience AS level
