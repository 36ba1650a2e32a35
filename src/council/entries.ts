/** A council's file as a flat list of what it names: each thing's identity, what it is called, what is said of it. */
import type { Day } from '../domain/day.ts';
import { same, type Text } from '../text/text.ts';
import { changeText, type Field, type Part } from './changeText.ts';
import { type FiledTenure, tenuresOf } from './seats.ts';
import type { CouncilFile } from './shape.ts';

export interface Entry {
  readonly part: Part;
  /** The identity within the part. */
  readonly id: string;
  readonly title: Text;
  readonly fields: Readonly<Partial<Record<Field, string | undefined>>>;
}

export function entriesOf(file: CouncilFile): Entry[] {
  const bodyName = namesOf(file.bodies);
  const personName = namesOf(file.people);
  const { council, rotation } = file;
  return [
    named('council', council.slug, council.name, { shortName: council.shortName, language: council.language }),
    ...file.bases.map(({ name, title }) => named('basis', name, title)),
    ...file.bases.flatMap(({ name, versions }) =>
      versions.map(({ from, note }) => ({
        part: 'basisVersion' as const,
        id: `${name} ${from}`,
        title: same(`${name} ${from}`),
        fields: { note },
      })),
    ),
    ...file.settings.map(({ key, scope = '', value, from, basis }) => ({
      part: 'setting' as const,
      id: `${scope} ${key} ${from}`,
      title: same([scope && bodyName(scope), key, from].filter(Boolean).join(' ')),
      fields: { value: String(value), basis },
    })),
    ...file.municipalities.map(({ code, name, kind, from, until }) =>
      named('municipality', code, name, { kind, from, until }),
    ),
    ...file.municipalities.flatMap(({ code, name, stages }) =>
      stages.map(({ stage, from, basis }) => ({
        part: 'stage' as const,
        id: `${code} ${stage} ${from}`,
        title: changeText.stage(name, stage, from),
        fields: { basis },
      })),
    ),
    {
      part: 'rotation',
      id: '',
      title: same(`${rotation.from} ${rotation.order.join('・')}`),
      fields: { from: String(rotation.from), order: rotation.order.join('・') },
    },
    ...file.bodies.map(({ slug, name, kind, parent, leadLabel }) =>
      named('body', slug, name, { kind, parent: parent && bodyName(parent), leadLabel }),
    ),
    ...file.systems.map(({ slug, no, name, workingGroup, aliases }) =>
      named('system', slug, name, {
        no,
        workingGroup: bodyName(workingGroup),
        aliases: aliases.join('・') || undefined,
      }),
    ),
    ...file.vendors.map(({ slug, name }) => named('vendor', slug, name)),
    ...file.rounds.map(({ slug, name }) => named('round', slug, name)),
    ...file.people.map(({ slug, name, kana, email, language }) =>
      named('person', slug, name, { kana, email, language }),
    ),
    ...file.people.flatMap(({ slug, name, slack }) =>
      slack.map(({ team, user, from, until }) => ({
        part: 'account' as const,
        id: `${team}/${user} ${from}`,
        title: same(`${user} = ${name} (${spanText(from, until)})`),
        fields: { person: personName(slug), until },
      })),
    ),
    ...tenuresOf(file).map((tenure) => tenureEntry(tenure, file, bodyName, personName)),
    ...file.channels.map(({ team, id, name, body, audience }) =>
      named('channel', `${team}/${id}`, name, { body: bodyName(body), audience }),
    ),
  ];
}

const named = (part: Part, id: string, name: string, fields: Entry['fields'] = {}): Entry => ({
  part,
  id,
  title: same(name),
  fields: { name, ...fields },
});

function tenureEntry(
  { seat, person, code, from, until, deputy }: FiledTenure,
  file: CouncilFile,
  bodyName: (slug: string) => string,
  personName: (slug: string) => string,
): Entry {
  const municipality = file.municipalities.find((one) => one.code === code)?.name ?? code;
  const where = seat.role === 'lead' ? bodyName(seat.body) : `${bodyName(seat.body)} ${municipality}`;
  return {
    part: 'tenure',
    id: `${seat.id} ${person} ${from}`,
    title: changeText.tenure(where, seat.role, personName(person), spanText(from, until)),
    fields: { until, deputy: deputy ? 'true' : 'false', municipality },
  };
}

const namesOf = (list: readonly { readonly slug: string; readonly name: string }[]): ((slug: string) => string) => {
  const names = new Map(list.map(({ slug, name }) => [slug, name]));
  return (slug) => names.get(slug) ?? slug;
};

const spanText = (from: Day, until: Day | undefined): string => `${from}〜${until ?? ''}`;
