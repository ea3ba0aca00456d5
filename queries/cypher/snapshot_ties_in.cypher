// What others declared of their ties to some people, grouped by whom it is about.
UNWIND $people AS id
MATCH (p:Person {id: id})<-[r:KNOWS]-(q:Person)
WITH id, collect([q.id, r.trust, r.openness, r.reliability, r.shared_aim, r.since, r.last_contact, r.updated_at]) AS items
RETURN collect([id, items]) AS rows
