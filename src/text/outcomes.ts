/** What the outcomes of a decision are called. */
import type { Outcome } from '../domain/requirement.ts';
import { en, ja, type Text } from './text.ts';

const NAMES: Readonly<Record<Outcome, Text>> = {
  standard: { ja: ja`パッケージ標準どおり`, en: en`standard` },
  levelup: { ja: ja`レベルアップ`, en: en`level-up` },
  alternative: { ja: ja`代替案`, en: en`alternative` },
  operation: { ja: ja`運用見直し`, en: en`operation` },
  later: { ja: ja`稼働後検討`, en: en`after go-live` },
  withdraw: { ja: ja`取下げ`, en: en`withdrawn` },
  exception: { ja: ja`例外(個別対応)`, en: en`exception` },
};

export const outcomeText = (outcome: Outcome): Text => NAMES[outcome];
