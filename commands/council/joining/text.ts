/** What is said about joining and leaving. */
import type { BodyKind, Chart } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { JoinRefusal, Missing, Stage } from '../../../src/domain/joining.ts';
import type { Effect, QuorumChange } from '../../../src/domain/membership.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { grouped } from '../../../src/text/numbers.ts';
import { en, ja, listed, nothing, same, type Text } from '../../../src/text/text.ts';
import { STAGE_LABELS } from '../../arguments/joining.ts';

const stages = (list: readonly Stage[]): Text =>
  listed(
    list.map((one) => STAGE_LABELS[one]),
    same('・'),
  );

const slashed = (day: Day): string => day.replaceAll('-', '/').replaceAll('/0', '/');

const KIND: Readonly<Record<BodyKind, Text>> = {
  council: { ja: ja`協議会`, en: en`The council` },
  projectTeam: { ja: ja`プロジェクトチーム`, en: en`The project team` },
  subcommittee: { ja: ja`専門部会`, en: en`Subcommittees` },
  workingGroup: { ja: ja`WG`, en: en`Working groups` },
};

export const joiningText = {
  newStranger: (name: string, near: string | undefined): Text => {
    const meant: Text =
      near === undefined ? nothing : { ja: ja`「${near}」のことでしょうか。`, en: en` Did you mean “${near}”?` };
    return {
      ja: ja`${name}は、まだ登録されていません。${meant}初めての市町村は、団体コード(6桁)を添えてご入力ください。例:/council 後乗り ${name} 団体コード○○○○○○ オブザーバー 2027/4/1 承認3`,
      en: en`${name} is not registered yet.${meant} For a new one add its code of six digits: “/council join ${name} CODE observer 2027/4/1 承認3”.`,
    };
  },
  codeTaken: (code: string, name: string): Text => ({
    ja: ja`団体コード${code}は、${name}として登録されています。`,
    en: en`The code ${code} is that of ${name}.`,
  }),
  codeOther: (name: string, code: string): Text => ({
    ja: ja`${name}の団体コードは${code}です。ご確認ください(登録済みの市町村では、団体コードを省略できます)。`,
    en: en`The code of ${name} is ${code}. Please check; it may be left out.`,
  }),
  isPrefecture: (name: string): Text => ({
    ja: ja`${name}は都道府県ですので、加入の手続きの対象ではありません。市町村名と団体コードをご確認ください。`,
    en: en`${name} is a prefecture and does not join. Please check the name and the code.`,
  }),
  leaveWith: (name: string): Text => ({
    ja: ja`脱退・取下げは、最後の日を添えて「/council 脱退 ${name} 2030/3/31 承認5」のようにご入力ください。加入前の取下げでは、承認番号は不要です。`,
    en: en`Leaving is recorded with the last day, as in “/council leave ${name} 2030/3/31 承認5”; a joiner that withdraws needs no approval.`,
  }),
  isAdviser: (name: string): Text => ({
    ja: ja`${name}はアドバイザーですので、加入の手続きの対象ではありません。`,
    en: en`${name} is an adviser and does not join.`,
  }),
  dayMissing: (name: string, stage: Stage): Text => ({
    ja: ja`いつからかを、日付でご入力ください。例:/council 後乗り ${name} ${STAGE_LABELS[stage]} 2027/4/1 承認3`,
    en: en`Please say from when, as in “/council join ${name} ${stage} 2027/4/1 承認3”.`,
  }),
  nobodyJoins: (name: string | undefined, joining: readonly string[]): Text => {
    const who = listed(joining.map(same), same('・'));
    const known: Text =
      joining.length === 0
        ? { ja: ja`現在、後乗りの市町村はありません。`, en: en`Nobody joins at present.` }
        : { ja: ja`後乗りの市町村は${who}です。`, en: en`Joining: ${who}.` };
    if (name === undefined && joining.length === 0) return known;
    return name === undefined
      ? { ja: ja`対象の市町村名をご入力ください。${known}`, en: en`Please name the municipality. ${known}` }
      : { ja: ja`${name}は、後乗りの市町村ではありません。${known}`, en: en`${name} does not join. ${known}` };
  },

  refused: (name: string, stage: Stage, from: Day, why: JoinRefusal, next: readonly Stage[]): Text => {
    switch (why.refused) {
      case 'already':
        return {
          ja: ja`${name}は、${officialDay(why.since)}から「${STAGE_LABELS[why.last]}」として記録されています。`,
          en: en`${name} is recorded as “${STAGE_LABELS[why.last]}” from ${officialDay(why.since)}.`,
        };
      case 'order': {
        const now: Text = why.last
          ? { ja: ja`${name}は「${STAGE_LABELS[why.last]}」です。`, en: en`${name} is “${STAGE_LABELS[why.last]}”. ` }
          : nothing;
        return {
          ja: ja`${now}「${STAGE_LABELS[stage]}」の前の段階がまだ記録されていません。次に記録できるのは、${stages(next)}です。`,
          en: en`${now}“${STAGE_LABELS[stage]}” cannot follow yet. Next can be: ${stages(next)}.`,
        };
      }
      case 'backwards':
        return {
          ja: ja`${name}は、すでに「${STAGE_LABELS[why.last]}」まで進んでいますので、「${STAGE_LABELS[stage]}」には戻せません。最後の記録が誤りの場合は「/council 後乗り取消 ${name}」で取り消せます。次に記録できるのは、${stages(next)}です。`,
          en: en`${name} is “${STAGE_LABELS[why.last]}” already and does not go back to “${STAGE_LABELS[stage]}”. A wrong last step is taken back with “/council unjoin ${name}”. Next can be: ${stages(next)}.`,
        };
      case 'beforeLast':
        return {
          ja: ja`${name}は${officialDay(why.since)}から「${STAGE_LABELS[why.last]}」ですので、それより後の日をご入力ください。`,
          en: en`${name} is “${STAGE_LABELS[why.last]}” from ${officialDay(why.since)}; please give a later day.`,
        };
      case 'past':
        return {
          ja: ja`${officialDay(from)}は過ぎています。議決や負担の数がさかのぼって変わることのないよう、「${STAGE_LABELS[stage]}」は本日以降の日で記録してください。`,
          en: en`${officialDay(from)} is over. So that no count changes backwards, “${STAGE_LABELS[stage]}” is recorded for today or a later day.`,
        };
      case 'missing':
        return {
          ja: ja`「${STAGE_LABELS[stage]}」の記録に必要な次のものが、まだそろっていません。`,
          en: en`To record “${STAGE_LABELS[stage]}”, these are still missing.`,
        };
    }
  },
  missing: (one: Missing, name: string, from: Day, notAccepted: number, today: Day): Text => {
    const on = slashed(from);
    switch (one) {
      case 'approval':
        return {
          ja: ja`• 協議会の承認:「承認3」「M12」「決定第12号」のように、末尾に添えてください。`,
          en: en`• The council's approval: add it at the end, as in “approval 3” or “M12”.`,
        };
      case 'agreement':
        return {
          ja: ja`• 変更協定:「/council 改正 協定書 ${on} ${name}に関する変更協定」で登録してください。`,
          en: en`• The changed agreement: record it with “/council amend 協定書 ${on} …”.`,
        };
      case 'charter':
        return {
          ja: ja`• 要綱改正:「/council 改正 要綱 ${on} 構成団体の変更(${name})」で登録してください。`,
          en: en`• The changed charter: record it with “/council amend 要綱 ${on} …”.`,
        };
      case 'price':
        return {
          ja: ja`• 価格の合意:「/council 価格合意 ${name} 12,000千円 ${slashed(today)}」のように、合意の日と金額を登録してください。`,
          en: en`• The agreed price: record it with “/council price ${name} 12,000千円 ${slashed(today)}”.`,
        };
      case 'acceptance':
        return {
          ja: ja`• 決定の受入:まだ受け入れていない決定が${grouped(notAccepted)}件あります。「/council 受入 ${name}」でご確認いただけます。`,
          en: en`• Acceptance: ${grouped(notAccepted)} standing decisions are not accepted. See “/council adopt ${name}”.`,
        };
    }
  },

  preview: (name: string, stage: Stage, from: Day, member: boolean): Text => {
    const on = officialDay(from);
    if (stage !== 'left')
      return {
        ja: ja`${name}を、${on}から「${STAGE_LABELS[stage]}」とします。次の内容をご確認ください。`,
        en: en`${name} becomes “${STAGE_LABELS[stage]}” on ${on}. Please check.`,
      };
    return member
      ? {
          ja: ja`${name}の脱退(${on}から構成団体ではなくなります)を記録します。次の内容をご確認ください。`,
          en: en`${name} leaves: from ${on} it is no longer a member. Please check.`,
        }
      : {
          ja: ja`${name}の加入の取下げ(${on}から受入準備を終えます)を記録します。次の内容をご確認ください。`,
          en: en`${name} withdraws: from ${on} it no longer prepares to join. Please check.`,
        };
  },
  ends: (seats: number, items: number): Text => ({
    ja: ja`担当${grouped(seats)}件が終わります。その担当の未了の課題${grouped(items)}件は、その日から事務局で預かります。`,
    en: en`${grouped(seats)} seats end; ${grouped(items)} open items go to the secretariat from that day.`,
  }),
  openTitle: { ja: ja`脱退までにご確認いただくもの`, en: en`What is still open` },
  countsStay: {
    ja: ja`定足数・輪番・負担額は変わりません。`,
    en: en`Quorum, turns and shares do not change.`,
  },
  trial: {
    ja: ja`加入した場合の試算です(この段階では、定足数・輪番・負担額は変わりません)。`,
    en: en`What joining would change; nothing of it changes with this step.`,
  },
  members: ({ members }: Effect): Text => ({
    ja: ja`構成団体の数:${members.before} → ${members.after}`,
    en: en`Members: ${members.before} → ${members.after}`,
  }),
  quorum: ({ kind, agreement, before, after }: QuorumChange, { members }: Effect): Text => {
    const needs = (needed: number, of: number): Text => ({
      ja: ja`${of}団体中${needed}団体`,
      en: en`${needed} of ${of}`,
    });
    const [old, now] = [needs(before, members.before), needs(after, members.after)];
    const agrees: Text =
      agreement === 'all'
        ? {
            ja: ja`合意は全団体(${members.before} → ${members.after})`,
            en: en`all agree (${members.before} → ${members.after})`,
          }
        : agreement === 'majority'
          ? { ja: ja`議決は出席団体の過半数`, en: en`a majority of those present` }
          : { ja: ja`議決は出席団体の3分の2以上`, en: en`two thirds of those present` };
    return {
      ja: ja`• ${KIND[kind]}:定足数 ${old} → ${now}、${agrees}`,
      en: en`• ${KIND[kind]}: quorum ${old} → ${now}, ${agrees}`,
    };
  },
  turnsTitle: { ja: ja`会長の輪番(今後10年)`, en: en`Turns of the chair (ten years)` },
  noTurnChanges: { ja: ja`• 今後10年の会長の順番は変わりません。`, en: en`• No turn of the next ten years changes.` },
  quorumTitle: { ja: ja`定足数・合意`, en: en`Quorum and agreement` },
  sharesTitle: (thousands: number): Text => ({
    ja: ja`費用の負担(決定済の要件 ${grouped(thousands)}千円)`,
    en: en`Shares of ${grouped(thousands)} thousand yen of decided requirements`,
  }),
  share: (name: string, before: number, after: number): Text => ({
    ja: ja`• ${name}:${grouped(before)}円 → ${grouped(after)}円`,
    en: en`• ${name}: ${grouped(before)} yen → ${grouped(after)} yen`,
  }),
  sharesUnknown: (names: Text): Text => ({
    ja: ja`• 負担割合の設定(costShares)に${names}の値がないため、負担額は試算できません。`,
    en: en`• The setting costShares has no value for ${names}; shares cannot be reckoned.`,
  }),
  noCosts: { ja: ja`• 費用のある決定済の要件は、まだありません。`, en: en`• No decided requirement has a cost yet.` },
  seats: (count: number): Text => ({
    ja: ja`${grouped(count)}の会議体に委員の担当を設けます。担当者は「未定」で、決まるまで事務局の一覧に載ります。会議の予定表は、担当者の登録と同時に届きます。`,
    en: en`Seats are made in ${grouped(count)} bodies. They stay vacant, on the secretariat's list, until they are filled; calendars follow with the holder.`,
  }),
  channels: (count: number): Text => ({
    ja: ja`チャンネル${grouped(count)}件への招待は、担当者の登録後に「/council 同期」で確認できます。`,
    en: en`Invitations to ${grouped(count)} channels are shown by /council sync once the seats are filled.`,
  }),
  restsOn: (
    basis: string | undefined,
    amendments: readonly { readonly name: string; readonly note: string }[],
  ): Text => {
    const documents = amendments.map((one) => `${one.name}「${one.note}」`);
    return same([basis, ...documents].filter((one) => one !== undefined).join('・'));
  },
  basis: (rests: Text): Text => ({ ja: ja`根拠:${rests}`, en: en`Basis: ${rests}` }),
  priced: (on: Day, thousands: number): Text => ({
    ja: ja`価格:${grouped(thousands)}千円(${officialDay(on)}合意)`,
    en: en`Price: ${grouped(thousands)} thousand yen, agreed on ${officialDay(on)}`,
  }),
  record: { ja: ja`この内容で記録する`, en: en`Record this` },
  changedSince: {
    ja: ja`内容の表示後に、輪番・構成団体・費用のいずれかが変わりました。お手数ですが、もう一度はじめからご入力ください。`,
    en: en`The rotation, the members or the costs changed since this was shown. Please start again.`,
  },
  recorded: (id: number, name: string, stage: Stage, from: Day, member: boolean): Text => {
    const on = officialDay(from);
    if (stage !== 'left')
      return {
        ja: ja`${name}を、${on}から「${STAGE_LABELS[stage]}」として記録しました(後乗り${id})。`,
        en: en`Recorded (step ${id}): ${name} is “${STAGE_LABELS[stage]}” from ${on}.`,
      };
    return member
      ? {
          ja: ja`${name}の脱退を記録しました(後乗り${id})。${on}から構成団体ではなくなります。それまでの記録は残ります。`,
          en: en`Recorded (step ${id}): ${name} is no longer a member from ${on}. What was recorded stays.`,
        }
      : {
          ja: ja`${name}の加入の取下げを記録しました(後乗り${id})。${on}から後乗りの市町村ではなくなります。それまでの記録は残ります。`,
          en: en`Recorded (step ${id}): ${name} no longer joins from ${on}. What was recorded stays.`,
        };
  },
  made: (count: number): Text => ({
    ja: ja`担当を${grouped(count)}件設けました。担当者は未定です。「/council 名簿」から登録できます。`,
    en: en`${grouped(count)} seats were made; they are vacant. Fill them from /council roster.`,
  }),
  told: (name: string, stage: Stage, from: Day, member: boolean): Text => {
    const on = officialDay(from);
    switch (stage) {
      case 'member':
        return {
          ja: ja`${name}が、${on}に構成団体として加入します。その日から、${name}も定足数と議決に数えます。`,
          en: en`${name} joins as a member on ${on}, and counts for quorum and votes from that day.`,
        };
      case 'left':
        return member
          ? {
              ja: ja`${name}は、${on}から構成団体ではなくなります(脱退)。その日から、${name}は定足数と議決に数えません。`,
              en: en`From ${on} ${name} is no longer a member, and does not count for quorum or votes.`,
            }
          : {
              ja: ja`${name}が加入を取り下げました。${on}以降は、会議資料の閲覧や質問の対象となりません。`,
              en: en`${name} withdrew; from ${on} it no longer reads or asks.`,
            };
      case 'adopting':
        return {
          ja: ja`${name}が、${on}から受入準備に入ります。これまでの決定をご覧いただき、ご質問をお受けします。議決の数には含まれません。`,
          en: en`${name} prepares to adopt from ${on}: it reads what was decided and asks. It does not count.`,
        };
      default:
        return {
          ja: ja`${name}が、${on}から「${STAGE_LABELS[stage]}」となります。会議の資料はご覧いただけますが、議決の数には含まれません。`,
          en: en`${name} is “${STAGE_LABELS[stage]}” from ${on}. It reads, and does not count.`,
        };
    }
  },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  undoSure: (name: string, stage: Stage): Text => ({
    ja: ja`${name}の「${STAGE_LABELS[stage]}」の記録を取り消します。よろしいですか。`,
    en: en`Take back “${STAGE_LABELS[stage]}” of ${name}?`,
  }),
  undone: (name: string, stage: Stage, now: Stage | undefined): Text => {
    const back: Text = now
      ? { ja: ja`「${STAGE_LABELS[now]}」に戻ります。`, en: en` It is “${STAGE_LABELS[now]}” again.` }
      : nothing;
    return {
      ja: ja`${name}の「${STAGE_LABELS[stage]}」の記録を取り消しました。${back}`,
      en: en`“${STAGE_LABELS[stage]}” of ${name} was taken back.${back}`,
    };
  },
  toldUndone: (name: string, stage: Stage, from: Day): Text => ({
    ja: ja`先にお知らせした、${name}の「${STAGE_LABELS[stage]}」(${officialDay(from)}から)は取り消されました。`,
    en: en`What was announced of ${name} (“${STAGE_LABELS[stage]}” from ${officialDay(from)}) was taken back.`,
  }),
  nothingToUndo: (name: string): Text => ({
    ja: ja`${name}には、取り消せる記録がありません。`,
    en: en`Nothing of ${name} can be taken back.`,
  }),
  begun: (name: string, stage: Stage, from: Day): Text => {
    const on = officialDay(from);
    return stage === 'left'
      ? {
          ja: ja`${name}の脱退は${on}から始まっているため、取り消せません。もう一度加入する場合は「/council 後乗り ${name} オブザーバー 2030/4/1 承認5」のように記録してください。`,
          en: en`${name} has left on ${on}; that cannot be taken back. Coming again is recorded with “/council join ${name} observer 2030/4/1 承認5”.`,
        }
      : {
          ja: ja`${name}の「${STAGE_LABELS[stage]}」は${on}から始まっているため、取り消せません。脱退の場合は「/council 脱退 ${name} 2030/3/31 承認5」のように記録してください。`,
          en: en`“${STAGE_LABELS[stage]}” of ${name} has begun on ${on} and cannot be taken back. Leaving is recorded with “/council leave ${name} 2030/3/31 承認5”.`,
        };
  },
  inUse: (name: string, count: number): Text => ({
    ja: ja`${name}の担当のうち${grouped(count)}件に、すでに担当者または課題が登録されているため、取り消せません。担当者の登録を取り消してから、もう一度お試しください。`,
    en: en`${grouped(count)} seats of ${name} have holders or items already. Take those back first.`,
  }),
  priceAgreed: (name: string, on: Day, thousands: number, before: Text): Text => ({
    ja: ja`${name}の価格の合意を記録しました:${grouped(thousands)}千円(${officialDay(on)})。${before}`,
    en: en`The price of ${name} is recorded: ${grouped(thousands)} thousand yen, agreed on ${officialDay(on)}.${before}`,
  }),
  priceBefore: (thousands: number): Text => ({
    ja: ja`これまでの記録は${grouped(thousands)}千円でした。`,
    en: en` It was ${grouped(thousands)} thousand yen before.`,
  }),
  priceInFuture: (on: Day): Text => ({
    ja: ja`${officialDay(on)}は、まだ先の日です。合意した日をご入力ください。`,
    en: en`${officialDay(on)} has not come yet; please give the day of the agreement.`,
  }),
} as const;

/** The name of a municipality of the chart. */
export const nameIn = (chart: Pick<Chart, 'municipalities'>, code: string): string =>
  chart.municipalities.find((one) => one.code === code)?.name ?? code;
