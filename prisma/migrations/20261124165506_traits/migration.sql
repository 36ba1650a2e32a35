-- What fold() gives, for the requirements that are there.
CREATE FUNCTION folded_once(written TEXT) RETURNS TEXT LANGUAGE sql AS $$
  SELECT translate(lower(normalize(regexp_replace(coalesce(written, ''),
      '[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]', '', 'g'), NFKC)),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ‐‑‒–—―−〜',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞαβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяё-------~')
$$;

-- CreateTable
CREATE TABLE "requirement_trait" (
    "council_id" TEXT NOT NULL,
    "trait" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "bits" BIT(1024) NOT NULL,

    CONSTRAINT "requirement_trait_pkey" PRIMARY KEY ("council_id","trait","block")
);

-- AddForeignKey
ALTER TABLE "requirement_trait" ADD CONSTRAINT "requirement_trait_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The traits of the requirements that are there.
WITH traits AS (
  SELECT "council_id", "number", unnest("bigrams" || ARRAY[' listed', ' system ' || "system_slug"]) AS "trait" FROM "requirement"
  UNION ALL
  SELECT DISTINCT "council_id", "number", ' mark ' || "round" || ' ' || "mark" FROM "vendor_mark"
  UNION ALL
  SELECT r."council_id", r."number", unnest(ARRAY[' decided', ' outcome ' || d."outcome"]
    || CASE WHEN d."basis" = 'provisional' AND c."decision_id" IS NULL THEN ARRAY[' provisional'] END
    || CASE WHEN r."gone_in" IS NOT NULL OR d."at" < r."specified_at" THEN ARRAY[' review'] END)
  FROM "requirement" r
  JOIN "decision" d ON d."council_id" = r."council_id" AND d."id" = r."standing"
  LEFT JOIN "decision_confirmation" c ON c."council_id" = d."council_id" AND c."decision_id" = d."id")
INSERT INTO "requirement_trait" ("council_id", "trait", "block", "bits")
SELECT "council_id", "trait", "number" / 1024, bit_or(set_bit(0::bit(1024), "number" % 1024, 1)) FROM traits GROUP BY 1, 2, 3;

-- AlterTable
ALTER TABLE "requirement" ADD COLUMN "folded" TEXT, ADD COLUMN "folded_alternative" TEXT;
UPDATE "requirement" SET
  "folded" = folded_once(concat_ws(E'\n', "text", array_to_string("category", E'\n'), "function_id", coalesce("remarks", ''))),
  "folded_alternative" = folded_once("alternative");
ALTER TABLE "requirement" ALTER COLUMN "folded" SET NOT NULL, ALTER COLUMN "folded_alternative" SET NOT NULL;
DROP FUNCTION folded_once(TEXT);

-- DropIndex
DROP INDEX "requirement_bigrams_idx";

-- AlterTable
ALTER TABLE "requirement" DROP COLUMN "bigrams";
