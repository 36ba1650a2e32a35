/** Which body is meant: by its name, a system's name or what clerks call it, else the body of the channel. */

import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { About } from '../../src/command/subcommand.ts';
import { type Body, bodyOf, type Chart } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { buttons } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';

/** The body named by the word, or the channel's where no word was said. */
export function bodyMeant(word: string | undefined, scene: Scene): About<Body> {
  if (word === undefined) return bodyHere(scene);
  const found = bodiesNamed(word, scene.chart);
  const [only, ...others] = found;
  if (!only) return { refused: unknown(word, scene) };
  if (others.length > 0) return { refused: whisper(text.several(word, found)) };
  return { subject: only };
}

/** One body, or several that meet together: 介護保険WG・障害者福祉WG. A name that itself holds such a mark is one body. */
export function bodiesMeant(word: string | undefined, scene: Scene): About<readonly [Body, ...Body[]]> {
  const parts = word?.split(/[・、,，+＋&＆]/u).filter(Boolean) ?? [];
  if (word === undefined || parts.length < 2 || bodiesNamed(word, scene.chart).length === 1) {
    const one = bodyMeant(word, scene);
    return 'refused' in one ? one : { subject: [one.subject] };
  }
  const found: Body[] = [];
  for (const part of parts) {
    const one = bodyMeant(part, scene);
    if ('refused' in one) return one;
    if (!found.some((body) => body.slug === one.subject.slug)) found.push(one.subject);
  }
  const [first, ...others] = found;
  return first ? { subject: [first, ...others] } : { refused: whisper(text.noBodyHere) };
}

/** Nothing is called so; where something nearly is, a button says the line with its name. */
function unknown(word: string, { line, chart }: Scene): Reply {
  const near = nearName(word, chart);
  if (near === undefined) return whisper(text.unknown(word));
  const meant = line.replace(word, () => near);
  return whisper(text.didYouMean(word, near), buttons({ label: text.yes(near), line: meant }));
}

/** The body whose channel this is. */
export function bodyHere(scene: Scene): About<Body> {
  const body = scene.place.mapped && bodyOf(scene.chart, scene.place.mapped.body);
  return body ? { subject: body } : { refused: whisper(text.noBodyHere) };
}

/** Whether the word is the body's own name, not a system's. */
export const isNameOf = (word: string, body: Body): boolean =>
  [body.slug, body.name].some((name) => bodyKey(name) === bodyKey(word));

/**
 * Bodies with this name; 介護保険, 介護保険WG and its slug are the same; else those of a system so called; else those
 * that hold the word in their name, as 協議会 is said for 運営協議会.
 */
export function bodiesNamed(word: string, chart: Chart): Body[] {
  const key = bodyKey(word);
  const bodies = chart.bodies.filter((one) => [one.slug, one.name].some((name) => bodyKey(name) === key));
  if (bodies.length > 0) return bodies;
  const slugs = new Set(systemsNamed(word, chart).map((one) => one.body));
  return chart.bodies.filter((one) =>
    slugs.size > 0 ? slugs.has(one.slug) : key.length > 1 && bodyKey(one.name).includes(key),
  );
}

/** Systems with this name, No., slug or abbreviation; else those that begin so, as 国保 begins 国保税 and 国保給付. */
export function systemsNamed(word: string, chart: Chart) {
  const key = fold(word);
  const exact = chart.systems.filter((one) =>
    [one.slug, one.name, one.no ?? '', ...one.aliases].some((name) => name !== '' && fold(name) === key),
  );
  const begins = (name: string): boolean => key.length > 1 && fold(name).startsWith(key);
  const found = exact.length > 0 ? exact : chart.systems.filter((one) => begins(one.name));
  return found.length > 0 ? found : chart.systems.filter((one) => one.aliases.some(begins));
}

const bodyKey = (name: string): string =>
  fold(name).replace(/(?:wg|わーきんぐ(?:ぐるーぷ)?|分科会|専門部会|部会)$/u, '');

function nearName(word: string, chart: Chart): string | undefined {
  const names = new Map(
    [...chart.bodies.map((one) => one.name), ...chart.systems.flatMap((one) => [one.name, ...one.aliases])].map(
      (name) => [bodyKey(name), name],
    ),
  );
  const key = nearest(bodyKey(word), names.keys());
  return key === undefined ? undefined : names.get(key);
}

export const bodyText = (chart: Chart, slug: string): Text => same(bodyOf(chart, slug)?.name ?? slug);

const text = {
  noBodyHere: {
    ja: ja`このチャンネルには、会議体が割り当てられていません。「/wg 一覧」でWG・部会をご確認のうえ、名称を添えてご入力ください。割り当て(「/wg ひも付け 介護保険WG」)は、事務局へご依頼ください。`,
    en: en`This channel is mapped to no body. Name the body, or ask the secretariat to map the channel, as in “/wg map 介護保険WG”. /wg list shows them all.`,
  },
  unknown: (word: string): Text => ({
    ja: ja`「${word}」というWG・部会・業務は見つかりませんでした。「/wg 一覧」でご確認いただけます。`,
    en: en`There is no body or system “${word}”. /wg list shows them all.`,
  }),
  didYouMean: (word: string, near: string): Text => ({
    ja: ja`「${word}」は見つかりませんでした。『${near}』のことでしょうか。`,
    en: en`There is no “${word}”. Did you mean “${near}”?`,
  }),
  yes: (near: string): Text => ({ ja: ja`はい、『${near}』です`, en: en`Yes, “${near}”` }),
  several: (word: string, bodies: readonly Body[]): Text => ({
    ja: ja`「${word}」に当てはまるものが複数あります(${bodies.map((one) => one.name).join('、')})。名称をもう少し詳しくご入力ください。`,
    en: en`“${word}” fits several: ${bodies.map((one) => one.name).join(', ')}. Please type more of the name.`,
  }),
};
