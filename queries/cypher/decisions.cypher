// Every decision about two people who looked like one, latest first.
MATCH (d:Decision)
WHERE d.city = $city
RETURN d.id AS id, d.one AS one, d.other AS other, d.decision AS decision, d.status AS status,
       d.recorded_by AS recorded_by, d.created_at AS created_at, d.undone_by AS undone_by, d.undone_at AS undone_at,
       d.kept AS kept, d.gone AS gone, d.gone_key AS gone_key, d.gone_source AS gone_source,
       d.gone_name AS gone_name, d.kept_name AS kept_name, d.events AS events
ORDER BY d.id DESC
