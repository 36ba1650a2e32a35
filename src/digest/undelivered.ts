/** What the digest tells the secretariat of what could not be delivered, each day until it is seen to. */
import { buttons, heading, line } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import { type Section, secretariatOf, type Told } from './morning.ts';

export const undelivered: Section = async (morning) => {
  const { council, heardBy } = morning;
  const failed = (await council.undelivered()).length;
  if (failed === 0) return new Map();
  const look = { label: text.look, line: '/council health', council: council.id };
  const told: Told = {
    worth: true,
    counts: [{ n: failed, of: text.count }],
    parts: [heading(text.title), line(text.lost(failed)), buttons(look)],
  };
  return new Map(secretariatOf(morning).map((person) => [heardBy(person), told]));
};

const text = {
  title: { ja: ja`不達のお知らせ`, en: en`Undelivered` },
  count: (n: number): Text => ({ ja: ja`不達のお知らせ${n}件`, en: en`${n} undelivered` }),
  lost: (n: number): Text => ({
    ja: ja`お届けできなかったお知らせが${n}件あります。宛先の状態をご確認ください。`,
    en: en`${n} messages could not be delivered. Please check where they should have gone.`,
  }),
  look: { ja: ja`一覧を表示`, en: en`Show them` },
} as const;
