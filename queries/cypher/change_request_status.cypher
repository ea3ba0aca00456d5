// Give a request its next status, as a dated step.
MATCH (q:Request {id: $id})
SET q.status = $status, q.status_dates = $status_dates, q.version = $version, q.updated_at = $now,
    q.changed_by = $edit
RETURN count(q) AS written
