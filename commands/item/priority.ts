/** 高, 中, 低. */
import { PRIORITIES } from '../../src/domain/item.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { choice } from '../arguments/words.ts';
import { priorityText } from './text.ts';

const WORDS = {
  high: ['高', '優先度高', '優先度:高', '至急'],
  middle: ['中', '優先度中', '優先度:中'],
  low: ['低', '優先度低', '優先度:低'],
};

export const PRIORITY: Text = { ja: ja`優先度`, en: en`priority` };
export const PRIORITY_CHOICES = PRIORITIES.map((value) => ({
  ...{ value, label: priorityText[value], words: WORDS[value] },
}));

export const priority = choice(PRIORITY, PRIORITY_CHOICES);

/** Said by its name it may stand anywhere: 優先度:高. */
export const priorityCalled = choice(PRIORITY, PRIORITY_CHOICES, { by: ['優先度', '優先', '重要度', 'priority'] });
