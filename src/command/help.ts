/** Help and usage, read off the commands themselves. */
import { heading, line, type Message, note, type Part, rows } from '../text/message.ts';
import { bold, en, ja, listed, same, type Text } from '../text/text.ts';
import { usageOf } from './argument.ts';
import type { AnySubcommand, Command } from './subcommand.ts';

/** 「/req decide(決定) <要件番号> <結果> [理由]」 */
export function usageLine(command: Command, sub: AnySubcommand): Text {
  const usage = usageOf(sub.args);
  const words = (name: string) => same(`/${command.name} ${name}`);
  const tail = usage.ja === '' ? usage : listed([same(' '), usage], same(''));
  return { ja: ja`${words(sub.alias[0])}${tail}`, en: en`${words(sub.name)}${tail}` };
}

/** One command's help: each sub-command by its name, a line on a phone, under headings where they are many. */
export function helpOf(command: Command): Message {
  return { summary: text.summary(command), parts: [...parts(command), note(text.eachOne(command))] };
}

/** The help of all commands. */
export const helpOfAll = (commands: readonly Command[]): Message => ({
  summary: text.all,
  parts: commands.flatMap((one) => [heading(text.command(one)), ...parts(one), note(text.eachOne(one))]),
});

/** One sub-command's help: all that it takes, and every example. */
export const helpOfOne = (command: Command, sub: AnySubcommand): Message => ({
  summary: sub.summary,
  parts: [
    line(text.usage(command, sub)),
    rows(sub.examples.map((one) => text.example(command, sub, one))),
    note(text.names(sub)),
    note(text.both),
  ],
});

function parts(command: Command): Part[] {
  const listing = (subcommands: readonly AnySubcommand[]) => subcommands.map(text.row);
  if (!command.groups) return [rows(listing(command.subcommands))];
  return [rows(command.groups.flatMap(({ title, subcommands }) => [bold(title), ...listing(subcommands)]))];
}

/** What can be done with a command, by name alone: for those who look for the word. */
export const namesIn = ({ subcommands }: Command): Text => ({
  ja: listed(
    subcommands.map(({ alias }) => same(alias[0])),
    same('、'),
  ).ja,
  en: listed(
    subcommands.map(({ name }) => same(name)),
    same(', '),
  ).en,
});

/** How a sub-command is used, for those whose words were not understood. */
export const usageParts = (command: Command, sub: AnySubcommand): Part[] => [
  line(text.usage(command, sub)),
  ...sub.examples
    .filter((one) => one !== '')
    .slice(0, 1)
    .map((one) => note(text.example(command, sub, one))),
];

const spaced = (example: string): string => (example === '' ? '' : ` ${example}`);

const text = {
  all: { ja: ja`Renkei(連携)の使い方です。`, en: en`How to use Renkei.` },
  summary: (command: Command): Text => ({
    ja: ja`/${command.name} の使い方です(${command.summary})。`,
    en: en`How to use /${command.name} (${command.summary}).`,
  }),
  command: (command: Command): Text => ({
    ja: ja`/${command.name} ${command.summary}`,
    en: en`/${command.name} ${command.summary}`,
  }),
  row: (sub: AnySubcommand): Text => ({
    ja: ja`• ${bold(same(sub.alias[0]))} ${sub.summary}`,
    en: en`• ${bold(same(sub.name))} ${sub.summary}`,
  }),
  usage: (command: Command, sub: AnySubcommand): Text => ({
    ja: ja`使い方:${usageLine(command, sub)}`,
    en: en`Usage: ${usageLine(command, sub)}`,
  }),
  example: (command: Command, sub: AnySubcommand, example: string): Text => ({
    ja: ja`例:/${command.name} ${sub.alias[0]}${spaced(example)}`,
    en: en`Example: /${command.name} ${sub.name}${spaced(example)}`,
  }),
  names: ({ name, alias: [, ...others] }: AnySubcommand): Text => ({
    ja: ja`次の言葉でも同じ操作ができます:${[...others, name].join('、')}`,
    en: en`The same by: ${others.join(', ')}`,
  }),
  eachOne: ({ name, subcommands }: Command): Text => {
    const [first] = subcommands;
    return {
      ja: ja`入力のしかたと例は、「/${name} ヘルプ ${first?.alias[0] ?? ''}」のように操作名を添えるとご覧いただけます。`,
      en: en`How each is typed, with examples: add its name, as in “/${name} help ${first?.name ?? ''}”.`,
    };
  },
  both: {
    ja: ja`日本語でも英語でも、全角でも半角でもご入力いただけます。&lt;&gt;は必須で、[]は省略できます。`,
    en: en`Words may be Japanese or English, full-width or not. &lt;&gt; is required, [] may be left out.`,
  },
} as const;
