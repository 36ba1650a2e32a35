/** Help, read off the commands: what every sub-command is called, what it takes, and what it looks like. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { helpOf, helpOfAll, helpOfOne, usageLine, usageParts } from '../../src/command/help.ts';
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
    '使い方:/req 決定 <要件番号> <結果> [費用(千円)] [対象:市町] [理由]',
    `例:/req 決定 ${decide.examples[0]}`,
  ]);
  expect(said(usageParts(req, decide), 'en')).toEqual([
    'Usage: /req decide <requirements> <outcome> [cost (thousand yen)] [scope: municipalities] [reason]',
    `Example: /req decide ${decide.examples[0]}`,
  ]);
  expect(usageParts(req, { ...decide, examples: [] })).toHaveLength(1);
});

test('the help of one tells what it takes, every example, and its other names', () => {
  expect(said(helpOfOne(req, decide).parts ?? [], 'ja')).toMatchInlineSnapshot(`
    [
      "使い方:/req 決定 <要件番号> <結果> [費用(千円)] [対象:市町] [理由]",
      "例:/req 決定 1234 代替案 CSVでの一括登録に代える",
      "例:/req 決定 1234 standard",
      "例:/req 決定 1201-1215,1220 レベルアップ",
      "例:/req 決定 1234 レベルアップ 費用500 対象:那珂市・五霞町 次期版で対応されるため",
      "次の言葉でも同じ操作ができます:合意、decide",
      "日本語でも英語でも、全角でも半角でもご入力いただけます。<>は必須で、[]は省略できます。",
    ]
  `);
  expect(said(helpOfOne(req, decide).parts ?? [], 'en')).toMatchInlineSnapshot(`
    [
      "Usage: /req decide <requirements> <outcome> [cost (thousand yen)] [scope: municipalities] [reason]",
      "Example: /req decide 1234 代替案 CSVでの一括登録に代える",
      "Example: /req decide 1234 standard",
      "Example: /req decide 1201-1215,1220 レベルアップ",
      "Example: /req decide 1234 レベルアップ 費用500 対象:那珂市・五霞町 次期版で対応されるため",
      "The same by: 合意",
      "Words may be Japanese or English, full-width or not. <> is required, [] may be left out.",
    ]
  `);
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
        expect(told.filter((row) => row.startsWith(`• *${called(sub)}* `))).toEqual([
          `• *${called(sub)}* ${plain(sub.summary[language])}`,
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
