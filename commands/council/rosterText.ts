/** The phrases of `/council roster`. */
import { bodyOf, type Chart, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { FiscalYear } from '../../src/domain/fiscalYear.ts';
import { groups } from '../../src/domain/groups.ts';
import { dayAsOf, fiscalYearText, officialDay } from '../../src/text/dates.ts';
import { seatRole } from '../../src/text/seats.ts';
import { en, ja, listed, nothing, same, type Text } from '../../src/text/text.ts';
import { isVacant, type SeenSeat } from '../subjects/rosters.ts';

const VACANT: Text = { ja: ja`未定`, en: en`vacant` };
const HIDDEN: Text = { ja: ja`公表前`, en: en`not published` };

export const text = {
  title: (place: string | undefined, on: Day, today: Day): Text => {
    const of = place === undefined ? '' : `${place} `;
    const day = on === today ? nothing : { ja: ja`(${officialDay(on)}現在)`, en: en` on ${officialDay(on)}` };
    return { ja: ja`${of}担当者名簿${day}`, en: en`${of}roster${day}` };
  },
  counts: (seats: readonly SeenSeat[]): Text => {
    const known = seats.filter((one) => one.known);
    const vacant = known.filter(isVacant).length;
    const hidden = seats.length - known.length;
    return {
      ja: ja`担当${seats.length}件:登録${known.length - vacant}件、未定${vacant}件${hidden > 0 ? `、公表前${hidden}件` : ''}`,
      en: en`${seats.length} seats: ${known.length - vacant} held, ${vacant} vacant${hidden > 0 ? `, ${hidden} not published` : ''}`,
    };
  },
  byBody: (seats: readonly SeenSeat[], chart: Chart): Text[] =>
    [...groups(seats, (one) => one.seat.body)].map(([slug, here]) => {
      const name = bodyOf(chart, slug)?.name ?? slug;
      const vacant = here.filter(isVacant).length;
      const hidden = here.filter((one) => !one.known).length;
      return {
        ja: ja`• ${name}:${here.length - vacant - hidden}/${here.length}${vacant > 0 ? ` 未定${vacant}` : ''}${hidden > 0 ? ` 公表前${hidden}` : ''}`,
        en: en`• ${name}: ${here.length - vacant - hidden}/${here.length}${vacant > 0 ? `, ${vacant} vacant` : ''}${hidden > 0 ? `, ${hidden} not published` : ''}`,
      };
    }),
  seat: (
    one: SeenSeat,
    names: ReadonlyMap<number, string>,
    chart: Chart,
    ofMunicipality: boolean,
    today: Day,
  ): Text => {
    const body = bodyOf(chart, one.seat.body);
    const role = seatRole(one.seat, chart);
    const code = one.seat.municipality ?? one.holders[0]?.municipality;
    const place = code === undefined ? '' : (municipalityOf(chart, code)?.name ?? code);
    const where = ofMunicipality ? (body?.name ?? '') : place;
    const section = one.section === undefined ? '' : `(${one.section})`;
    const who = one.known ? held(one, names, today) : HIDDEN;
    const of = where === '' ? nothing : same(`${where} `);
    return { ja: ja`• ${of}${role}${section}:${who}`, en: en`• ${of}${role}${section}: ${who}` };
  },
  vacant: (count: number): Text =>
    count === 0
      ? { ja: ja`未定の担当はありません。`, en: en`No seat is vacant.` }
      : { ja: ja`未定の担当${count}件`, en: en`${count} vacant seats` },
  vacantSeat: (one: SeenSeat, chart: Chart): Text => {
    const place =
      one.seat.municipality && `${municipalityOf(chart, one.seat.municipality)?.name ?? one.seat.municipality} `;
    const of = vacantIn(one, chart);
    return { ja: ja`• ${place ?? ''}${of}`, en: en`• ${place ?? ''}${of}` };
  },
  /** A row a municipality, the offices that belong to none at the end. */
  vacantByMunicipality: (vacant: readonly SeenSeat[], chart: Chart): Text[] =>
    [...groups(vacant, (one) => one.seat.municipality ?? '')]
      .sort(([one], [other]) => Number(one === '') - Number(other === ''))
      .map(([code, seats]): Text => {
        const of = listed(seats.map((one) => vacantIn(one, chart)));
        if (code === '')
          return { ja: ja`• 座長・部会長(${seats.length}件):${of}`, en: en`• Leads (${seats.length}): ${of}` };
        const name = municipalityOf(chart, code)?.name ?? code;
        return { ja: ja`• ${name}(${seats.length}件):${of}`, en: en`• ${name} (${seats.length}): ${of}` };
      }),
  showVacant: (count: number): Text => ({ ja: ja`未定の${count}件を表示`, en: en`Show the ${count} vacant` }),
  assignBy: {
    ja: ja`担当者は「/council 担当 介護保険WG 那珂市 山田 太郎」のように、または名簿のファイルの取込で登録できます。`,
    en: en`Assign by “/council seat 介護保険WG 那珂市 山田 太郎”, or import a roster file.`,
  },
  unpublished: {
    ja: ja`公表前の担当者は、その市町が名簿を公表した日から表示されます。`,
    en: en`Names that are not published are shown from the day on which their municipality publishes them.`,
  },
  narrower: {
    ja: ja`氏名は「/council 名簿 介護保険WG」「/council 名簿 那珂市 4月1日」のように、会議体・市町・日付を添えて表示できます。`,
    en: en`For names add a body, a municipality or a day, as in “/council roster 介護保険WG” or “/council roster 那珂市 4/1”.`,
  },
  export: { ja: ja`名簿をExcelで受け取る`, en: en`Get the roster as a workbook` },
  sent: (count: number, on: Day): Text => ({
    ja: ja`${officialDay(on)}現在の名簿(担当${count}件)を、ダイレクトメッセージでお送りします。`,
    en: en`The roster of ${officialDay(on)} (${count} seats) is sent to you as a direct message.`,
  }),
  importBy: {
    ja: ja`名簿のファイル(xlsx・CSV)をお選びください。登録の前に、変更の内容を表示します。`,
    en: en`Please choose the roster's file (xlsx or CSV). What it would change is shown first.`,
  },
  chooseFile: { ja: ja`ファイルを選ぶ`, en: en`Choose the file` },
  publishedWithin: (name: string, year: FiscalYear, on: Day, today: Day): Text =>
    on === today
      ? {
          ja: ja`${name}の${fiscalYearText(year)}の途中の異動を公表しました。他の市町にも表示されます。`,
          en: en`What is to change in ${name} within ${fiscalYearText(year)} is published; others see it now.`,
        }
      : {
          ja: ja`${name}の${fiscalYearText(year)}の途中の異動を、${officialDay(on)}に公表します。それまでは、${name}の情報主管担当の方にのみ表示されます。`,
          en: en`What is to change in ${name} within ${fiscalYearText(year)} will be published on ${officialDay(on)}; until then its information section alone sees it.`,
        },
  publishedDays: (days: readonly Day[]): Text => {
    const listing = listed(days.map(officialDay));
    return {
      ja: ja`${listing}付けの異動が対象です。この後に別の日付で登録した異動は、改めて公表するまで、他の市町には表示されません。`,
      en: en`Of these days: ${listing}. What is entered for other days after this stays hidden until it is published, too.`,
    };
  },
  nothingWithin: (name: string, year: FiscalYear): Text => ({
    ja: ja`${name}には、公表前の${fiscalYearText(year)}の途中の異動がありません。異動は「/council 担当」でご登録いただけます。`,
    en: en`${name} has no change within ${fiscalYearText(year)} that is not published. Changes are entered with “/council seat”.`,
  }),
  publishOver: (year: FiscalYear): Text => ({
    ja: ja`${fiscalYearText(year)}の途中の異動の公表日には、年度内の日をご入力ください。`,
    en: en`Please give a day within ${fiscalYearText(year)}.`,
  }),
  publishPast: { ja: ja`公表日には、本日以降の日をご入力ください。`, en: en`Please give today or a later day.` },
  publishLate: (first: Day): Text => ({
    ja: ja`来年度の名簿は、${officialDay(first)}には自動的に表示されます。公表日には、それ以前の日をご入力ください。`,
    en: en`Next year's roster is shown on ${officialDay(first)} in any case. Please give an earlier day.`,
  }),
  published: (name: string, year: FiscalYear, on: Day, today: Day): Text =>
    on === today
      ? {
          ja: ja`${name}の${fiscalYearText(year)}の名簿を公表しました。他の市町にも表示されます。`,
          en: en`The roster of ${name} for ${fiscalYearText(year)} is published; others see it now.`,
        }
      : {
          ja: ja`${name}の${fiscalYearText(year)}の名簿を、${officialDay(on)}に公表します。それまでは、${name}の情報主管担当の方にのみ表示されます。`,
          en: en`The roster of ${name} for ${fiscalYearText(year)} will be published on ${officialDay(on)}; until then its information section alone sees it.`,
        },
  undetermined: (vacant: number, all: number): Text =>
    vacant === 0
      ? { ja: ja`担当${all}件すべてに、担当者が登録されています。`, en: en`All ${all} seats have a holder.` }
      : {
          ja: ja`担当${all}件のうち、${vacant}件が未定です。公表後は、事務局の一覧にも載ります。`,
          en: en`Of ${all} seats ${vacant} are vacant. Once published they stand on the secretariat's list too.`,
        },
  bullet: (of: Text): Text => ({ ja: ja`• ${of}`, en: en`• ${of}` }),
  unreached: (names: readonly string[]): Text => ({
    ja: ja`メールが届いていない方:${names.join('、')}。アドレスのご確認をお願いします。`,
    en: en`Letters do not reach: ${names.join(', ')}. Please check the addresses.`,
  }),
  more: (count: number): Text => ({ ja: ja`ほか${count}件`, en: en`and ${count} more` }),
  notPublishedYet: (name: string, year: FiscalYear): Text => ({
    ja: ja`${name}の${fiscalYearText(year)}の名簿は、まだ公表の予定がありません。`,
    en: en`The roster of ${name} for ${fiscalYearText(year)} is not to be published yet.`,
  }),
  unpublishedAgain: (name: string, year: FiscalYear, seen: boolean): Text =>
    seen
      ? {
          ja: ja`${name}の${fiscalYearText(year)}の名簿を公表前に戻しました。すでにご覧になった方がいる可能性があります。`,
          en: en`The roster of ${name} for ${fiscalYearText(year)} is hidden again. Some may have seen it.`,
        }
      : {
          ja: ja`${name}の${fiscalYearText(year)}の名簿の公表を取りやめました。`,
          en: en`The roster of ${name} for ${fiscalYearText(year)} will not be published.`,
        },
};

/** 介護保険WG 委員(介護福祉課) */
function vacantIn({ seat, section }: SeenSeat, chart: Chart): Text {
  const of = bodyOf(chart, seat.body)?.name ?? seat.body;
  const named = section === undefined ? '' : `(${section})`;
  const role = seatRole(seat, chart);
  return { ja: ja`${of} ${role}${named}`, en: en`${of} ${role}${named}` };
}

function held({ holders, deputies }: SeenSeat, names: ReadonlyMap<number, string>, today: Day): Text {
  const one = ({ person, until }: Tenure): Text => {
    const name = names.get(person) ?? '';
    const last =
      until === undefined
        ? nothing
        : { ja: ja`(${dayAsOf(until, today)}まで)`, en: en` (until ${dayAsOf(until, today)})` };
    return { ja: ja`${name}${last}`, en: en`${name}${last}` };
  };
  const main = holders.length === 0 ? VACANT : listed(holders.map(one));
  if (deputies.length === 0) return main;
  return listed(
    [main, { ja: ja`副:${listed(deputies.map(one))}`, en: en`deputy: ${listed(deputies.map(one))}` }],
    same(' '),
  );
}
