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

/** One command's help: each sub-command with its usage, under headings where they are many. */
export function helpOf(command: Command): Message {
  return { summary: text.summary(command), parts: [...parts(command), note(text.both)] };
}

/** The help of all commands. */
export const helpOfAll = (commands: readonly Command[]): Message => ({
  summary: text.all,
  parts: [...commands.flatMap((one) => [heading(text.command(one)), ...parts(one)]), note(text.both)],
});

function parts(command: Command): Part[] {
  const listing = (subcommands: readonly AnySubcommand[]) => subcommands.map((sub) => text.row(command, sub));
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
  line({ ja: ja`使い方: ${usageLine(command, sub)}`, en: en`Usage: ${usageLine(command, sub)}` }),
  ...sub.examples
    .filter((one) => one !== '')
    .slice(0, 1)
    .map((one) => note(text.example(command, sub, one))),
];

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
  row: (command: Command, sub: AnySubcommand): Text => ({
    ja: ja`• ${usageLine(command, sub)} — ${sub.summary}`,
    en: en`• ${usageLine(command, sub)} — ${sub.summary}`,
  }),
  example: (command: Command, sub: AnySubcommand, example: string): Text => ({
    ja: ja`例: /${command.name} ${sub.alias[0]} ${example}`,
    en: en`Example: /${command.name} ${sub.name} ${example}`,
  }),
  both: {
    ja: ja`日本語でも英語でも、全角でも半角でもご入力いただけます。&lt;&gt;は必須、[]は省略できます。`,
    en: en`Words may be Japanese or English, full-width or not. &lt;&gt; is required, [] may be left out.`,
  },
} as const;
