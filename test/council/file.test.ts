/** A council's file with something wrong in it: every problem at once, each where it stands, and what was expected. */
import { expect, test } from 'vitest';
import { readCouncilFile } from '../../src/council/file.ts';
import { plain } from '../../src/text/text.ts';

const SMALL = `council: { slug: small, name: 小さな協議会, shortName: 小 }
municipalities:
  - { code: '082252', name: 常陸大宮市, kind: member, from: 2016-04-01 }
  - { code: '082261', name: 那珂市, kind: member, from: 2016-04-01 }
  - { code: '080004', name: 茨城県, kind: adviser, from: 2016-04-01 }
rotation: { from: 2016, order: [常陸大宮市, 那珂市] }
bodies:
  - { slug: council, name: 協議会, kind: council }
  - { slug: fukushi, name: 福祉業務部会, kind: subcommittee, parent: council }
  - slug: kaigo
    name: 介護保険WG
    kind: workingGroup
    parent: fukushi
    members:
      常陸大宮市: [{ person: omiya-sagawa, from: 2016-04-01 }]
      那珂市:
systems:
  - { slug: kaigo, no: 17, name: 介護保険, workingGroup: kaigo }
people:
  - { slug: omiya-sagawa, name: 佐川 礼子, slack: [{ team: T0RENKEI, user: U0OMIYA18, from: 2016-04-01 }] }
  - { slug: naka-wada, name: 和田 幸子 }
`;

/** The problems of the small file with these words exchanged, one line each: line, column, path, what was expected. */
function problems(...exchanged: [was: string, now: string][]): string[] {
  const text = exchanged.reduce((out, [was, now]) => {
    if (!out.includes(was)) throw new Error(`not in the file: ${was}`);
    return out.replace(was, now);
  }, SMALL);
  const result = readCouncilFile(text);
  return 'council' in result
    ? []
    : result.problems.map((one) => `${one.line}:${one.column} ${one.path} ${plain(one.expected.ja)}`);
}

test('the small file is right', () => {
  expect(problems()).toEqual([]);
});

test('a vacant seat is one after whose name nothing stands, and one that is not mentioned', () => {
  const result = readCouncilFile(SMALL);
  if ('problems' in result) throw new Error('refused');
  expect(result.council.bodies.map(({ members }) => Object.values(members).map((held) => held.length))).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
  ]);
});

test('a day that does not exist', () => {
  expect(problems(['omiya-sagawa, from: 2016-04-01', 'omiya-sagawa, from: 2016-02-30'])).toMatchInlineSnapshot(`
    [
      "15:45 bodies[2].members.常陸大宮市[0].from 「2016-02-30」とありますが、暦にある日(例 2016-04-01)を書いてください。",
    ]
  `);
});

test('a code that lost its zero for want of quotes, and one whose check digit is wrong', () => {
  expect(problems(["'082261'", '082261'], ["'080004'", "'080005'"])).toMatchInlineSnapshot(`
    [
      "4:13 municipalities[1].code 「82261」とありますが、検査数字の合う6桁の全国地方公共団体コード(先頭の0が落ちないよう、'082252' のように引用符で囲みます)を書いてください。",
      "5:13 municipalities[2].code 「080005」とありますが、検査数字の合う6桁の全国地方公共団体コード(先頭の0が落ちないよう、'082252' のように引用符で囲みます)を書いてください。",
    ]
  `);
});

test('a key that is not known, with the nearest that is; in the entry, and among the parts', () => {
  expect(
    problems(['shortName', 'shortname'], ['systems:', 'system:'], ['from: 2016-04-01 }]\n', 'form: 2016-04-01 }]\n']),
  ).toMatchInlineSnapshot(`
    [
      "1:10 council.shortName 「shortName」がありません。1文字以上の文字列を書いてください。",
      "1:39 council.shortname 「shortname」という項目はここにはありません。「shortName」のことでしょうか。",
      "15:15 bodies[2].members.常陸大宮市[0].from 「from」がありません。暦にある日(例 2016-04-01)を書いてください。",
      "15:39 bodies[2].members.常陸大宮市[0].form 「form」という項目はここにはありません。「from」のことでしょうか。",
      "17:1 system 「system」という項目はここにはありません。「systems」のことでしょうか。",
    ]
  `);
});

test('a working group, a person, a municipality that are not there', () => {
  expect(
    problems(
      ['workingGroup: kaigo', 'workingGroup: kaigoo'],
      ['person: omiya-sagawa', 'person: omiya-sakawa'],
      ['      那珂市:', '      那賀市:'],
      ['[常陸大宮市, 那珂市]', '[常陸大宮市, 筑西市]'],
    ),
  ).toMatchInlineSnapshot(`
    [
      "6:40 rotation.order[1] 「筑西市」は団体に見当たりません。",
      "15:25 bodies[2].members.常陸大宮市[0].person 「omiya-sakawa」は人の一覧(people)に見当たりません。「omiya-sagawa」のことでしょうか。",
      "16:7 bodies[2].members.那賀市 「那賀市」は団体に見当たりません。「那珂市」のことでしょうか。",
      "18:54 systems[0].workingGroup 「kaigoo」は分科会(WG)に見当たりません。「kaigo」のことでしょうか。",
    ]
  `);
});

test('a system in the care of a subcommittee', () => {
  expect(problems(['workingGroup: kaigo', 'workingGroup: fukushi'])).toMatchInlineSnapshot(`
    [
      "18:54 systems[0].workingGroup 「fukushi」は分科会(WG)に見当たりません。",
    ]
  `);
});

test('a slug, a name, a code that is used twice', () => {
  expect(
    problems(
      ['slug: naka-wada', 'slug: omiya-sagawa'],
      ["'082261', name: 那珂市", "'082252', name: 常陸大宮市"],
      ['那珂市]', '常陸大宮市]'],
      ['      那珂市:\n', ''],
    ),
  ).toMatchInlineSnapshot(`
    [
      "4:13 municipalities[1].code 「082252」はすでに上で使われています。ほかと重ならないものにしてください。",
      "4:29 municipalities[1].name 「常陸大宮市」はすでに上で使われています。ほかと重ならないものにしてください。",
      "6:40 rotation.order[1] 「常陸大宮市」はすでに上で使われています。ほかと重ならないものにしてください。",
      "20:13 people[1].slug 「omiya-sagawa」はすでに上で使われています。ほかと重ならないものにしてください。",
    ]
  `);
});

test('a person who is twice in one seat at a time, and one who leaves before coming', () => {
  expect(
    problems(
      [
        'omiya-sagawa, from: 2016-04-01 }]',
        'omiya-sagawa, from: 2016-04-01, until: 2018-03-31 }, { person: omiya-sagawa, from: 2018-03-31 }]',
      ],
      ['      那珂市:', '      那珂市: [{ person: naka-wada, from: 2018-04-01, until: 2017-03-31 }]'],
    ),
  ).toMatchInlineSnapshot(`
    [
      "15:78 bodies[2].members.常陸大宮市[1] 「omiya-sagawa」の在任期間が、上にある2016-04-01〜2018-03-31と重なっています。",
      "16:59 bodies[2].members.那珂市[0].until 終わりの日(2017-03-31)が始まりの日(2018-04-01)より前です。",
    ]
  `);
});

test('a person who comes back later to the same seat is no problem', () => {
  expect(
    problems([
      'omiya-sagawa, from: 2016-04-01 }]',
      'omiya-sagawa, from: 2016-04-01, until: 2018-03-31 }, { person: omiya-sagawa, from: 2020-04-01 }]',
    ]),
  ).toEqual([]);
});

test('two leads at a time, and a lead of the council, which has its chair from the rotation', () => {
  expect(
    problems(
      ['kind: council }', 'kind: council, lead: [{ municipality: 那珂市, person: naka-wada, from: 2016-04-01 }] }'],
      [
        '    members:',
        '    lead:\n      - { municipality: 那珂市, person: naka-wada, from: 2016-04-01 }\n      - { municipality: 常陸大宮市, person: omiya-sagawa, from: 2020-04-01 }\n    members:',
      ],
    ),
  ).toMatchInlineSnapshot(`
    [
      "8:48 bodies[0].lead 会長とプロジェクトチームのリーダーは輪番から決まります。lead は専門部会と分科会に書いてください。",
      "16:9 bodies[2].lead[1] 座長・部会長は同時に1人です。「naka-wada」の在任期間(2016-04-01〜)と重なっています。",
    ]
  `);
});

test('an account that two people have at a time, but not one that was handed on', () => {
  const wada = (span: string): [string, string] => [
    '和田 幸子 }',
    `和田 幸子, slack: [{ team: T0RENKEI, user: U0OMIYA18, ${span} }] }`,
  ];
  expect(problems(wada('from: 2019-04-01'))).toMatchInlineSnapshot(`
    [
      "21:69 people[1].slack[0].user Slackアカウント「U0OMIYA18」は、同じ期間に「omiya-sagawa」のものとして書かれています。",
    ]
  `);
  expect(problems(wada('from: 2010-04-01, until: 2016-03-31'))).toEqual([]);
});

test('an adviser has no member seat, and only an adviser is one', () => {
  expect(
    problems(
      ['      那珂市:', '      茨城県:'],
      ['kind: council }', 'kind: council, adviser: { 那珂市: [] } }'],
      ['[常陸大宮市, 那珂市]', '[常陸大宮市, 茨城県]'],
    ),
  ).toMatchInlineSnapshot(`
    [
      "6:40 rotation.order[1] 「茨城県」は構成団体ではありません。構成団体(member)の名前を書いてください。",
      "8:59 bodies[0].adviser.那珂市 「那珂市」はアドバイザーではありません。種別が adviser の団体の名前を書いてください。",
      "16:7 bodies[2].members.茨城県 「茨城県」はアドバイザーですので、委員にはなりません。協議会の adviser に書いてください。",
    ]
  `);
});

test('bodies that stand under the wrong one, and a second council', () => {
  expect(
    problems(['parent: fukushi', 'parent: council'], ['kind: subcommittee, parent: council', 'kind: council']),
  ).toMatchInlineSnapshot(`
    [
      "9:42 bodies[1].kind 協議会(kind: council)は1つだけ書いてください。",
      "13:13 bodies[2].parent 分科会の parent には専門部会かプロジェクトチームを書いてください。",
    ]
  `);
});

test('a setting that is not one, and one with a value that it does not take', () => {
  expect(
    problems([
      'rotation:',
      'settings:\n  - { key: silenceWG, value: 5, from: 2016-04-01 }\n  - { key: termstart, value: april1, from: 2016-04-01 }\n  - { key: silenceCouncil, value: yes, from: 2016-04-01 }\nrotation:',
    ]),
  ).toMatchInlineSnapshot(`
    [
      "7:12 settings[0].key 「silenceWG」は設定に見当たりません。",
      "8:12 settings[1].key 「termstart」は設定に見当たりません。「termStart」のことでしょうか。",
      "9:35 settings[2].value 「yes」とありますが、開庁日の日数(1〜60)か「off」を書いてください。",
    ]
  `);
});

test('a key written twice is told beside the rest', () => {
  expect(
    problems(['    parent: fukushi\n', '    parent: fukushi\n    name: 介護WG\n'], ['no: 17', 'no: 17番']),
  ).toMatchInlineSnapshot(`
    [
      "14:5  同じ項目が2回書かれています。どちらか1つにしてください。",
      "19:24 systems[0].no 「17番」とありますが、業務一覧の番号(例 14、14-3)を書いてください。",
    ]
  `);
});

test('text that is no YAML: a tab, a bracket left open, an alias', () => {
  expect(problems(['    name: 介護保険WG', '\tname: 介護保険WG'])).toMatchInlineSnapshot(`
    [
      "11:1  字下げにタブは使えません。半角の空白を使ってください。",
      "12:11  YAMLとして読み取れません。記号・字下げ・引用符をご確認ください。(Nested mappings are not allowed in compact mappings)",
      "13:13  YAMLとして読み取れません。記号・字下げ・引用符をご確認ください。(Nested mappings are not allowed in compact mappings)",
    ]
  `);
  expect(problems(['[常陸大宮市, 那珂市]', '[常陸大宮市, 那珂市'])).toMatchInlineSnapshot(`
    [
      "6:44  引用符やかっこの閉じ忘れ、コロンやコンマの抜けがないか、この行とすぐ上の行をご確認ください。",
    ]
  `);
  expect(problems(['name: 福祉業務部会', 'name: *fukushi'])).toMatchInlineSnapshot(`
    [
      "9:28  アンカー(&)と参照(*)は使えません。値をそのまま書いてください。",
    ]
  `);
});

test('an empty file, a list, a file of another kind', () => {
  const told = (text: string): string[] => {
    const result = readCouncilFile(text);
    return 'council' in result
      ? []
      : result.problems.map((one) => `${one.line}:${one.column} ${plain(one.expected.en)}`);
  };
  expect(told('')).toMatchInlineSnapshot(`
    [
      "1:1 Expected keys with their values.",
    ]
  `);
  expect(told('- 1\n- 2\n')).toMatchInlineSnapshot(`
    [
      "1:1 Expected keys with their values.",
    ]
  `);
  expect(told('name: docker\nservices: {}\n')).toMatchInlineSnapshot(`
    [
      "1:1 There is no “name” here.",
      "1:1 “council” is missing. Expected keys with their values.",
      "1:1 “rotation” is missing. Expected keys with their values.",
      "1:1 There must be exactly one body of the kind council.",
      "2:1 There is no “services” here.",
    ]
  `);
  expect(told('x'.repeat(2_000_001))).toMatchInlineSnapshot(`
    [
      "1:1 The file is too long (at most 2,000,000 characters). Is it the council's file?",
    ]
  `);
});

test('a byte order mark and CRLF do not matter', () => {
  expect(readCouncilFile(`\uFEFF${SMALL.replaceAll('\n', '\r\n')}`)).toEqual(readCouncilFile(SMALL));
});
