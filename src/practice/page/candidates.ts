/** What could stand where one is typing: commands with their usage, names of people and channels. */
import type { Hint, RoomState, ShownChannel } from '../roomState.ts';

export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** The whole line once it is taken. */
  readonly line: string;
}

type Offered = Pick<RoomState, 'hints' | 'users'> & {
  readonly channels: readonly Pick<ShownChannel, 'id' | 'name' | 'kind'>[];
};

const MOST = 8;

/** What could stand where one is typing: a command at the beginning, a name after `@` or `#`. */
export function candidatesFor(line: string, { hints, users, channels }: Offered): Candidate[] {
  if (/^\/\S*$/.test(line))
    return hints
      .filter(({ command }) => command.startsWith(line.toLowerCase()))
      .map(({ command, description }) => ({ key: command, title: command, detail: description, line: `${command} ` }));
  const [, before = '', mark = '', begun = ''] = /^([\s\S]*?)([@#])([^\s@#]*)$/.exec(line) ?? [];
  if (!mark || /\S$/.test(before)) return [];
  const named = mark === '@' ? users : channels.filter(({ kind }) => kind === 'public' || kind === 'private');
  return named
    .filter(({ name }) => name.replace(/\s/g, '').includes(begun))
    .slice(0, MOST)
    .map(({ id, name }) => ({ key: id, title: mark + name, detail: '', line: `${before}${mark}${name} ` }));
}

/** The usage of the command that stands at the beginning. */
export const hintFor = (line: string, hints: readonly Hint[]): Hint | undefined =>
  hints.find(({ command }) => line.startsWith(`${command} `));
