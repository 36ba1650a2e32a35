-- The boxes of the runs of three and of four characters (piecesOf() reckons them so), for the requirements that are there.
WITH texts AS (
  SELECT "council_id", "number", "folded" AS "text", '' AS "guard" FROM "requirement"
  UNION ALL
  SELECT "council_id", "number", "folded_alternative", U&'\2063' FROM "requirement" WHERE "folded_alternative" <> ''
), parts AS (
  SELECT "council_id", "number", "guard", "nth", "part"
  FROM texts, regexp_split_to_table("text", '\s+') WITH ORDINALITY AS p("part", "nth") WHERE char_length("part") > 2
), letters AS (
  SELECT "council_id", "number", "guard", "nth", "at", ascii("letter")::bigint AS "a"
  FROM parts, unnest(string_to_array("part", NULL)) WITH ORDINALITY AS l("letter", "at")
), runs AS (
  SELECT "council_id", "number", "guard", "a", lead("a", 1) OVER run AS "b", lead("a", 2) OVER run AS "c", lead("a", 3) OVER run AS "d"
  FROM letters WINDOW run AS (PARTITION BY "council_id", "number", "guard", "nth" ORDER BY "at")
), threes AS (
  SELECT "council_id", "number", "guard", "d", (("a" * 131 + "b") * 131 + "c") % 2039 AS "box" FROM runs WHERE "c" IS NOT NULL
), boxes AS (
  SELECT "council_id", "number", "guard", "box" FROM threes
  UNION
  SELECT "council_id", "number", "guard", ("box" * 131 + "d") % 2039 FROM threes WHERE "d" IS NOT NULL
)
INSERT INTO "requirement_trait" ("council_id", "trait", "block", "bits")
SELECT "council_id", "guard" || ' run ' || "box", "number" / 1024, bit_or(set_bit(0::bit(1024), "number" % 1024, 1)) FROM boxes GROUP BY 1, 2, 3;

-- Characters that stand alone are no pieces any more.
DELETE FROM "requirement_trait" WHERE char_length("trait") = 1 OR "trait" LIKE U&'\2063_';
