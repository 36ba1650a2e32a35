/** What the digest tells a lead, then the secretariat, of items whose owners were reminded twice and did not answer; each once. */
import type { Day } from '../domain/day.ts';
import type { Step } from '../domain/escalation.ts';
import type { Item } from '../domain/item.ts';
import { dayAsOf } from '../text/dates.ts';
import { buttons, heading, rowsAbout } from '../text/message.ts';
import { en, ja, nothing, onOneLine, type Text } from '../text/text.ts';
import { bodyName, townsOf } from './agendaText.ts';
import type { Reminder, Section, Told } from './morning.ts';

export const escalated: Section = async ({ reminders, items, tenures, chart, council, today }) => {
  const found = new Map<number, Escalated[]>();
  for (const item of items) {
    const reminder = reminders.get(item.number);
    if (!reminder || reminder.step === 'first' || reminder.step === 'second') continue;
    for (const person of reminder.hearers) found.set(person, [...(found.get(person) ?? []), { item, ...reminder }]);
  }
  const told = ([person, list]: [number, Escalated[]]): [number, Told] => [
    person,
    {
      worth: true,
      counts: [{ n: list.length, of: text.count }],
      parts: [
        heading(text.title),
        rowsAbout(
          list.map(({ item }) => `item:${item.number}`),
          list.map(({ item, step, silent }) =>
            text.row(item, { body: bodyName(chart, item.body), owners: townsOf(silent, tenures, chart) }, step, today),
          ),
        ),
        buttons(
          ...list.slice(0, BUTTONS).map(({ item: { number } }) => ({
            label: text.look(number),
            line: `/item show K${number}`,
            council: council.id,
            about: `item:${number}`,
          })),
        ),
      ],
    },
  ];
  return new Map([...found].map(told));
};

interface Escalated extends Pick<Reminder, 'step' | 'silent'> {
  readonly item: Item;
}

const BUTTONS = 5;

const text = {
  title: { ja: ja`ご回答のない課題(期限超過)`, en: en`Overdue items without an answer` },
  count: (n: number): Text => ({ ja: ja`ご回答のない課題${n}件`, en: en`${n} items without an answer` }),
  row: (item: Item, { body, owners }: { body: string; owners: string }, step: Step, today: Day): Text => {
    const due: Text = item.due === undefined ? nothing : dayAsOf(item.due, today);
    const told: Text =
      step === 'lead'
        ? {
            ja: ja`担当(${owners})へ2回お知らせしましたが、ご回答がありません`,
            en: en`its owner (${owners}) was reminded twice`,
          }
        : {
            ja: ja`担当(${owners})と座長へお知らせしましたが、ご回答がありません`,
            en: en`its owner (${owners}) and the lead were reminded`,
          };
    return {
      ja: ja`• 課題K${item.number} ${onOneLine(item.title)}(${body}、期限 ${due}) — ${told}`,
      en: en`• Item K${item.number} ${onOneLine(item.title)} (${body}, due ${due}): ${told}`,
    };
  },
  look: (number: number): Text => ({ ja: ja`K${number}を表示`, en: en`Show K${number}` }),
} as const;
