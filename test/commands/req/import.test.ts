/** Imports in the council's channel: what one may take back, and what of the decided needs another look. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile, row } from '../../support/council.ts';
import type { Office } from '../../support/office.ts';
import { cast, office } from '../../support/office.ts';

let scene: Office;
beforeAll(async () => {
  scene = await office();
});
afterAll(() => scene.close());
const say = (...words: Parameters<Office['say']>) => scene.say(...words);
const bring = (list: Parameters<typeof importFile>[1], extent: 'whole' | 'part' = 'part') =>
  importFile(scene.store, list, { extent, at: scene.now() });

describe('An import', () => {
  test('is taken back by the secretariat alone, once', async () => {
    await bring([row(90001), row(90002)]);
    expect(await say(cast.lead, '/req undo 取込2')).toMatchInlineSnapshot(
      `"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`,
    );
    expect(await say(cast.secretariat, '/req 取消 取込２')).toMatchInlineSnapshot(
      `"(本人のみ) 取込2(要件一覧.xlsx)を取り消し、要件 2件を取込前の状態に戻しました。"`,
    );
    scene.at('2026-06-01T10:05:00+09:00');
    expect(await say(cast.secretariat, '/req undo 取込2')).toMatchInlineSnapshot(
      `"(本人のみ) 取込2は6月1日(月) 10:00に取り消し済みです。"`,
    );
    expect(await say(cast.secretariat, '/req undo import 99')).toMatchInlineSnapshot(
      `"(本人のみ) 取込99は見つかりません。"`,
    );
  });

  test('on which something stands is not taken back; what stands on it is said', async () => {
    await bring([row(90003), row(90004)]);
    const { requirements } = await scene.store
      .council('ibaraki')
      .requirements.list({ systems: ['kaigo'], state: 'all' }, { from: 0, size: 5_000 });
    const number = requirements.find((one) => one.functionId === row(90003).functionId)?.number;
    await say(cast.lead, `/req decide ${number} 代替案 一覧はCSVで確認`);
    await bring([row(90003, { text: '変更後の文言' })]);
    expect(await say(cast.secretariat, '/req undo 取込3')).toMatchInlineSnapshot(
      `"(本人のみ) 取込3は取り消せません。この取込を前提とした決定(要件3072)、同じ要件を変更した後の取込(取込4)があります。後の取込から順に取り消すか、個別に修正してください。"`,
    );
  });
});

describe('A decision', () => {
  const numberOf = async (n: number): Promise<number> =>
    (await scene.store.client.requirement.findFirstOrThrow({ where: { functionId: row(n).functionId } })).number;

  test('whose requirement changed afterwards is kept, and marked 要再確認 until it is superseded', async () => {
    scene.at('2026-06-02T10:00:00+09:00');
    await bring([row(90010), row(90011), row(90012)]);
    const [a, b] = [await numberOf(90010), await numberOf(90011)];
    await say(cast.lead, `/req decide ${a} 代替案 一覧はCSVで確認`);
    await say(cast.lead, `/req decide ${b} 代替案 印刷で対応`);
    expect(await say(cast.lead, '/req list 介護保険 要再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):0件
        該当するものはありません。"
    `);
    scene.at('2026-06-03T10:00:00+09:00');
    await bring([row(90010, { text: '一覧と帳票を出力できること' }), row(90011, { remarks: '備考のみの変更' })]);
    expect(await say(cast.lead, '/req list 介護保険 要再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):1件
        • 3074 [代替案・要再確認] 一覧と帳票を出力できること
        全1件中 1〜1件目"
    `);
    expect(await say(cast.lead, `/req show ${a}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3074(仮記録:代替案)
        一覧と帳票を出力できること
        【要再確認】決定の後、6月3日(水) 10:00の取込で要件内容または区分が変わりました。決定はそのまま有効です。見直す場合は「変更」で記録してください。
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 資格管理 &gt; 被保険者 &gt; 異動
        *機能ID* 1790010
        *区分* 必須
        *便利機能等* —
        • 6月2日(火) 令和8年度決定第2号 代替案 一覧はCSVで確認"
    `);
    await say(cast.lead, `/req supersede ${a} レベルアップ 帳票は次期版で対応`);
    expect(await say(cast.lead, '/req list 介護保険 再確認')).toMatchInlineSnapshot(`
      "(本人のみ) 介護保険の要件一覧(要再確認):0件
        該当するものはありません。"
    `);
  });

  test('whose requirement a whole list lacks is marked too; an open one is only told to be gone', async () => {
    const [b, c] = [await numberOf(90011), await numberOf(90012)];
    await bring([row(90010)], 'whole');
    expect(await say(cast.english, `/req show ${b}`)).toMatchInlineSnapshot(`
      "(本人のみ) Requirement 3075 (provisional: alternative)
        被保険者の異動を一覧で確認できること(90011)
        To be reviewed: the list of Import 7 no longer has this requirement. The decision stands; supersede it where it should change.
        *System* 17 介護保険
        *Body* 介護保険WG
        *Category* 資格管理 &gt; 被保険者 &gt; 異動
        *Function ID* 1790011
        *Class* mandatory
        *Convenience* —
        Remarks: 備考のみの変更
        • Tue 2 Jun Decision 3 of FY2026 alternative 印刷で対応"
    `);
    expect(await say(cast.lead, `/req show ${c}`)).toMatchInlineSnapshot(`
      "(本人のみ) 要件3076(未決)
        被保険者の異動を一覧で確認できること(90012)
        取込7の一覧にはこの要件がありません。
        *業務システム* 17 介護保険
        *担当* 介護保険WG
        *分類* 資格管理 &gt; 被保険者 &gt; 異動
        *機能ID* 1790012
        *区分* 必須
        *便利機能等* —"
    `);
    const listed = await say(cast.lead, '/req list 介護保険 要再確認');
    expect(listed.split('\n')[1]).toMatchInlineSnapshot(`"  • 3072 [代替案・要再確認] 変更後の文言"`);
  });
});
