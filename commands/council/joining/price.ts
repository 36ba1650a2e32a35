/** `/council price 境町 12,000千円 2027/8/20`: the price that a joiner agreed with the vendor, and when. */
import { z } from 'zod';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import { en, ja, nothing } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { joinerName, price } from '../../arguments/joining.ts';
import { joiningMeant } from './meant.ts';
import { undoable } from './terms.ts';
import { joiningText as text } from './text.ts';

export const councilPrice = subcommand({
  name: 'price',
  alias: ['価格合意', '価格'],
  summary: { ja: ja`後乗り市町村の価格の合意を記録します`, en: en`Record the price that a joiner agreed` },
  effect: 'act',
  args: z.object({ name: joinerName, thousands: price, on: pastOrComingDay }),
  examples: ['境町 12,000千円 2027/8/20'],
  about: async ({ name }, scene) => joiningMeant(name, scene),
  who: secretariat,

  async run({ on, thousands }, { subject, person, acting, now, today }, store): Promise<Reply> {
    if (on > today) return whisper(text.priceInFuture(on));
    const before = await store.joinings.price(subject.code);
    const id = await store.joinings.agreePrice(
      subject.code,
      { on, thousands },
      { at: now, person: person.id, seat: acting.role.seat },
    );
    return {
      ...whisper(
        text.priceAgreed(subject.name, on, thousands, before ? text.priceBefore(before.thousands) : nothing),
        undoable(id),
      ),
      done: [`municipality:${subject.code}`],
    };
  },
});
