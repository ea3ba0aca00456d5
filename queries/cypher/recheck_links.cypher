// What ties a few people together at this moment: what they declared, took part in and are or were members of.
UNWIND $people AS id
MATCH (p:Person {id: id})-[k:KNOWS]->(q:Person)
WHERE q.id IN $people
RETURN 'tie' AS kind, p.id AS person, q.id AS other, k.trust AS trust, k.openness AS openness,
       k.reliability AS reliability, k.shared_aim AS shared_aim, k.since AS since, k.last_contact AS until
UNION ALL
UNWIND $people AS id
MATCH (p:Person {id: id})-[m:MEMBER_OF]->(o:Organisation)
RETURN 'membership' AS kind, p.id AS person, o.id AS other, null AS trust, null AS openness,
       null AS reliability, null AS shared_aim, m.since AS since, m.until AS until
UNION ALL
UNWIND $people AS id
MATCH (p:Person {id: id})-[:TOOK_PART_IN]->(i:Initiative)
RETURN 'participation' AS kind, p.id AS person, i.id AS other, null AS trust, null AS openness,
       null AS reliability, null AS shared_aim, null AS since, null AS until
