// Note how things were before an import changed them.
UNWIND $rows AS row
CREATE (c:ImportChange)
SET c = row
RETURN count(c) AS written
