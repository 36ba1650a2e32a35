-- AlterTable
ALTER TABLE "roster_publication" ADD COLUMN     "days" JSONB NOT NULL DEFAULT '{}';

-- What was published within its year showed whatever was entered: it goes on showing what is there now.
UPDATE "roster_publication" p SET "days" = coalesce((
    SELECT jsonb_object_agg(d."day", p."on") FROM (
        SELECT t."from" AS "day" FROM "tenure" t WHERE t."council_id" = p."council_id" AND t."code" = p."code"
        UNION
        SELECT (t."until"::date + 1)::text FROM "tenure" t
        WHERE t."council_id" = p."council_id" AND t."code" = p."code" AND t."until" IS NOT NULL
    ) d
    WHERE d."day" > p."year" || '-04-01' AND d."day" < (p."year" + 1) || '-04-01'
), '{}') WHERE p."on" >= p."year" || '-04-01';
