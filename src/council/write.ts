/**
 * The text of a council's file, in one canonical style: a line for each entry, a block for each body.
 *
 * Reading what is written here gives the same value. What is as usual (Japanese, no deputy, an empty list) is not
 * written; a vacant seat is, since somebody should see it.
 */
import { Document, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { canonical } from './canonical.ts';
import { type Body, type CouncilFile, keys } from './shape.ts';

export function writeCouncilFile(file: CouncilFile): string {
  const council = canonical(file);
  const document = new Document({
    council: written(council.council, keys.council),
    bases: council.bases.map((one) =>
      written({ ...one, versions: one.versions.map((version) => written(version, keys.version)) }, keys.basis),
    ),
    settings: council.settings.map((one) => written(one, keys.setting)),
    municipalities: council.municipalities.map((one) =>
      written({ ...one, stages: one.stages.map((stage) => written(stage, keys.stage)) }, keys.municipality),
    ),
    rotation: written(council.rotation, keys.rotation),
    bodies: council.bodies.map(writtenBody),
    systems: council.systems.map(({ no, ...rest }) => written({ ...rest, no: bareNo(no) }, keys.system)),
    vendors: council.vendors.map((one) => written(one, keys.named)),
    rounds: council.rounds.map((one) => written(one, keys.named)),
    people: council.people.map((one) =>
      written({ ...one, slack: one.slack.map((account) => written(account, keys.account)) }, keys.person),
    ),
    channels: council.channels.map((one) => written(one, keys.channel)),
  });
  laidOut(document.contents as YAMLMap<Scalar, unknown>);
  return document.toString({ lineWidth: 0, singleQuote: true });
}

const writtenBody = ({ lead, members, information, adviser, ...body }: Body): object => {
  const seats = (held: Body['members']): object =>
    Object.fromEntries(
      Object.entries(held).map(([name, tenures]) => [name, tenures.map((one) => written(one, keys.tenure))]),
    );
  return written(
    {
      ...body,
      lead: lead.map((one) => written(one, keys.leadTenure)),
      members: seats(members),
      information: seats(information),
      adviser: seats(adviser),
    },
    keys.body,
  );
};

/** `14` is written as a number and `14-3` as text, both without quotes. */
const bareNo = (no: string | undefined): string | number | undefined =>
  no !== undefined && /^(0|[1-9]\d*)$/.test(no) ? Number(no) : no;

/** The entry with its keys in order and without what is as usual. */
const written = (entry: object, order: readonly string[]): object =>
  Object.fromEntries(
    order
      .map((key): [string, unknown] => [key, (entry as Record<string, unknown>)[key]])
      .filter(([key, value]) => !asUsual(key, value)),
  );

function asUsual(key: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (key === 'language') return value === 'ja';
  if (key === 'deputy') return value === false;
  if (key === 'value') return false;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A blank line before each part and each body; the entries of lists on a line each. */
function laidOut(root: YAMLMap<Scalar, unknown>): void {
  for (const [i, { key, value }] of root.items.entries()) {
    key.spaceBefore = i > 0;
    if (key.value === 'bodies' && isSeq(value)) for (const body of value.items) bodyLaidOut(body as YAMLMap, value);
    else if (isSeq(value)) inLines(value);
    else if (isMap(value)) for (const pair of value.items) if (isSeq(pair.value)) pair.value.flow = true;
  }
}

function bodyLaidOut(body: YAMLMap, among: YAMLSeq): void {
  body.spaceBefore = body !== among.items[0];
  for (const { value } of body.items) {
    if (isSeq(value)) inLines(value);
    if (isMap(value)) for (const seat of value.items) if (isSeq(seat.value)) inLines(seat.value);
  }
}

function inLines(list: YAMLSeq): void {
  for (const entry of list.items) if (isMap(entry) && !isScalar(entry)) entry.flow = true;
}
