/** What the digest tells a deputy first: whose absence it is for, so that what follows is known to be theirs too. */
import { municipalityOf } from '../domain/council.ts';
import { groups } from '../domain/groups.ts';
import { dayAsOf } from '../text/dates.ts';
import { note } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import type { Section } from './morning.ts';

export const standingIn: Section = async ({ council, chart, today, tenures, preferences, heardBy }) => {
  const away = [...new Map(tenures.map((one) => [one.person, one])).values()].filter(
    ({ person }) => heardBy(person) !== person,
  );
  if (away.length === 0) return new Map();
  const names = await council.names(away.map((one) => one.person));
  return new Map(
    [...groups(away, ({ person }) => heardBy(person))].map(([deputy, theirs]) => [
      deputy,
      {
        worth: false,
        counts: [],
        parts: theirs.map(({ person, municipality }) => {
          const until = preferences(person).leave?.until;
          return note(
            text.for(
              names.get(person) ?? '',
              municipalityOf(chart, municipality)?.name ?? municipality,
              until && dayAsOf(until, today),
            ),
          );
        }),
      },
    ]),
  );
};

const text = {
  for: (name: string, municipality: string, until: Text | undefined): Text => ({
    ja: ja`${municipality}の${name}様が${until ? `${until.ja}まで` : ''}ご不在のため、代理として、その分も併せてお知らせします。`,
    en: en`${name} (${municipality}) is away${until ? ` until ${until.en}` : ''}; as their deputy you are told of theirs too.`,
  }),
};
