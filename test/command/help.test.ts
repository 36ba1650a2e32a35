/** Help, read off the commands: what every sub-command is called, what it takes, and what it looks like. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { helpOf, helpOfAll, usageLine, usageParts } from '../../src/command/help.ts';
import type { AnySubcommand, Command } from '../../src/command/subcommand.ts';
import type { Part } from '../../src/text/message.ts';
import { type Language, plain } from '../../src/text/text.ts';

const [, req] = commands as [Command, Command];
const decide = req.subcommands.find((one) => one.name === 'decide') as AnySubcommand;

const said = (parts: readonly Part[], language: Language): string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'rows') return part.rows.map((row) => plain(row[language]));
    return 'text' in part ? [plain(part.text[language])] : [];
  });

test('a sub-command’s usage, in both languages', () => {
  const usage = usageLine(req, decide);
  expect([usage.ja, usage.en].map(plain)).toEqual([
    '/req 決定 <要件番号> <結果> [費用(千円)] [対象:市町] [理由]',
    '/req decide <requirements> <outcome> [cost (thousand yen)] [scope: municipalities] [reason]',
  ]);
});

test('whoever was not understood sees the usage and an example', () => {
  expect(said(usageParts(req, decide), 'ja')).toEqual([
    '使い方: /req 決定 <要件番号> <結果> [費用(千円)] [対象:市町] [理由]',
    `例: /req 決定 ${decide.examples[0]}`,
  ]);
  expect(said(usageParts(req, decide), 'en')).toEqual([
    'Usage: /req decide <requirements> <outcome> [cost (thousand yen)] [scope: municipalities] [reason]',
    `Example: /req decide ${decide.examples[0]}`,
  ]);
  expect(usageParts(req, { ...decide, examples: [] })).toHaveLength(1);
});

describe.each(commands.map((command): [string, Command] => [command.name, command]))('/%s', (name, command) => {
  const help = helpOf(command);

  test('its help tells each sub-command once, by its usual name in each language', () => {
    for (const [language, called] of [
      ['ja', (sub: AnySubcommand) => sub.alias[0]],
      ['en', (sub: AnySubcommand) => sub.name],
    ] as const) {
      const told = said(help.parts ?? [], language);
      for (const sub of command.subcommands) {
        const start = `• /${name} ${called(sub)}`;
        expect(told.filter((row) => `${row} `.startsWith(`${start} `))).toEqual([
          expect.stringContaining(sub.summary[language]),
        ]);
      }
    }
  });

  test('stands whole in the help of all', () => {
    const all = said(helpOfAll(commands).parts ?? [], 'ja');
    for (const row of said(help.parts ?? [], 'ja')) expect(all).toContain(row);
    expect(all).toContain(`/${name} ${command.summary.ja}`);
  });
});
