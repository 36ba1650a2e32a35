/** Which of the council's systems a sheet means by a No., a name or an abbreviation. */
import { fold } from '../domain/fold.ts';
import { nearest } from '../domain/nearest.ts';
import type { Text } from '../text/text.ts';
import type { KnownSystem } from './requirementRow.ts';
import { refusal } from './text.ts';

export type SystemFinder = (no: string, name: string) => { readonly slug: string } | { readonly why: Text };

/** What is left of the No. 1-2 once Excel has taken it for January 2. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const formOf = (words: string): string => fold(words).replace(/\s/g, '');

/** Finds by name first, since Excel likes to turn the No. 1-2 into a day; a No. that means another system is told. */
export function systemFinder(systems: readonly KnownSystem[]): SystemFinder {
  const byNo = new Map(systems.flatMap(({ slug, no }) => (no === undefined ? [] : [[no, slug] as const])));
  const byName = new Map(
    systems.flatMap(({ slug, name, aliases }) => [...aliases, name].map((one) => [formOf(one), slug] as const)),
  );
  return (writtenNo, name) => {
    const no = formOf(writtenNo);
    const numbered = byNo.get(no);
    if (name === '' && DAY.test(no)) return { why: refusal.becameDay(writtenNo) };
    if (name === '') return numbered ? { slug: numbered } : { why: unknown(writtenNo, byNo.keys()) };
    const form = formOf(name);
    const named = byName.get(form) ?? byName.get(form.replace(/^[\d-]+[.:]?/, ''));
    if (!named)
      return {
        why: unknown(
          name,
          systems.map((one) => one.name),
        ),
      };
    return numbered && numbered !== named ? { why: refusal.contradicts(writtenNo, name) } : { slug: named };
  };
}

const unknown = (words: string, names: Iterable<string>): Text =>
  refusal.unknown('system', words, nearest(words, names));
