/** The commands' reference in the README, derived from the commands; between two marks, so that it can be replaced. */
import { usageOf } from '../command/argument.ts';
import type { AnySubcommand, Command } from '../command/subcommand.ts';
import { plain } from '../text/text.ts';

const BEGIN = '<!-- commands: derived, see `npm run docs` -->';
const END = '<!-- /commands -->';

/** A table for each command, or for each group of its sub-commands: what to type in Japanese and in English, and what it does. */
export function referenceOf(commands: readonly Command[]): string {
  return commands.map(section).join('\n\n');
}

function section(command: Command): string {
  const tables = command.groups
    ? command.groups.map(({ title, subcommands }) =>
        [`#### ${plain(title.ja)}`, '', table(command, subcommands)].join('\n'),
      )
    : [table(command, command.subcommands)];
  return [`### /${command.name} — ${plain(command.summary.ja)}`, ...tables].join('\n\n');
}

function table(command: Command, subcommands: readonly AnySubcommand[]): string {
  const rows = subcommands.map((sub) => {
    const usage = usageOf(sub.args);
    const cell = (name: string, words: string) =>
      `\`/${command.name} ${[name, words].join(' ').trim()}\``.replaceAll('|', '\\|');
    const others = sub.alias.slice(1).join('・');
    const ja = cell(sub.alias[0], plain(usage.ja));
    return `| ${ja}${others === '' ? '' : `<br>(${others})`} | ${cell(sub.name, plain(usage.en))} | ${plain(sub.summary.ja)} |`;
  });
  return ['| 日本語 | English | |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with its reference brought up to date; throws where the marks are gone. */
export function withReference(readme: string, commands: readonly Command[]): string {
  const [before, rest] = readme.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error('README.md has lost the marks of its reference');
  return `${before}${BEGIN}\n${referenceOf(commands)}\n${END}${after}`;
}
