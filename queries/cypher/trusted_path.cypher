// The shortest trusted path from one person to another, worked out by the store alone, for Neo4j Browser and as an oracle.
//
// Parameters: city; from, to: ids of people; scopes: connector scopes that count (['coordinator', 'partners'] for a
// coordinator, ['partners'] for a partner); themes: ids of the theme asked about and every broader one, [] for none;
// day: day of asking; today: the day it is (both ISO dates); routes; max_introductions (0 to 3).
// Meant for a few thousand people: it weighs every tie of the city. The product answers from memory instead.
CALL {
  // What people declared: the latest row of a pair; 0.7 of the other's word where one said nothing oneself.
  MATCH (p:Person {city: $city})-[k:KNOWS]->(q:Person)
  WHERE p.id <> q.id
  WITH p.id AS a, q.id AS b, k.updated_at AS written,
       CASE WHEN k.trust IS NULL AND k.openness IS NULL AND k.reliability IS NULL AND k.shared_aim IS NULL THEN null
            WHEN k.trust IS NOT NULL AND (k.openness IS NULL OR k.reliability IS NULL OR k.shared_aim IS NULL) THEN k.trust
            ELSE reduce(total = 0.0, s IN [x IN [k.openness, k.reliability, k.shared_aim] WHERE x IS NOT NULL] | total + (s - 1) / 3.0)
                 / size([x IN [k.openness, k.reliability, k.shared_aim] WHERE x IS NOT NULL]) END AS weight,
       [d IN [k.last_contact, k.since] WHERE d IS NOT NULL] AS dates
  WITH a, b, written, weight, size(dates) AS dated, head([d IN dates WHERE $day >= $today OR d <= $day]) AS moment
  WHERE weight IS NOT NULL AND (moment IS NOT NULL OR dated = 0)
  WITH a, b, written, coalesce(moment, '') AS moment,
       weight * 0.5 ^ (CASE WHEN moment IS NULL THEN 1095.75 WHEN moment > $day THEN 0.0
                       ELSE toFloat(duration.inDays(date(moment), date($day)).days) END / 1095.75) AS aged
  ORDER BY moment, written
  WITH a, b, last(collect(aged)) AS own
  UNWIND [{a: a, b: b, own: own, lent: null}, {a: b, b: a, own: null, lent: 0.7 * own}] AS row
  WITH row.a AS a, row.b AS b, max(row.own) AS own, max(row.lent) AS lent
  RETURN a, b, coalesce(own, lent) AS piece
UNION ALL
  // Having taken part in the same initiative of n people.
  MATCH (p:Person {city: $city})-[:TOOK_PART_IN]->(i:Initiative)
  WITH i, collect(DISTINCT p.id) AS members, [d IN [i.end, i.start] WHERE d IS NOT NULL] AS dates
  WITH members, size(dates) AS dated, head([d IN dates WHERE $day >= $today OR d <= $day]) AS moment,
       CASE WHEN coalesce(i.size, 0) > size(members) + coalesce(i.erased, 0) THEN i.size
            ELSE size(members) + coalesce(i.erased, 0) END AS n
  WHERE n > 1 AND (moment IS NOT NULL OR dated = 0)
  WITH members, CASE WHEN 0.5 / (n - 1) > 0.4 THEN 0.4 ELSE 0.5 / (n - 1) END
       * 0.5 ^ (CASE WHEN moment IS NULL THEN 1095.75 WHEN moment > $day THEN 0.0
                ELSE toFloat(duration.inDays(date(moment), date($day)).days) END / 1095.75) AS piece
  UNWIND members AS a
  UNWIND members AS b
  WITH a, b, piece WHERE a <> b
  RETURN a, b, piece
UNION ALL
  // Being members of the same organisation of at most 25 people on the day.
  MATCH (p:Person {city: $city})-[m:MEMBER_OF]->(o:Organisation)
  WHERE coalesce(m.since, '') <= $day AND coalesce(m.until, '9999') >= $day
  WITH o, collect(DISTINCT p.id) AS members
  WITH o, members, size(members) + size([e IN coalesce(o.erased, [])
       WHERE split(e, '/')[0] <= $day AND (split(e, '/')[1] = '' OR split(e, '/')[1] >= $day)]) AS known
  WITH members, CASE WHEN coalesce(o.size, 0) > known THEN o.size ELSE known END AS n
  WHERE n > 1 AND n <= 25
  UNWIND members AS a
  UNWIND members AS b
  WITH a, b, n WHERE a <> b
  RETURN a, b, 0.3 / sqrt(n - 1) AS piece
}
WITH a, b, collect(piece) AS pieces
WITH a, b, round(1.0 - reduce(missing = 1.0, piece IN pieces | missing * (1.0 - piece)), 12) AS strength
WHERE strength >= 0.15
WITH collect({a: a, b: b, s: strength}) AS ties

// Who may stand in the middle: the latest connector consent that has begun was given, holds today and covers the question,
// and who wants to be asked about its theme, and about the people at both ends.
OPTIONAL MATCH (p:Person {city: $city})-[:GAVE]->(c:Consent)
WHERE c.purpose = 'connector' AND c.start <= $today
WITH ties, p, c ORDER BY c.start, c.recorded_at, c.id
WITH ties, p, last(collect(c)) AS latest
OPTIONAL MATCH (p)-[:NOT_ABOUT]->(q:Person)
WITH ties, p, latest, collect(q.id) AS avoids
WITH ties, collect(CASE
  WHEN p IS NOT NULL AND latest.given AND coalesce(latest.end, '9999') >= $today
       AND coalesce(latest.scope, 'coordinator') IN $scopes
       AND (size(coalesce(latest.themes, [])) = 0 OR any(t IN latest.themes WHERE t IN $themes))
       AND (size(coalesce(p.ask_themes, [])) = 0 OR any(t IN p.ask_themes WHERE t IN $themes))
       AND NOT $from IN avoids AND NOT $to IN avoids
       AND coalesce(p.paused_until, '') < $today
       AND coalesce(p.open_asks, 0) < coalesce(p.ask_limit, 3)
  THEN {id: p.id, avoids: avoids, load: 1.0 - 0.5 * coalesce(p.open_asks, 0) / coalesce(p.ask_limit, 3)} END) AS eligible
WITH ties, eligible, [c IN eligible | c.id] AS ids
WITH ties, [c IN eligible | {id: c.id, load: c.load, avoids: c.avoids,
     met: [t IN ties WHERE t.a = c.id AND t.b IN ids | t.b]
          + [t IN ties WHERE t.b = c.id AND t.a IN ids
             AND none(u IN ties WHERE u.a = c.id AND u.b = t.a) | t.a]}] AS eligible
WITH ties, [c IN eligible WHERE c.id <> $from AND c.id <> $to |
     {id: c.id, avoids: c.avoids, factor: c.load * CASE WHEN size(c.met) > 50 THEN (50.0 / size(c.met)) ^ 0.25 ELSE 1.0 END}] AS middle

// Routes of one to four ties; between two in the middle none over a tie of whom one is not to be asked about the other.
CALL {
  WITH ties, middle
  UNWIND [t IN ties WHERE t.a = $from AND t.b = $to] AS t
  RETURN [$from, $to] AS people, t.s AS value
UNION ALL
  WITH ties, middle
  UNWIND [t IN ties WHERE t.a = $from AND $max_introductions >= 1] AS t1
  UNWIND [c IN middle WHERE c.id = t1.b] AS c1
  UNWIND [t IN ties WHERE t.a = c1.id AND t.b = $to] AS t2
  RETURN [$from, c1.id, $to] AS people, t1.s * c1.factor * 0.7 * t2.s AS value
UNION ALL
  WITH ties, middle
  UNWIND [t IN ties WHERE t.a = $from AND $max_introductions >= 2] AS t1
  UNWIND [c IN middle WHERE c.id = t1.b] AS c1
  UNWIND [t IN ties WHERE t.a = c1.id] AS t2
  UNWIND [c IN middle WHERE c.id = t2.b AND NOT c.id IN c1.avoids AND NOT c1.id IN c.avoids] AS c2
  UNWIND [t IN ties WHERE t.a = c2.id AND t.b = $to] AS t3
  RETURN [$from, c1.id, c2.id, $to] AS people,
         t1.s * c1.factor * 0.7 * t2.s * c2.factor * 0.7 * t3.s AS value
UNION ALL
  WITH ties, middle
  UNWIND [t IN ties WHERE t.a = $from AND $max_introductions >= 3] AS t1
  UNWIND [c IN middle WHERE c.id = t1.b] AS c1
  UNWIND [t IN ties WHERE t.a = c1.id] AS t2
  UNWIND [c IN middle WHERE c.id = t2.b AND NOT c.id IN c1.avoids AND NOT c1.id IN c.avoids] AS c2
  UNWIND [t IN ties WHERE t.a = c2.id AND t.b <> c1.id] AS t3
  UNWIND [c IN middle WHERE c.id = t3.b AND NOT c.id IN c2.avoids AND NOT c2.id IN c.avoids] AS c3
  UNWIND [t IN ties WHERE t.a = c3.id AND t.b = $to] AS t4
  RETURN [$from, c1.id, c2.id, c3.id, $to] AS people,
         t1.s * c1.factor * 0.7 * t2.s * c2.factor * 0.7 * t3.s * c3.factor * 0.7 * t4.s AS value
}
WITH people, round(value, 12) AS value
WHERE value >= 0.01
WITH people, value, reduce(text = '', id IN people | text + id + ' ') AS order
ORDER BY value DESC, order

// The best one, then the best that uses none of its connectors, and so on.
WITH collect({people: people, value: value}) AS candidates
WITH reduce(kept = [], r IN candidates |
     CASE WHEN size(kept) >= $routes
            OR any(k IN kept WHERE size(k.people) = 2 AND size(r.people) = 2)
            OR any(k IN kept WHERE any(id IN k.people WHERE id <> $from AND id <> $to AND id IN r.people))
          THEN kept ELSE kept + [r] END) AS kept
UNWIND range(0, size(kept) - 1) AS at
RETURN at + 1 AS rank, kept[at].people AS people, kept[at].value AS value
ORDER BY rank
