// Write down what was decided about a pair of people, in place of an earlier decision that was taken back.
UNWIND $rows AS row
MERGE (d:Decision {pair: row.pair})
SET d = row
RETURN count(d) AS written
