-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "avoided" TEXT;

ALTER TABLE "meeting" ADD CONSTRAINT "meeting_avoided" CHECK (
  "avoided" IN ('circulation', 'merged', 'nothingLeft') AND "state" = 'cancelled' OR "avoided" IS NULL
);

-- Those of before are counted as their reasons were read until now.
UPDATE "meeting" m SET "avoided" = CASE
    WHEN c.words ~* '持ち?回り|書面(協議|審議|決議|開催|会議)|メール審議|circulation' THEN 'circulation'
    WHEN c.words ~* '合同|統合|[とに](併せ|合わせ)て(開催|実施)|joint|merged' THEN 'merged'
    WHEN c.words ~* '(議題|案件|審議事項|協議事項|議事|未決(事項)?|残件|残り)の?(事項)?[がはも]?\s*([な無][いしくか]|ありません|ございません|0件)' THEN 'nothingLeft'
    WHEN c.words ~* '(すべて|全て|全件).{0,12}(決定|合意|確認|終了|完了)|nothing (is )?left|no agenda' THEN 'nothingLeft'
  END
FROM (
  SELECT DISTINCT ON (council_id, number) council_id, number, normalize(reason, NFKC) AS words
  FROM "meeting_change" WHERE kind = 'cancelled' ORDER BY council_id, number, sequence DESC
) c
WHERE c.council_id = m.council_id AND c.number = m.number AND m.state = 'cancelled';
