/** Papers as Word files, read back by a parser that is not ours. */
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { wordFile } from '../../src/paper/word.ts';

const read = async (paper: Paper) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await wordFile(paper)) })).value;

test('a paper stands in the order in which an office reads it', async () => {
  const html = await read({
    number: 'open',
    date: '令和8年6月1日',
    to: ['各構成市町 介護保険主管課長 様'],
    from: ['いばらき自治体クラウド基幹業務運営協議会', '会長 那珂市長'],
    title: '介護保険WG 第3回会議の開催について(通知)',
    blocks: [
      { kind: 'text', text: '標記の会議を、次のとおり開催します。\nご出席をお願いします。' },
      {
        kind: 'particulars',
        facts: [
          ['日時', '令和8年6月12日(金) 14:00〜16:00'],
          ['場所', '那珂市役所\n第3会議室'],
        ],
      },
      { kind: 'heading', text: '出欠' },
      {
        kind: 'table',
        head: ['市町', '出欠'],
        rows: [
          ['那珂市', '出席'],
          ['五霞町', ''],
        ],
      },
      { kind: 'list', items: ['資料1-1', '資料1-2'], numbered: true },
      { kind: 'seals', labels: ['起案', '係長', '課長'] },
    ],
  });
  expect(html).toMatchInlineSnapshot(
    `"<p>　　　第　　　　号</p><p>令和8年6月1日</p><p>　各構成市町 介護保険主管課長 様</p><p>いばらき自治体クラウド基幹業務運営協議会</p><p>会長 那珂市長</p><p>介護保険WG 第3回会議の開催について(通知)</p><p>　標記の会議を、次のとおり開催します。</p><p>　ご出席をお願いします。</p><p>記</p><p>1　日時	令和8年6月12日(金) 14:00〜16:00</p><p>2　場所	那珂市役所<br />第3会議室</p><p>以上</p><p><strong>出欠</strong></p><table><thead><tr><th><p><strong>市町</strong></p></th><th><p><strong>出欠</strong></p></th></tr></thead><tbody><tr><td><p>那珂市</p></td><td><p>出席</p></td></tr><tr><td><p>五霞町</p></td><td></td></tr></tbody></table><p>(1)	資料1-1</p><p>(2)	資料1-2</p><table><tr><td><p>起案</p></td><td><p>係長</p></td><td><p>課長</p></td></tr><tr><td></td><td></td><td></td></tr></table>"`,
  );
});

test('what people typed is text, whatever it holds', async () => {
  const typed = 'a<b>&"\'\u0000\u001b\ud800 <w:p/> =1+1 ]]>';
  const paper: Paper = {
    title: typed,
    blocks: [
      { kind: 'text', text: typed },
      { kind: 'table', head: ['x'], rows: [[typed]] },
    ],
  };
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await wordFile(paper)) });
  expect(value.split(`a<b>&"'\ufffd <w:p/> =1+1 ]]>`)).toHaveLength(4);
});

test('a page is of the office: A4, its font by its Japanese name, columns of fixed widths, a header row on each page', async () => {
  const table = {
    kind: 'table',
    head: ['要件', '内容'],
    widths: [20, 80],
    rows: [['1234', '登録できること']],
  } as const;
  const part = async (paper: Paper, name: string) =>
    strFromU8(unzipSync(await wordFile(paper))[name] ?? new Uint8Array());
  const upright: Paper = { title: '資料', blocks: [table] };
  const document = await part(upright, 'word/document.xml');
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
  expect(document.match(/<w:gridCol w:w="\d+"\/>/g)).toEqual(['<w:gridCol w:w="1814"/>', '<w:gridCol w:w="7256"/>']);
  expect(document).toContain('<w:tblLayout w:type="fixed"/>');
  expect(document).toContain('<w:tblHeader/>');
  expect(await part(upright, 'word/footer1.xml')).toMatch(/PAGE.* \/ .*NUMPAGES/);
  expect(await part(upright, 'word/styles.xml')).toMatch(/w:eastAsia="ＭＳ 明朝".*<w:lang w:eastAsia="ja-JP"\/>/);

  const lying = await part({ ...upright, landscape: true }, 'word/document.xml');
  expect(lying).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  expect(lying).toContain('<w:gridCol w:w="2800"/>');
  expect(await part({ ...upright, single: true }, 'word/footer1.xml')).toBe('');
});

test('seals stand on one page with what they seal', async () => {
  const paper: Paper = {
    title: '事務引継書',
    blocks: [
      { kind: 'text', text: '前文' },
      { kind: 'text', text: '引継ぎを行いました。' },
      { kind: 'seals', labels: ['引継者', '引受者'] },
    ],
  };
  const xml = strFromU8(unzipSync(await wordFile(paper))['word/document.xml'] ?? new Uint8Array());
  const kept = xml.split('</w:p>').filter((one) => one.includes('<w:keepNext/>'));
  expect(kept.map((one) => /<w:t(?: [^>]*)?>([^<]*)</u.exec(one)?.[1])).toEqual([
    '　引継ぎを行いました。',
    '引継者',
    '引受者',
  ]);
});
