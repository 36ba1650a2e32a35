/** How an answer reached whom enters it for a seat. */
import { en, ja, plain, type Text } from '../../../src/text/text.ts';
import { choice } from '../../arguments/words.ts';

export type Source = 'phone' | 'mail' | 'paper' | 'spoken';

export const SOURCES = [
  { value: 'phone', label: { ja: ja`電話`, en: en`by phone` }, words: ['電話'] },
  { value: 'mail', label: { ja: ja`メール`, en: en`by mail` }, words: ['メール', 'email'] },
  { value: 'paper', label: { ja: ja`書面`, en: en`on paper` }, words: ['書面', '文書', 'FAX'] },
  { value: 'spoken', label: { ja: ja`口頭`, en: en`in person` }, words: ['口頭'] },
] as const satisfies readonly { value: Source; label: Text; words: readonly string[] }[];

export const source = choice<Source>({ ja: ja`受付方法`, en: en`how it was told` }, SOURCES);

/** 電話, 電話 6/3 山田 */
export const sourceWords = (given: Source, teller: string | undefined): string =>
  [plain(SOURCES.find((one) => one.value === given)?.label.ja ?? ja``), teller].filter(Boolean).join(' ');
