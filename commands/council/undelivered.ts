/** What could not be delivered, in words: for the secretariat. */
import { bodyOf, type Chart } from '../../src/domain/council.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import type { Undelivered } from '../../src/store/undelivered.ts';
import { dayAsOf } from '../../src/text/dates.ts';
import { channelLink, en, ja, nothing, plain, same, type Text } from '../../src/text/text.ts';
import { whyByMail } from './mailText.ts';
import { matterText } from './undeliveredMatter.ts';

/** When, to whom, and why not; in words, as far as there are words for it. */
export async function failures(
  failed: readonly Undelivered[],
  chart: Chart,
  today: Day,
  store: CouncilStore,
): Promise<Text[]> {
  const people = failed.flatMap(({ lane }) =>
    lane.startsWith('person:') ? [Number(lane.slice('person:'.length))] : [],
  );
  const names = await store.names(people);
  const to = (lane: string): Text | undefined => {
    const [kind = '', where = ''] = lane.split(':');
    if (kind === 'surface') return undefined;
    const [, channel = ''] = where.split('/');
    // A direct message is named by whose account it is, which says nothing to an office.
    if (kind === 'channel') return channel.startsWith('U') ? undefined : channelLink(channel);
    if (kind !== 'person') return same(bodyOf(chart, where)?.name ?? lane);
    const name = names.get(Number(where)) ?? lane;
    return { ja: ja`${name}さん`, en: en`${name}` };
  };
  return failed.map((one) => failure(one, to(one.lane), today));
}

function why(error: string): Text {
  const [lacking, scope] = /^missing_scope(?: (.+))?$/u.exec(error) ?? [];
  if (lacking !== undefined) return lacksScope(scope);
  return WHY[error] ?? whyByMail(error) ?? same(error);
}

const lacksScope = (scope: string | undefined): Text => ({
  ja: ja`Slackアプリの権限${scope === undefined ? '' : ja`「${scope}」`}が足りません。管理者に、権限の追加とアプリの再インストールを依頼し、その後に再送してください`,
  en: en`the Slack app lacks a permission${scope === undefined ? '' : en` (${scope})`}; please have the administrator add it and reinstall the app, then send it again`,
});

/** Whether it may have arrived all the same: it is sent again only by its number, by somebody who has asked or looked. */
export const mayHaveArrived = ({ kind, error }: Undelivered): boolean =>
  ['unread_history', 'mail_unknown'].includes(error) || (kind === 'file' && error === 'unknown_outcome');

/** Of what could not be delivered, so many are shown; the count says how many there are. */
export const SHOWN = 10;

const WHY: Readonly<Record<string, Text>> = {
  no_channel: { ja: ja`チャンネルが割り当てられていません`, en: en`no channel is mapped` },
  no_account: { ja: ja`Slackのアカウントが名簿にありません`, en: en`no Slack account on the roster` },
  no_thread: { ja: ja`添付先のメッセージがありません`, en: en`the message it belongs to is gone` },
  unknown_outcome: { ja: ja`届いたかどうかを確認できません`, en: en`it is not known whether it arrived` },
  channel_not_found: { ja: ja`チャンネルが見つかりません`, en: en`the channel was not found` },
  not_in_channel: { ja: ja`Renkeiがチャンネルに参加していません`, en: en`the bot is not in the channel` },
  user_not_found: { ja: ja`Slackのアカウントが見つかりません`, en: en`the Slack account was not found` },
  account_inactive: { ja: ja`Slackのアカウントが停止されています`, en: en`the Slack account is deactivated` },
  user_disabled: { ja: ja`Slackのアカウントが停止されています`, en: en`the Slack account is deactivated` },
  user_not_visible: { ja: ja`Slackのアカウントが見つかりません`, en: en`the Slack account was not found` },
  messages_tab_disabled: {
    ja: ja`Slackの設定により、アプリからのダイレクトメッセージを受け取れません`,
    en: en`Slack is set so that the app cannot send direct messages`,
  },
  restricted_action: {
    ja: ja`Slackの設定により、アプリから投稿できません`,
    en: en`Slack is set so that the app cannot post there`,
  },
  unread_history: {
    ja: ja`届いたかどうかを確認できません(履歴を読めないため)。宛先をご確認のうえ、届いていない場合のみ再送してください`,
    en: en`it is not known whether it arrived, and the history cannot be read; please look before you send it again`,
  },
  mail_unknown: {
    ja: ja`メールが届いたかどうかを確認できません。ご本人にご確認のうえ、届いていない場合のみ再送してください`,
    en: en`it is not known whether the mail arrived; please ask before you send it again`,
  },
  mail_address: { ja: ja`メールアドレスが正しくありません`, en: en`the mail address is not one` },
  mail_bounces: {
    ja: ja`メールアドレスが受信を拒否しています。アドレスの変更、または再送をお願いします`,
    en: en`the mail address refuses letters; please have it changed, or try it again`,
  },
  is_archived: { ja: ja`チャンネルがアーカイブされています`, en: en`the channel is archived` },
};

const MESSAGE: Text = { ja: ja`お知らせ`, en: en`a message` };

/** 毎朝のお知らせ, 会議M3のお知らせ, 会議M3の添付ファイル, 課題K1の表示の更新 */
const KINDS: Readonly<Record<Undelivered['kind'], (matter: Text | undefined) => Text>> = {
  post: (matter) =>
    matter && !plain(matter.ja).endsWith('お知らせ')
      ? { ja: ja`${matter}のお知らせ`, en: matter.en }
      : (matter ?? MESSAGE),
  file: (matter) =>
    matter
      ? { ja: ja`${matter}の添付ファイル`, en: en`a file of ${matter}` }
      : { ja: ja`添付ファイル`, en: en`a file` },
  refresh: (matter = MESSAGE) => ({ ja: ja`${matter}の表示の更新`, en: en`an update of ${matter}` }),
};

function failure({ id, since, kind, about, error }: Undelivered, to: Text | undefined, today: Day): Text {
  const day = dayAsOf(dayAt(since), today);
  const what = KINDS[kind](matterText(about));
  const whom: Text = to ? { ja: ja`(${to}宛)`, en: en` for ${to}` } : nothing;
  return {
    ja: ja`• 番号${String(id)} ${day} ${what}${whom}:${why(error)}`,
    en: en`• No. ${String(id)}, ${day}, ${what}${whom}: ${why(error)}`,
  };
}
