// How many memberships, initiatives and requests hang on an organisation.
MATCH (o:Organisation {id: $id})-[r:MEMBER_OF|ORGANISED|ASKED]-()
RETURN type(r) AS relation, count(r) AS times
ORDER BY relation
