/** 高, 中, 低. */
import { PRIORITIES } from '../../src/domain/item.ts';
import { en, ja } from '../../src/text/text.ts';
import { choice } from '../arguments/words.ts';
import { priorityText } from './text.ts';

const WORDS = {
  high: ['高', '優先度高', '優先度:高', '至急'],
  middle: ['中', '優先度中', '優先度:中'],
  low: ['低', '優先度低', '優先度:低'],
};

export const priority = choice(
  { ja: ja`優先度`, en: en`priority` },
  PRIORITIES.map((value) => ({ value, label: priorityText[value], words: WORDS[value] })),
);
