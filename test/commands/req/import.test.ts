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
    expect(await say(cast.lead, '/req undo 取込2')).toMatchInlineSnapshot(`"(本人のみ) この操作は、事務局(那珂市)が行えます。お手数ですが、事務局へご依頼ください。"`);
    expect(await say(cast.secretariat, '/req 取消 取込２')).toMatchInlineSnapshot(`"(本人のみ) 取込2(要件一覧.xlsx)を取り消し、要件 2件を取込前の状態に戻しました。"`);
    scene.at('2026-06-01T10:05:00+09:00');
    expect(await say(cast.secretariat, '/req undo 取込2')).toMatchInlineSnapshot(`"(本人のみ) 取込2は6月1日(月) 10:00に取り消し済みです。"`);
    expect(await say(cast.secretariat, '/req undo import 99')).toMatchInlineSnapshot(`"(本人のみ) 取込99は見つかりません。"`);
  });

  test('on which something stands is not taken back; what stands on it is said', async () => {
    await bring([row(90003), row(90004)]);
    const { requirements } = await scene.store
      .council('ibaraki')
      .requirements.list({ systems: ['kaigo'], state: 'all' }, { from: 0, size: 5_000 });
    const number = requirements.find((one) => one.functionId === row(90003).functionId)?.number;
    await say(cast.lead, `/req decide ${number} 代替案 一覧はCSVで確認`);
    await bring([row(90003, { text: '変更後の文言' })]);
    expect(await say(cast.secretariat, '/req undo 取込3')).toMatchInlineSnapshot(`"(本人のみ) 取込3は取り消せません。この取込を前提とした決定(要件3072)、同じ要件を変更した後の取込(取込4)があります。後の取込から順に取り消すか、個別に修正してください。"`);
  });
});
