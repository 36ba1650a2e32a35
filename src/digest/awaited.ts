/** What the digest tells of circulations that wait for the answer of one's seat; it binds by silence, so nobody can leave it out. */

import { type Circulation, isOpen, standingOf } from '../domain/circulation.ts';
import type { Day } from '../domain/day.ts';
import { dayAsOf } from '../text/dates.ts';
import { buttons, heading, type Part, rowsAbout } from '../text/message.ts';
import { outcomeText } from '../text/outcomes.ts';
import { en, ja, type Text } from '../text/text.ts';
import { bodyName } from './agendaText.ts';
import type { Morning, Section } from './morning.ts';

/** The earliest deadline first. */
export const awaited: Section = async (morning) => {
  const { council, tenures, heardBy, calendar, now } = morning;
  const found = new Map<number, Circulation[]>();
  const open = await council.circulations.unended();
  for (const one of open.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))) {
    const around = { ...(await council.circulations.around(one)), calendar };
    const standing = standingOf(one, await council.circulations.positions(one.number), now, around);
    if (!isOpen(standing)) continue;
    const waiting = new Set(standing.lines.filter(({ stand }) => stand === 'waiting').map((line) => line.municipality));
    const asked = tenures.filter(
      ({ seat, municipality }) => seat.body === one.body && seat.role === 'member' && waiting.has(municipality),
    );
    for (const person of new Set(asked.map((tenure) => heardBy(tenure.person))))
      found.set(person, [...(found.get(person) ?? []), one]);
  }
  return new Map(
    [...found].map(([person, list]) => [
      person,
      { worth: true, counts: [{ n: list.length, of: text.count }], parts: parts(list, morning) },
    ]),
  );
};

function parts(list: readonly Circulation[], { chart, council, today }: Morning): Part[] {
  const presses = list.slice(0, BUTTONS).flatMap(({ number, requirements: [first] }) => {
    const press = (label: Text, line: string) => ({ label, line, council: council.id, about: `circulation:${number}` });
    return [
      press(text.agree(number), `/req agree P${number}`),
      ...(first === undefined ? [] : [press(text.show(first), `/req show ${first}`)]),
    ];
  });
  return [
    heading(text.title),
    rowsAbout(
      list.map((one) => `circulation:${one.number}`),
      list.map((one) => text.row(one, bodyName(chart, one.body), today)),
    ),
    buttons(...presses),
  ];
}

const BUTTONS = 5;

const text = {
  title: { ja: ja`ご回答をお待ちしている持ち回り審議`, en: en`Circulations that wait for your answer` },
  count: (n: number): Text => ({ ja: ja`ご回答待ちの持ち回り審議${n}件`, en: en`${n} to answer` }),
  row: ({ number, requirements, outcome, deadline }: Circulation, body: string, today: Day): Text => {
    const [first = 0, ...others] = requirements;
    const by = dayAsOf(deadline, today);
    const what = outcomeText(outcome);
    return {
      ja: ja`• P${number} ${body} 要件${first}${others.length > 0 ? `ほか${others.length}件` : ''}を『${what}』とすること(期限 ${by})`,
      en: en`• P${number}, ${body}: requirement ${first}${others.length > 0 ? ` and ${others.length} more` : ''}, “${what}” (by ${by})`,
    };
  },
  agree: (number: number): Text => ({ ja: ja`P${number}に同意`, en: en`Agree to P${number}` }),
  show: (number: number): Text => ({ ja: ja`要件${number}を表示`, en: en`Show requirement ${number}` }),
};
