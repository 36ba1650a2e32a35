-- The class, 便利機能等 and whose mark it is are traits too (traitsAsListed() says so), for the requirements that are there.
WITH found AS (
  SELECT "council_id", "number", ' class ' || "class" AS "trait" FROM "requirement"
  UNION ALL
  SELECT "council_id", "number", ' convenience' FROM "requirement" WHERE "convenience"
  UNION ALL
  SELECT "council_id", "number", ' mark ' || "round" || ' ' || "mark" || ' ' || "vendor" FROM "vendor_mark"
)
INSERT INTO "requirement_trait" ("council_id", "trait", "block", "bits")
SELECT "council_id", "trait", "number" / 1024, bit_or(set_bit(0::bit(1024), "number" % 1024, 1)) FROM found GROUP BY 1, 2, 3;
