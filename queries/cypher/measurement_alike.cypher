// The first measurement of a city that says the same figures of the same question, people, day and revision.
MATCH (m:Measurement {city: $city})
WHERE m.question = $question AND m.basis = $basis AND m.as_of = $as_of AND m.measured_revision = $measured_revision
  AND m.parameters = $parameters AND m.people = $people AND m.figures = $figures
RETURN m.id AS id, m.question AS question, m.basis AS basis, m.as_of AS as_of, m.measured_revision AS revision,
  m.created_at AS created_at, m.parameters AS parameters, m.people AS people, m.unasked AS unasked,
  m.figures AS figures
ORDER BY id
LIMIT 1
