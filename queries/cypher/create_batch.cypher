// Note an import.
UNWIND $rows AS row
CREATE (b:ImportBatch)
SET b = row
RETURN count(b) AS written
