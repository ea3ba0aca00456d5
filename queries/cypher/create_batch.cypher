// Note an import.
CREATE (b:ImportBatch)
SET b = $properties
RETURN count(b) AS written
