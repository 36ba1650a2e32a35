/**
 * Papers as Word files: A4, 明朝 10.5 points, margins of an office, page numbers at the foot. Deterministic but for
 * what Word itself stamps. What people typed is text and nothing else.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Paper, Table as TableBlock } from './paper.ts';

/** The bytes of a .docx file. */
export async function wordFile(paper: Paper): Promise<Uint8Array> {
  // The library turns the sides itself where the paper lies.
  const orientation = paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const within = (paper.landscape ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
  const document = new Document({
    creator: 'Renkei',
    title: clean(paper.title),
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: FONT, eastAsia: FONT, hAnsi: FONT },
            size: 21,
            language: { eastAsia: 'ja-JP' },
          },
          paragraph: { spacing: { line: 320 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { ...A4, orientation }, margin: MARGIN } },
        ...(!paper.single && { footers: { default: new Footer({ children: [pageNumber()] }) } }),
        children: [...headOf(paper), ...paper.blocks.flatMap((one, i) => blockOf(one, within, paper.blocks[i + 1]))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** As Japanese Windows calls it; for digits and Latin letters too, so that columns of figures stand below each other. */
const FONT = 'ＭＳ 明朝';

/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_418, bottom: 1_418, left: 1_418, right: 1_418 };

const OPEN_NUMBER = '　　　第　　　　号';

function headOf({ number, date, to, from, title }: Paper): Paragraph[] {
  const right = (text: string) => lineOf(text, { alignment: AlignmentType.RIGHT });
  return [
    ...(number === undefined ? [] : [right(number === 'open' ? OPEN_NUMBER : number)]),
    ...(date === undefined ? [] : [right(date)]),
    ...(to ?? []).map((one) => lineOf(`　${one}`)),
    ...(from ?? []).map(right),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 320, after: 320 },
      children: [new TextRun({ text: clean(title), size: 26 })],
    }),
  ];
}

function blockOf(block: Block, within: number, next: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      // What is sealed stands on the page of its seals.
      return linesOf(block.text).map((one) => lineOf(`　${one}`, { keepNext: next?.kind === 'seals' }));
    case 'heading':
      return [
        new Paragraph({
          spacing: { before: 240, after: 80 },
          keepNext: true,
          children: [new TextRun({ text: clean(block.text), bold: true })],
        }),
      ];
    case 'particulars':
      return [
        lineOf('記', { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } }),
        ...block.facts.map(([label, value], i) => factOf(`${i + 1}　${label}`, value, valuesAt(block.facts))),
        lineOf('以上', { alignment: AlignmentType.RIGHT }),
      ];
    case 'list':
      return block.items.map((item, i) => factOf(block.numbered ? `(${i + 1})` : '・', item, 500));
    case 'table':
      return [tableOf(block, within), lineOf('')];
    case 'seals':
      return [sealsOf(block.labels), lineOf('')];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

type Options = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children' | 'text'>;

const lineOf = (text: string, options: Options = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun(clean(text))] });

/** Where values begin: two characters behind the longest label with its number. */
const valuesAt = (facts: readonly (readonly [label: string, value: string])[]): number =>
  Math.max(1_900, ...facts.map(([label]) => (label.length + 4) * CHARACTER));
const CHARACTER = 210;

/** A label with its value beside it; the value's further lines stand below its first. */
const factOf = (label: string, value: string, indent: number): Paragraph =>
  new Paragraph({
    spacing: { after: 60 },
    indent: { left: indent, hanging: indent },
    tabStops: [{ type: 'left', position: indent }],
    children: [
      new TextRun(`${clean(label)}\t`),
      ...linesOf(value).map((text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }) })),
    ],
  });

/** Widths are fixed: what makes its own of percentages (a viewer, a converter) draws columns of one character. */
function tableOf({ head, rows, widths }: TableBlock, within: number): Table {
  const columns = head.map((_, col) => Math.floor((within * (widths?.[col] ?? 100 / head.length)) / 100));
  const width = (col: number) => ({ size: columns[col] ?? 0, type: WidthType.DXA });
  const cell = (text: string, col: number, bold: boolean) =>
    new TableCell({
      width: width(col),
      margins: { left: 80, right: 80 },
      children: linesOf(text).map((one) => new Paragraph({ children: [new TextRun({ text: one, bold })] })),
    });
  return new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, col) => cell(text, col, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, col) => cell(text, col, false)) })),
    ],
  });
}

/** A box for each seal, at the right. */
const sealsOf = (labels: readonly string[]): Table =>
  new Table({
    alignment: AlignmentType.RIGHT,
    width: { size: labels.length * SEAL, type: WidthType.DXA },
    columnWidths: labels.map(() => SEAL),
    layout: TableLayoutType.FIXED,
    borders: { insideVertical: { style: BorderStyle.SINGLE, size: 4 } },
    rows: [
      new TableRow({ children: labels.map((label) => sealCell(label, true)) }),
      new TableRow({ height: { value: SEAL, rule: HeightRule.EXACT }, children: labels.map(() => sealCell('')) }),
    ],
  });

const SEAL = 1_100;

/** The names of the seals stay with the boxes for them. */
const sealCell = (text: string, keepNext = false): TableCell =>
  new TableCell({
    width: { size: SEAL, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [lineOf(text, { alignment: AlignmentType.CENTER, keepNext })],
  });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });

const linesOf = (text: string): string[] => clean(text).split(/\r\n|\r|\n/);

/** XML holds no control characters but tab and line break, and no half of a surrogate pair. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
