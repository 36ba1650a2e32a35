/** What a line means: every sub-command by each of its names, however it is typed; what is asked back, and what is not known. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { READINGS } from '../../commands/readings.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { slotsOf } from '../../src/command/argument.ts';
import { type Found, find, nameKey } from '../../src/command/find.ts';
import type { AnySubcommand, Command } from '../../src/command/subcommand.ts';
import { day } from '../../src/domain/day.ts';

const TODAY = day('2026-06-01');
const ON = { today: TODAY, calendar: officeCalendar(TODAY) };

/** `/req decide 1234 standard` → what it means. */
function meaning(line: string): Found {
  const [, command = '', words = ''] = /^\/(\S+)\s?([\s\S]*)$/u.exec(line) ?? [];
  return find(commands, command, { line: words }, ON);
}

/** The sub-command that a line finds, whatever is made of its words; else how it was not found. */
function found(line: string): string {
  const result = meaning(line);
  return 'sub' in result ? result.sub.name : result.found;
}

const everySubcommand: readonly [command: Command, sub: AnySubcommand][] = commands.flatMap((command) =>
  command.subcommands.map((sub): [Command, AnySubcommand] => [command, sub]),
);
const namesOf = (sub: AnySubcommand): readonly string[] => [sub.name, ...sub.alias];
const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

describe('Every sub-command is found by every name that it has', () => {
  const cases = everySubcommand.flatMap(([command, sub]) =>
    namesOf(sub).map((name): [line: string, name: string, sub: string] => [`/${command.name} ${name}`, name, sub.name]),
  );

  test.each(cases)('%s', (line, name, sub) => {
    const [command = ''] = line.split(' ');
    const spellings = [name, name.toUpperCase(), wide(name), wide(name.toUpperCase()), `　${name}　`];
    expect(spellings.map((spelling) => found(`${command} ${spelling}`))).toEqual(spellings.map(() => sub));
  });

  test('no two sub-commands of a command share a name, and none shares one with a word that is asked back', () => {
    for (const command of commands) {
      const keys = command.subcommands.flatMap((sub) => [...new Set(namesOf(sub).map(nameKey))]);
      expect([command.name, ...keys, ...command.unclear.map((one) => nameKey(one.word))]).toEqual([
        command.name,
        ...new Set([...keys, ...command.unclear.map((one) => nameKey(one.word))]),
      ]);
    }
  });
});

describe('Kana that were not converted', () => {
  const three = commands.filter(({ readings }) => readings !== undefined);

  test.each(Object.entries(READINGS))(
    '%s is %s, wherever that is a name or a word that is asked back',
    (kana, word) => {
      const wanted = three.map(({ name }) => found(`/${name} ${word}`));
      const meant = wanted.map(known);
      expect(meant.some((one) => one !== undefined)).toBe(true);
      expect(three.map(({ name }, i) => meant[i] && found(`/${name} ${kana}`))).toEqual(meant);
    },
  );

  test('may stand close to a number, and in katakana', () => {
    expect([
      found('/item かんりょうK45'),
      found('/wg ニッテイ 6/12 14:00'),
      found('/req けってい１２３４ 標準'),
    ]).toEqual(['done', 'schedule', 'decide']);
  });
});

/** What is not found at all is no answer. */
const known = (one: string): string | undefined => (['unknown', 'nearMiss'].includes(one) ? undefined : one);

describe('Help', () => {
  test.each([
    ['/req', undefined],
    ['/req ヘルプ', undefined],
    ['/req ？', undefined],
    ['/req ヘルプ 決定', 'decide'],
    ['/req　使い方　決定する', 'decide'],
    ['/req help decide', 'decide'],
    ['/req 決定 ？', 'decide'],
    ['/req decide --help', 'decide'],
    ['/req 上申 ヘルプ', 'raise'],
    ['/req　上申　へるぷ　', 'raise'],
    ['/req raise ｈｅｌｐ', 'raise'],
    ['/req 検索 使い方', 'search'],
    ['/req ヘルプ そのほか', undefined],
  ])('%s', (line, of) => {
    const result = meaning(line);
    expect(result).toMatchObject({ found: 'help' });
    expect('of' in result ? result.of?.name : undefined).toBe(of);
  });

  test('whatever a sub-command takes, its help is told', () => {
    const told = everySubcommand.map(([{ name }, sub]) => meaning(`/${name} ${sub.alias[0] ?? sub.name} ヘルプ`));
    expect(told.map((one) => 'of' in one && one.of?.name)).toEqual(everySubcommand.map(([, { name }]) => name));
  });

  test('the word may be searched for', () =>
    expect(meaning('/req 検索 「ヘルプ」')).toMatchObject({ found: 'said', said: { filter: { words: ['ヘルプ'] } } }));
});

test('the list of what has a name of its own is found by it; of another it is asked which is meant', () => {
  const asked = (line: string) => {
    const result = meaning(line);
    return result.found === 'ask' ? result.meanings.map((one) => one.line) : found(line);
  };
  expect(
    ['/req 承認一覧 p2', '/req 要件一覧', '/req 決定一覧', '/req 提案一覧', '/wg 会議体一覧', '/wg 議事録一覧 p2'].map(
      asked,
    ),
  ).toEqual(['approved', 'list', 'log', 'positions', 'list', ['minutes p2', 'list p2']]);
});

describe('What clerks call them', () => {
  test.each([
    ['wg map', 'ひも付け 紐付け 割当 割り当て'],
    ['wg unmap', 'ひも付け解除 紐付け解除 割当解除 割り当て解除'],
    ['wg list', '一覧 WG一覧 会議体一覧'],
    ['wg show', '表示 詳細'],
    ['wg schedule', '日程 日程調整 開催 招集 日程登録 開催登録'],
    ['wg undo', '取消 取り消し 取消し 元に戻す'],
    ['req show', '表示 詳細 表示する'],
    ['req list', '一覧 未決 要件一覧 未決一覧'],
    ['req log', '決定一覧 決定簿'],
    ['req decide', '決定 合意 決定登録 決定する'],
    ['req supersede', '決定変更 決定差替え 決定差し替え 決定差替'],
    ['req undo', '取消 取り消し 取消し 元に戻す 元へ戻す'],
    ['item add', '追加 起票 宿題 宿題登録 起票する'],
    ['item list', '一覧 課題一覧 宿題一覧'],
    ['item done', '完了 済 対応済 済み 対応済み'],
    ['item undo', '元に戻す'],
    ['council show', '体制'],
    ['council progress', '進捗 状況'],
    ['council help', 'ヘルプ 使い方 ﾍﾙﾌﾟ へるぷ'],
  ])('/%s: %s', (name, words) => {
    const [command = '', sub = ''] = name.split(' ');
    const spellings = words.split(' ');
    expect(spellings.map((word) => `${word}: ${found(`/${command} ${word}`)}`)).toEqual(
      spellings.map((word) => `${word}: ${sub}`),
    );
  });

  test.each([
    ['/item 完了Ｋ４５', 'done'],
    ['/item 追加@那珂市 12/10 帳票', 'add'],
    ['/req 決定1234 標準', 'decide'],
    ['/req 決定変更1234 標準', 'supersede'],
    ['/wg 日程6/12 14:00 那珂市役所', 'schedule'],
    ['/item 取消K45', 'ask'],
    ['/item 乾杯K45', 'unknown'],
  ])('without a space before a number or a mention: %s', (line, sub) => {
    expect(found(line)).toBe(sub);
  });

  test.each(['/req 決定しない 1234 標準', '/item 完了していません K45', '/req 取り消さず'])(
    '%s is not what it denies',
    (line) => {
      expect(['nearMiss', 'unknown']).toContain(found(line));
    },
  );
});

describe('Every example', () => {
  const cases = everySubcommand.flatMap(([command, sub]) =>
    sub.examples.flatMap((example) =>
      namesOf(sub).map((name): [line: string, sub: string] => [`/${command.name} ${name} ${example}`.trim(), sub.name]),
    ),
  );
  test.each(cases)('%s is read', (line, sub) => {
    const found = meaning(line);
    expect(found).toMatchObject({ sub: { name: sub } });
    // A file cannot be typed: its command opens the form that takes it.
    const files = 'sub' in found && slotsOf(found.sub.args).some(({ argument }) => argument.field.kind === 'file');
    const opens = found.found === 'said' && found.sub.opensForm?.(found.said as Record<string, unknown>) === true;
    expect(found).toMatchObject(files && !opens ? { found: 'form' } : { found: 'said', line });
  });

  test('every sub-command shows one', () => {
    expect(everySubcommand.filter(([, sub]) => sub.examples.length === 0)).toEqual([]);
  });

  test.each(cases)('%s typed with the IME on means the same', (line) => {
    const [, command = '', words = ''] = /^(\/\S+) ([\s\S]*)$/u.exec(line) ?? [];
    expect(told(meaning(`${command} ${wide(words)}`))).toEqual(told(meaning(line)));
  });

  /** What was said, in one width: notes stay as typed. */
  const told = (result: Found): unknown => {
    const narrow = (said: unknown): unknown => JSON.parse(JSON.stringify(said).normalize('NFKC'));
    if ('said' in result) return narrow(result.said);
    return result.found === 'form' ? { ...result, form: narrow(result.form) } : result;
  };
});

describe('Words that could mean several things are asked, never guessed', () => {
  const asked = (line: string) => {
    const result = meaning(line);
    return result.found === 'ask'
      ? result.meanings.map((one) => `${one.label.ja}: /${result.command.name} ${one.line}`)
      : result;
  };

  test.each([
    ['/req 変更 1234 レベルアップ 次期版で対応', ['決定を変更する: /req supersede 1234 レベルアップ 次期版で対応']],
    ['/req 変更', ['決定を変更する: /req supersede']],
    ['/req 確認 1234', ['内容を表示する: /req show 1234', 'ベンダ回答を確認済にする: /req confirm 1234']],
    [
      '/req 保留　１２３４',
      ['庁内確認中と回答する: /req hold １２３４', '稼働後検討として決定する: /req decide １２３４ later'],
    ],
    ['/req 保留 P1', ['庁内確認中と回答する: /req hold P1']],
    ['/req 保留 Ｐ１ 6/20', ['庁内確認中と回答する: /req hold Ｐ１ 6/20']],
    ['/item 確認 K45', ['一覧を表示する: /item list K45', '完了にする: /item done K45']],
    ['/wg 確認', ['体制と予定を表示する: /wg show', '会議体の一覧を表示する: /wg list']],
    [
      '/wg 変更する M12',
      [
        '会議の日程・会場を変更する: /wg move M12',
        'チャンネルの割り当てを変更する: /wg map M12',
        '直前の招集・変更を取り消す: /wg undo M12',
      ],
    ],
    ['/council 確認', ['体制を表示する: /council show', '進捗を表示する: /council progress']],
  ])('%s', (line, meanings) => expect(asked(line)).toEqual(meanings));

  test('what followed is carried over as typed, whatever it holds', () => {
    expect(asked('/req 変更 1234 代替案 $& と $1 と {rest}')).toEqual([
      '決定を変更する: /req supersede 1234 代替案 $& と $1 と {rest}',
    ]);
  });

  test('every meaning leads to a sub-command', () => {
    for (const command of commands) {
      for (const { line } of command.unclear.flatMap((one) => one.meanings)) {
        expect(found(`/${command.name} ${line.replace('{rest}', '')}`)).toBe(line.split(' ')[0]);
      }
    }
  });
});

describe('A near miss is asked', () => {
  test.each([
    ['/req deside 1235 standard', 'decide', 'decide 1235 standard'],
    ['/req decied 1235', 'decide', 'decide 1235'],
    ['/req 決て 1235 標準', '決定', '決定 1235 標準'],
    ['/req 決低　１２３５', '決定', '決定 １２３５'],
    ['/req 決定変高 1235', '決定変更', '決定変更 1235'],
    ['/wg 日定調整 6/12', '日程調整', '日程調整 6/12'],
    ['/wg schedul 6/12', 'schedule', 'schedule 6/12'],
    ['/wg 紐づけ 介護', '紐付け', '紐付け 介護'],
    ['/item 課題一欄', '課題一覧', '課題一覧'],
    ['/item ad @那珂市', 'add', 'add @那珂市'],
    ['/council 進歩', '進捗', '進捗'],
    ['/council ヘルフ', 'ヘルプ', 'ヘルプ'],
    ['/council progess', 'progress', 'progress'],
  ])('%s: 『%s』のことでしょうか', (line, meant, instead) => {
    expect(meaning(line)).toMatchObject({ found: 'nearMiss', meant, line: instead });
  });

  test('and what it offers is understood', () => {
    const result = meaning('/req deside 1235 標準');
    expect(result.found === 'nearMiss' && found(`/req ${result.line}`)).toBe('decide');
  });
});

describe('A part of a name', () => {
  test.each([
    ['/wg 調整 6/12', ['schedule 6/12', 'withdraw 6/12']],
    ['/wg 依頼 D1', ['nudge D1']],
  ])('%s is asked', (line, lines) => {
    expect(meaning(line)).toMatchObject({ found: 'ask', meanings: lines.map((one) => ({ line: one })) });
  });
});

describe('What is not known', () => {
  test.each(['/req 祝賀 1234', '/req xyzzy', '/wg 祝辞', '/item 乾杯', '/council 会計'])('%s is told so', (line) => {
    expect(meaning(line)).toMatchObject({ found: 'unknown', typed: line.split(' ')[1] });
  });

  test.each(['/req', '/req  ', '/req　', '/req help', '/req ヘルプ', '/req 使い方', '/item ?', '/wg ？'])(
    '%s gives help',
    (line) => {
      expect(meaning(line)).toMatchObject({ found: 'help', command: { name: line.slice(1).split(/\s/u)[0] } });
    },
  );

  test('a command that is none has no help', () => {
    expect(meaning('/xyz help')).toEqual({ found: 'help', command: undefined });
  });
});

describe('Too few words open a form, with what was typed in it', () => {
  test.each([
    ['/req decide', { ids: '', outcome: '', cost: '', scope: '', note: '' }],
    ['/req 決定 1201-1215,1220', { ids: '1201-1215,1220', outcome: '', cost: '', scope: '', note: '' }],
    ['/req 決定　１２３４', { ids: '１２３４', outcome: '', cost: '', scope: '', note: '' }],
    ['/req show', { id: '' }],
    ['/wg schedule', { of: '', when: '', apart: '', deadline: '', place: '', link: '', agenda: '' }],
    ['/wg 日程 介護保険WG', { of: '介護保険WG', when: '', apart: '', deadline: '', place: '', link: '', agenda: '' }],
    ['/wg map', { of: '', channel: '', audience: '' }],
    ['/item add @那珂市 6/12', { owner: '@那珂市', due: '6/12', priority: '', link: '', title: '' }],
    ['/item done', { number: '', whose: '', words: '' }],
  ])('%s', (line, initial) => {
    const result = meaning(line);
    if (result.found !== 'form') throw new Error(`${line} is ${result.found}`);
    expect(Object.fromEntries(result.form.fields.map((field) => [field.key, field.initial]))).toEqual(initial);
    expect(result.form.fields.some((field) => !field.optional)).toBe(true);
  });
});

describe('A submitted form', () => {
  const submitted = (command: string, subcommand: string, fields: Record<string, string>) =>
    find(commands, command, { subcommand, fields }, ON);

  test.each<[command: string, sub: string, fields: Record<string, string>, line: string]>([
    ['req', 'decide', { ids: '1234', outcome: 'levelup' }, '/req decide 1234 levelup'],
    [
      'req',
      'decide',
      { ids: '１２３４', outcome: 'alternative', note: '　ＣＳＶで足りる\n（2行目）' },
      '/req decide １２３４ alternative ＣＳＶで足りる\n（2行目）',
    ],
    [
      'wg',
      'schedule',
      { of: '介護保険', when: '6/12 14:00-16:00', place: '市役所', agenda: '一\n二' },
      '/wg schedule 介護保険 6/12 14:00-16:00 市役所 一\n二',
    ],
    ['item', 'add', { owner: '@那珂市', due: '', title: '帳票の確認' }, '/item add @那珂市 帳票の確認'],
    ['item', 'done', { number: 'Ｋ４５' }, '/item done Ｋ４５'],
  ])('/%s %s %j is the line typed', (command, sub, fields, line) => {
    const form = submitted(command, sub, fields);
    expect(form).toMatchObject({ found: 'said', line });
    expect(meaning(line)).toMatchObject({ found: 'said', said: (form as { said: unknown }).said });
  });

  test('says of each field what is wrong with it', () => {
    const result = submitted('req', 'decide', { ids: '12a4', outcome: '' });
    if (result.found !== 'errors') throw new Error(result.found);
    expect(
      Object.fromEntries(Object.entries(result.errors).map(([key, error]) => [key, error.ja])),
    ).toMatchInlineSnapshot(`
      {
        "ids": "要件番号「12a4」を読み取れませんでした。1234 や 1201-1215,1220 のようにご入力ください。",
        "outcome": "結果をお選びください。",
      }
    `);
  });

  test('of a sub-command that is gone is not known', () => {
    expect(submitted('req', 'gone', {})).toMatchObject({ found: 'unknown', typed: 'gone' });
  });
});
