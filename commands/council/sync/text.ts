/** What is said of Slack and the council being kept in step. */
import type { Unread } from '../../../src/command/survey.ts';
import type { Audience } from '../../../src/domain/audience.ts';
import type { Day, Instant } from '../../../src/domain/day.ts';
import type { Change, Concern, RemovedBecause } from '../../../src/domain/sync/differences.ts';
import { momentAsOf } from '../../../src/text/dates.ts';
import { note, type Part } from '../../../src/text/message.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { bold, channelLink, en, ja, listed, mention, same, type Text } from '../../../src/text/text.ts';

/** How a difference names what it is about. */
export interface Names {
  readonly body: (slug: string) => Text;
  readonly person: (id: number) => Text;
}

const KINDS: Readonly<Record<Change['kind'] | Concern['kind'], Text>> = {
  create: { ja: ja`作成するチャンネル`, en: en`channels to create` },
  adopt: { ja: ja`割り当てる既存のチャンネル`, en: en`existing channels to map` },
  moved: { ja: ja`IDが変わったチャンネル`, en: en`channels whose id changed` },
  renamed: { ja: ja`名前が変わったチャンネル`, en: en`renamed channels` },
  join: { ja: ja`Renkeiが参加するチャンネル`, en: en`channels that Renkei joins` },
  topic: { ja: ja`トピックの変更`, en: en`topics to set` },
  bookmark: { ja: ja`追加するブックマーク`, en: en`bookmarks to add` },
  unbookmark: { ja: ja`外すブックマーク`, en: en`bookmarks to remove` },
  invite: { ja: ja`招待する方`, en: en`people to invite` },
  remove: { ja: ja`外す方`, en: en`people to remove` },
  group: { ja: ja`ユーザーグループの更新`, en: en`user groups to fill` },
  groupOff: { ja: ja`無効にするユーザーグループ`, en: en`user groups to disable` },
  gone: { ja: ja`見つからないチャンネル`, en: en`channels that are not found` },
  archived: { ja: ja`アーカイブされたチャンネル`, en: en`archived channels` },
  nameTaken: { ja: ja`同じ名前の別のチャンネル`, en: en`channel names that are taken` },
  narrow: { ja: ja`参加範囲の外になる担当者`, en: en`seats outside the audience` },
  elsewhere: { ja: ja`別のワークスペースの方`, en: en`people of other workspaces` },
  guest: { ja: ja`外れていただく別のワークスペースの方`, en: en`people of other workspaces who are to leave` },
  noAccount: { ja: ja`Slackのアカウントがない方`, en: en`people without an account` },
  deactivated: { ja: ja`アカウントが停止されている方`, en: en`deactivated accounts` },
  stranger: { ja: ja`名簿にない参加者`, en: en`members who are not on the roster` },
  handleTaken: { ja: ja`同じ名前の別のユーザーグループ`, en: en`user group handles that are taken` },
};

const BECAUSE: Readonly<Record<RemovedBecause, Text>> = {
  left: { ja: ja`現在の担当なし`, en: en`holds no seat now` },
  ended: { ja: ja`この会議体の担当を終了`, en: en`no longer sits here` },
  audience: { ja: ja`参加範囲の外`, en: en`outside the audience` },
  undone: { ja: ja`取消しのため`, en: en`to take it back` },
};

/** What `/wg map` calls them. */
const AUDIENCE: Readonly<Record<Audience, Text>> = {
  internal: { ja: ja`構成団体のみ`, en: en`internal` },
  prefecture: { ja: ja`県`, en: en`prefecture` },
  joiner: { ja: ja`後乗り`, en: en`joiner` },
  vendor: { ja: ja`事業者`, en: en`vendor` },
};

const where = (channel: string | undefined, body: string, names: Names): Text =>
  channel === undefined ? names.body(body) : channelLink(channel);

/** So many channels are named in a row. */
const FEW = 3;

/** A change or a concern, as a row of a list. */
export function differenceText(one: Change | Concern, names: Names): Text {
  switch (one.kind) {
    case 'create':
    case 'adopt':
      return { ja: ja`${names.body(one.body)}:#${one.name}`, en: en`${names.body(one.body)}: #${one.name}` };
    case 'moved':
      return {
        ja: ja`${names.body(one.body)}:#${one.name} → ${channelLink(one.channel)}`,
        en: en`${names.body(one.body)}: #${one.name} → ${channelLink(one.channel)}`,
      };
    case 'renamed':
      return {
        ja: ja`${names.body(one.body)}:#${one.before} → #${one.name}(記録を直します)`,
        en: en`${names.body(one.body)}: #${one.before} → #${one.name} (in our record)`,
      };
    case 'join':
      return {
        ja: ja`${channelLink(one.channel)}(${names.body(one.body)})`,
        en: en`${channelLink(one.channel)} (${names.body(one.body)})`,
      };
    case 'topic': {
      const before: Text = one.before === '' ? { ja: ja`なし`, en: en`none` } : same(one.before);
      return {
        ja: ja`${where(one.channel, one.body, names)}:「${one.topic}」(現在:${before})`,
        en: en`${where(one.channel, one.body, names)}: “${one.topic}” (now: ${before})`,
      };
    }
    case 'bookmark':
    case 'unbookmark':
      return {
        ja: ja`${where(one.channel, one.body, names)}:${one.title}`,
        en: en`${where(one.channel, one.body, names)}: ${one.title}`,
      };
    case 'invite':
      return {
        ja: ja`${where(one.channel, one.body, names)}:${names.person(one.person)}さん`,
        en: en`${where(one.channel, one.body, names)}: ${names.person(one.person)}`,
      };
    case 'remove':
      return {
        ja: ja`${channelLink(one.channel)}:${names.person(one.person)}さん(${BECAUSE[one.because]})`,
        en: en`${channelLink(one.channel)}: ${names.person(one.person)} (${BECAUSE[one.because]})`,
      };
    case 'group': {
      const joining = one.users.filter((user) => !one.before.includes(user)).length;
      const leaving = one.before.filter((user) => !one.users.includes(user)).length;
      return {
        ja: ja`@${one.handle}(${names.body(one.body)}):${one.users.length}名(追加${joining}名・除外${leaving}名)`,
        en: en`@${one.handle} (${names.body(one.body)}): ${one.users.length} people (+${joining}, −${leaving})`,
      };
    }
    case 'groupOff':
      return {
        ja: ja`@${one.handle}(${names.body(one.body)}):委員が未定のため`,
        en: en`@${one.handle} (${names.body(one.body)}): nobody sits there`,
      };
    case 'gone':
      return {
        ja: ja`#${one.name}(${names.body(one.body)}):非公開の場合は、チャンネルで「/invite @Renkei」とご入力ください。削除された場合は、「/wg ひも付け」で別のチャンネルを割り当ててください。`,
        en: en`#${one.name} (${names.body(one.body)}): if it is private, type “/invite @Renkei” in it; if it was deleted, map another by /wg map.`,
      };
    case 'archived':
      return {
        ja: ja`#${one.name}(${names.body(one.body)}):Slackでアーカイブを解除するか、「/wg ひも付け」で別のチャンネルを割り当ててください。`,
        en: en`#${one.name} (${names.body(one.body)}): unarchive it in Slack, or map another channel by /wg map.`,
      };
    case 'nameTaken':
      return {
        ja: ja`#${one.name}:別の会議体が使っています。「/wg ひも付け」で${names.body(one.body)}のチャンネルを割り当ててください。`,
        en: en`#${one.name} is used by another body: please map a channel for ${names.body(one.body)} by /wg map.`,
      };
    case 'narrow': {
      const who = listed(one.people.slice(0, FEW).map(names.person));
      const more = one.people.length - FEW;
      const [is, wants] = [AUDIENCE[one.audience], AUDIENCE[one.wants]];
      return {
        ja: ja`${channelLink(one.channel)}(${names.body(one.body)}):${who}さん${more > 0 ? `ほか${more}名` : ''}は、参加範囲が「${is}」のため招待しません。招待する場合は「/wg ひも付け ${names.body(one.body)} ${channelLink(one.channel)} ${wants}」で範囲を広げてください(費用など、構成団体のみの情報は表示されなくなります)。`,
        en: en`${channelLink(one.channel)} (${names.body(one.body)}): ${who}${more > 0 ? ` and ${more} more` : ''} are not invited, since its audience is “${is}”. Widen it by “/wg map ${names.body(one.body)} ${channelLink(one.channel)} ${wants}”; costs and the like are no longer shown there then.`,
      };
    }
    case 'elsewhere':
      return {
        ja: ja`${names.person(one.person)}さん:アプリからは招待できません。Slackコネクトでチャンネルを共有するか、ゲストとして招待してください。回答はボタンで行えます。`,
        en: en`${names.person(one.person)}: an app cannot invite them. Share the channel by Slack Connect, or invite them as a guest; they answer by buttons.`,
      };
    case 'guest': {
      const channels = listed(one.channels.slice(0, FEW).map(channelLink));
      const more = one.channels.length - FEW;
      return {
        ja: ja`${names.person(one.person)}さん:担当を終えましたが、${channels}${more > 0 ? `ほか${more}件` : ''}に参加しています。別のワークスペースの方のため、Slackで外してください。`,
        en: en`${names.person(one.person)} no longer sits there and is still in ${channels}${more > 0 ? ` and ${more} more` : ''}. Being of another workspace, they are removed in Slack by hand.`,
      };
    }
    case 'noAccount':
      return {
        ja: ja`${names.person(one.person)}さん:Slackへの招待と、名簿へのアカウントの登録をお願いします。`,
        en: en`${names.person(one.person)}: please invite them to Slack and register the account.`,
      };
    case 'deactivated':
      return {
        ja: ja`${names.person(one.person)}さん:異動の有無と、新しいアカウントをご確認ください。`,
        en: en`${names.person(one.person)}: please check whether they moved, or have a new account.`,
      };
    case 'stranger': {
      const channels = listed(one.channels.slice(0, FEW).map(channelLink));
      const more = one.channels.length - FEW;
      return {
        ja: ja`${mention(one.account)}さん:${channels}${more > 0 ? `ほか${more}件` : ''}に参加しています。参加してよい方かをご確認ください。`,
        en: en`${mention(one.account)} is in ${channels}${more > 0 ? ` and ${more} more` : ''}. Please check whether they may be there.`,
      };
    }
    case 'handleTaken':
      return {
        ja: ja`@${one.handle}:Slackで名前を変えると、${names.body(one.body)}のグループを作成できます。`,
        en: en`@${one.handle}: rename it in Slack, so that the group of ${names.body(one.body)} can be made.`,
      };
  }
}

/** 「招待する方:12件」 */
export const kindCount = (kind: Change['kind'] | Concern['kind'], n: number): Text => ({
  ja: ja`${KINDS[kind]}:${grouped(n)}件`,
  en: en`${KINDS[kind]}: ${grouped(n)}`,
});

export const kindText = (kind: Change['kind'] | Concern['kind']): Text => KINDS[kind];

export const text = {
  nothing: { ja: ja`Slackと協議会の名簿・体制は、すべて一致しています。`, en: en`Slack and the council are in step.` },
  nothingToDo: (n: number): Text => ({
    ja: ja`Renkeiが直せる違いはありません。事務局でご確認いただきたいことが${grouped(n)}件あります。`,
    en: en`There is nothing for Renkei to change; ${grouped(n)} points need your attention.`,
  }),
  preview: (id: number, n: number, concerns: number): Text => ({
    ja: ja`Slackと協議会の名簿・体制を照合しました(照合${id})。Renkeiが直せる違いは${grouped(n)}件、事務局でご確認いただきたいことは${grouped(concerns)}件です。まだ何も変更していません。`,
    en: en`Slack was compared with the council (comparison ${id}): ${grouped(n)} changes can be made, ${grouped(concerns)} points need your attention. Nothing was changed yet.`,
  }),
  ours: { ja: ja`Renkeiが行う変更`, en: en`What Renkei would do` },
  yours: { ja: ja`事務局でご確認いただきたいこと`, en: en`What needs your attention` },
  carryOut: (n: number): Text => ({ ja: ja`この${grouped(n)}件を実行する`, en: en`Do these ${grouped(n)}` }),
  kind: (name: Text): Text => bold(name),
  row: (difference: Text): Text => ({ ja: ja`• ${difference}`, en: en`• ${difference}` }),
  listed: (id: number): Text => ({ ja: ja`照合${id}の違いの一覧です。`, en: en`The differences of comparison ${id}.` }),
  what: {
    channels: { ja: ja`チャンネルの一覧`, en: en`the channels` },
    members: { ja: ja`チャンネルの参加者`, en: en`members of channels` },
    accounts: { ja: ja`アカウントの一覧`, en: en`the accounts` },
    groups: { ja: ja`ユーザーグループ`, en: en`the user groups` },
    bookmarks: { ja: ja`ブックマーク`, en: en`bookmarks` },
  } satisfies Record<Unread['what'], Text>,
  notRead: (what: Text, n: number, why: Text): Text => ({
    ja: ja`${what}${n > 1 ? `(${n}件)` : ''}は読み取れなかったため、照合していません。${why}`,
    en: en`Not compared, since it could not be read: ${what}${n > 1 ? ` (${n})` : ''}. ${why}`,
  }),
  others: (n: number): Text => ({
    ja: ja`ほかのワークスペースのチャンネル${grouped(n)}件は、照合の対象外です。参加者はそのワークスペースでご確認ください。`,
    en: en`${grouped(n)} channels of other workspaces are not compared; please look after their members there.`,
  }),
  details: { ja: ja`1件ずつ確認する`, en: en`Show one by one` },
  visible: (at: Instant, today: Day): Text => ({
    ja: ja`年度替わりの変更は、${momentAsOf(at, today)}以降に行います。`,
    en: en`Changes of the new term are made from ${momentAsOf(at, today)} on.`,
  }),
  started: (n: number): Text => ({
    ja: ja`${grouped(n)}件の変更を始めました。Slackの制限に合わせて順に行い、終わりましたらお知らせします。`,
    en: en`${grouped(n)} changes have begun. They are made one by one at Slack’s pace; you will be told at the end.`,
  }),
  scheduled: (n: number, at: Instant, today: Day): Text => ({
    ja: ja`${grouped(n)}件の変更を受け付けました。年度替わりのため、${momentAsOf(at, today)}から行い、終わりましたらお知らせします。`,
    en: en`${grouped(n)} changes are accepted. Since the term has just changed they are made from ${momentAsOf(at, today)} on; you will be told at the end.`,
  }),
  progressButton: { ja: ja`経過を見る`, en: en`Show progress` },
  anew: { ja: ja`もう一度照合する`, en: en`Compare again` },
  running: (id: number): Text => ({
    ja: ja`照合${id}の変更を行っているところです。終わってから、もう一度お試しください。`,
    en: en`The changes of comparison ${id} are under way. Please try again when they are done.`,
  }),
  stale: {
    ja: ja`照合の後に、日付・名簿・チャンネルの割り当てのいずれかが変わりました。何も変更していません。お手数ですが、もう一度照合してください。`,
    en: en`The day, the roster or the channels have changed since the comparison. Nothing was changed; please compare again.`,
  },
  noPlan: (id: number): Text => ({
    ja: ja`照合${id}は見つかりませんでした。「/council 同期」で、もう一度照合してください。`,
    en: en`There is no comparison ${id} of yours. Please compare again by /council sync.`,
  }),
  unread: (error: Text): Text => ({
    ja: ja`Slackの情報を読み取れなかったため、照合できませんでした。${error}`,
    en: en`Slack could not be read, so that nothing could be compared. ${error}`,
  }),
  progress: (id: number, done: number, all: number): Text => ({
    ja: ja`照合${id}の変更:全${grouped(all)}件中${grouped(done)}件が済みました。`,
    en: en`Changes of comparison ${id}: ${grouped(done)} of ${grouped(all)} are settled.`,
  }),
  from: (at: Instant, today: Day): Text => ({
    ja: ja`${momentAsOf(at, today)}から順に行います。`,
    en: en`They are made from ${momentAsOf(at, today)} on.`,
  }),
  more: (n: number): Text => ({ ja: ja`ほか${grouped(n)}件`, en: en`and ${grouped(n)} more` }),
  finished: (done: number, failed: number): Text =>
    failed === 0
      ? {
          ja: ja`Slackを協議会の名簿・体制に合わせました。${grouped(done)}件すべて完了しました。`,
          en: en`Slack is in step with the council: all ${grouped(done)} changes are made.`,
        }
      : {
          ja: ja`Slackを協議会の名簿・体制に合わせました。${grouped(done)}件は完了しましたが、${grouped(failed)}件は行えませんでした。`,
          en: en`Slack was put in step with the council: ${grouped(done)} changes are made, ${grouped(failed)} could not be.`,
        },
  already: (n: number): Text => ({
    ja: ja`うち${grouped(n)}件は、すでにそのとおりでした。`,
    en: en`${grouped(n)} of them were so already.`,
  }),
  failed: (kind: Change['kind'], n: number, why: Text): Text => ({
    ja: ja`${kindCount(kind, n)} — ${why}`,
    en: en`${kindCount(kind, n)} — ${why}`,
  }),
  failures: { ja: ja`行えなかったこと`, en: en`What could not be done` },
  undo: { ja: ja`元に戻す`, en: en`Undo` },
  undoPreview: (id: number, n: number): Text => ({
    ja: ja`照合${id}で行った変更のうち、${grouped(n)}件を元に戻します。まだ何も変更していません。`,
    en: en`Of the changes of comparison ${id}, ${grouped(n)} would be taken back. Nothing was changed yet.`,
  }),
  undoNone: (id: number): Text => ({
    ja: ja`照合${id}の変更には、元に戻せるものがありません。`,
    en: en`None of the changes of comparison ${id} can be taken back.`,
  }),
  undoNotYet: (id: number): Text => ({
    ja: ja`照合${id}の変更は、まだ終わっていません。終わってから、もう一度お試しください。`,
    en: en`The changes of comparison ${id} are not finished. Please try again when they are.`,
  }),
  undone: (id: number, by: number): Text => ({
    ja: ja`照合${id}の変更は、照合${by}ですでに元に戻しています。`,
    en: en`Comparison ${id} was taken back by ${by}.`,
  }),
  byHand: (stays: readonly Change[]): Part[] =>
    stays.some((one) => one.kind === 'create')
      ? [
          note({
            ja: ja`作成したチャンネルが不要な場合は、Slackでアーカイブしてください。`,
            en: en`Where a channel that was created is not wanted, please archive it in Slack.`,
          }),
        ]
      : [],
  stays: { ja: ja`元に戻せないこと`, en: en`What cannot be taken back` },
} as const;
