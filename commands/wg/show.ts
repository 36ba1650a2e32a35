/** `/wg show 介護保険`: who sits in a body today, what it decides on, and when it meets. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat, leadLabel } from '../../src/command/who.ts';
import { type Body, type Chart, isHere, isOn, municipalityOf, type Tenure } from '../../src/domain/council.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { bodiesOf, type Meeting } from '../../src/domain/meeting.ts';
import { facts, rows } from '../../src/text/message.ts';
import { channelLink, en, ja, listed, same, type Text } from '../../src/text/text.ts';
import { meetingNumber } from '../arguments/numbers.ts';
import { bodyName } from '../arguments/words.ts';
import { bodyMeant } from '../subjects/bodies.ts';
import { countsLabel, countsText, meetingCounts } from '../subjects/meetingCounts.ts';
import { meetingTooEarly } from '../subjects/past.ts';
import { showMeeting } from './showMeeting.ts';
import { meetingName, text as wgText, whenOf } from './text.ts';

export const wgShow = subcommand({
  name: 'show',
  alias: ['表示', '詳細'],
  summary: {
    ja: ja`WG・部会の委員・業務・会議の予定、または会議を表示します`,
    en: en`Show a body's members, systems and meetings, or a meeting`,
  },
  effect: 'read',
  args: z.object({ number: meetingNumber.optional(), of: bodyName.optional() }),
  examples: ['介護保険', 'マル福', 'M12', ''],

  async about(said, scene, store): Promise<About<Body | Meeting>> {
    if (said.number === undefined) return bodyMeant(said.of, scene);
    const meeting = await store.meetings.byNumber(said.number);
    if (!meeting) return { refused: whisper(wgText.noMeeting(said.number)) };
    return (await meetingTooEarly(meeting, scene, store)) ?? { subject: meeting };
  },

  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { subject, chart, today } = scene;
    if ('number' in subject) return showMeeting(subject, scene, store);
    const body = subject;
    const [seats, tenures, meetings, channels] = await Promise.all([
      store.seatsOf(body.slug),
      store.tenuresOn(today),
      store.meetings.from(today),
      store.channels.ofBody(body.slug),
    ]);
    const counts = (await meetingCounts(scene, store)).get(body.slug);
    const here = tenures.filter((one) => one.seat.body === body.slug && isOn(one, today));
    const names = await store.names(here.map((one) => one.person));
    const holders = (seat: string): Text => {
      const people = here
        .filter((one) => one.seat.id === seat)
        .toSorted((a, b) => Number(a.deputy) - Number(b.deputy))
        .map((one) => text.person(one, names));
      return people.length > 0 ? listed(people) : text.vacant;
    };
    const systems = chart.systems.filter((one) => one.body === body.slug);
    const next = meetings.filter((one) => bodiesOf(one).includes(body.slug));
    return whisper(
      text.title(body),
      facts(
        ...seats
          .filter((seat) => seat.role === 'lead')
          .map((seat): [Text, Text] => [leadLabel(chart, body.slug), holders(seat.id)]),
        ...(channels.length > 0
          ? [
              [
                text.channel,
                listed(
                  channels.map((one) => channelLink(one.channelId)),
                  same(' '),
                ),
              ] as [Text, Text],
            ]
          : []),
        ...(counts ? [[countsLabel(fiscalYearOf(today)), countsText(counts)] as [Text, Text]] : []),
        ...(systems.length > 0 ? [[text.systems, listed(systems.map((one) => same(one.name)))] as [Text, Text]] : []),
      ),
      rows(
        seats
          .filter(({ role, municipality }) => role !== 'lead' && isHere(chart, municipality ?? '', today))
          .map((seat) => text.seat(chart, seat.municipality, seat.role, holders(seat.id))),
      ),
      rows(
        next.length > 0 ? next.map((one) => text.meeting(meetingName(one), whenOf(one), one.place)) : [text.noMeeting],
      ),
    );
  },
});

const ROLES: Readonly<Record<'member' | 'lead' | 'information' | 'adviser', Text>> = {
  member: { ja: ja`委員`, en: en`member` },
  lead: { ja: ja`座長`, en: en`lead` },
  information: { ja: ja`情報主管担当`, en: en`information section` },
  adviser: { ja: ja`アドバイザー`, en: en`adviser` },
};

const text = {
  title: (body: Body): Text => ({ ja: ja`${body.name}の体制`, en: en`${body.name}` }),
  person: ({ person, deputy }: Tenure, names: ReadonlyMap<number, string>): Text => ({
    ja: ja`${names.get(person) ?? ''}${deputy ? '(代理)' : ''}`,
    en: en`${names.get(person) ?? ''}${deputy ? ' (deputy)' : ''}`,
  }),
  vacant: { ja: ja`未定(事務局で預かっています)`, en: en`vacant (with the secretariat)` },
  channel: { ja: ja`チャンネル`, en: en`Channel` },
  systems: { ja: ja`業務システム`, en: en`Systems` },
  seat: (chart: Chart, code: string | undefined, role: keyof typeof ROLES, holders: Text): Text => {
    const name = code === undefined ? '' : (municipalityOf(chart, code)?.name ?? code);
    return { ja: ja`• ${name} ${ROLES[role]}:${holders}`, en: en`• ${name} ${ROLES[role]}: ${holders}` };
  },
  meeting: (name: Text, when: Text, place: string | undefined): Text => ({
    ja: ja`• 会議${name} ${when}${place === undefined ? '' : ` ${place}`}`,
    en: en`• Meeting ${name} ${when}${place === undefined ? '' : `, ${place}`}`,
  }),
  noMeeting: { ja: ja`• 予定されている会議はありません。`, en: en`• No meeting is scheduled.` },
} as const;
