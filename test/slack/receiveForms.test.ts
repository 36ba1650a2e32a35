/** A form opens for words that lack, and what is submitted comes to its command. */
import { describe, expect, it } from 'vitest';
import { elementsIn } from '../../src/practice/entered.ts';
import type { Json } from '../../src/practice/json.ts';
import { atTheDoor, door, filled, heard, outbox, sato, seen, slack, typing } from '../support/atTheDoor.ts';
import { STRANGER } from '../support/slackScene.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

atTheDoor();

const submit = async (fields: Record<string, string>) => {
  const submitted = await slack.workspace.submit(sato, slack.workspace.modal(sato)!, filled(fields));
  await door.hearing.settled();
  return submitted;
};

describe('a form', () => {
  it('opens for the words that lack, with those that were typed', async () => {
    await typing('/req decide 1234');
    const view = slack.workspace.modal(sato);
    expect(view?.content).toMatchObject({ title: { text: '要件の決定を記録します' }, submit: { text: '登録' } });
    expect(elementsIn(view?.content.blocks as Json[]).map(({ element }) => element.initial_value)).toEqual([
      '1234',
      undefined,
    ]);
  });

  it('tells what cannot be read beside its field, and stays open', async () => {
    await typing('/req decide');
    const submitted = await submit({ number: '千二百', note: '理由' });
    expect(submitted).toMatchObject({ kind: 'errors', errors: expect.objectContaining({}) });
    expect(Object.values(slack.workspace.modal(sato)?.errors ?? {})).toEqual(['番号ではありません。']);
  });

  it('is answered where it was begun', async () => {
    await typing('/req decide');
    expect(await submit({ number: '1234', note: '月次処理に間に合うため\n二行目' })).toMatchObject({ kind: 'sent' });
    expect(slack.workspace.modal(sato)).toBeUndefined();
    expect(heard()).toEqual(['要件1234を決定しました。']);
    expect(await outbox()).toMatchObject([
      { payload: { summary: { ja: '決定 1234 月次処理に間に合うため\n二行目' } } },
    ]);
  });

  it('that is refused gives back what was written', async () => {
    const written = 'とても長い理由を書いたので、もう一度書くのは大変です。'.repeat(3);
    await typing('/req decide');
    await submit({ number: '404', note: written });
    expect(heard()).toEqual(['要件404は見つかりません。']);
    expect(JSON.stringify(seen()[0]?.blocks)).toContain(`/req decide 404 ${written}`);
  });

  it('that the database fills is waited for in an open modal, where that takes long; without one, the modal says so', async () => {
    const asked = async (number: number) => {
      let go = (): void => {};
      door.doings.slow = () =>
        new Promise((resolve) => {
          go = resolve;
        });
      await slack.workspace.type(sato, 'CKAIGO', `/req ask ${number}`);
      const shown = () => JSON.stringify(slack.workspace.modal(sato)?.content.blocks ?? []);
      await until(() => shown().includes('読み込み中…'), 3_000);
      go();
      await door.hearing.settled();
      return shown();
    };
    expect(await asked(7)).toContain('"initial_value":"7"');
    expect(await asked(404)).toContain('この画面は閉じてください');
    expect(heard()).toEqual(['ありません']);
  });

  it('opens for nobody who is not on the roster, from a message’s menu neither: what they filled in would be refused', async () => {
    await typing('/req decide', STRANGER);
    const { ts } = await slack.workspace.call('xoxb-practice', 'chat.postMessage', { channel: 'CKAIGO', text: 'x' });
    await slack.workspace.shortcut(STRANGER, String(ts), 'decide_here');
    await door.hearing.settled();
    expect(slack.workspace.modal(STRANGER)).toBeUndefined();
    const refused = expect.stringContaining('名簿に登録されていません');
    expect(heard(STRANGER)).toEqual([refused, 'x', refused]);
  });

  it('that does not open is told, with the way to go on', async () => {
    slack.workspace.faults.push({ method: 'views.open', times: 1, as: { error: 'expired_trigger_id' } });
    await typing('/req decide');
    expect(heard()).toEqual(['入力画面が開かない場合は、お手数ですが、もう一度お試しください。']);
  });

  it('opens from a message’s menu with the message’s address in it, and none of its words', async () => {
    const { ts } = await slack.workspace.call('xoxb-practice', 'chat.postMessage', {
      channel: 'CKAIGO',
      text: '内緒の話',
    });
    const heardAs = await slack.workspace.shortcut(sato, String(ts), 'decide_here');
    expect(heardAs).toMatchObject({ kind: 'answered', status: 200 });
    await door.hearing.settled();
    const view = slack.workspace.modal(sato);
    expect(elementsIn(view?.content.blocks as Json[]).map(({ element }) => element.initial_value)).toEqual([
      undefined,
      `https://council.slack.com/archives/CKAIGO/p${String(ts).replace('.', '')}`,
    ]);
    expect(JSON.stringify(view)).not.toContain('内緒');
  });

  it('does not wait for posts that Slack holds back', async () => {
    slack.workspace.faults.push({ method: 'chat.postMessage', times: 1, as: { rateLimited: 30 } });
    expect(await slack.clients.bulk('chat.postMessage', { channel: 'CKAIGO', text: 'x' })).toEqual({
      kind: 'limited',
      wait: 30_000,
    });
    await within('the form, long before the thirty seconds are over', typing('/req decide'));
    expect(slack.workspace.modal(sato)).toBeDefined();
  });
});
