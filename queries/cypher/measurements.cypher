// The measurements of a city over some people, latest first, of one question where that is given.
MATCH (m:Measurement {city: $city})
WHERE m.basis IN $bases AND ($question IS NULL OR m.question = $question) AND ($before IS NULL OR m.id < $before)
RETURN m.id AS id, m.question AS question, m.basis AS basis, m.as_of AS as_of, m.measured_revision AS revision,
  m.created_at AS created_at, m.parameters AS parameters, m.people AS people, m.unasked AS unasked,
  m.figures AS figures
ORDER BY id DESC
LIMIT $limit
