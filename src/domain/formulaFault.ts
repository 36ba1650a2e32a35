/** What Excel and LibreOffice show where a formula fails, as where a sentence was begun with = : nobody meant to say it. */
const FAULTS: ReadonlySet<string> = new Set(
  '#N/A #NAME? #REF! #VALUE! #DIV/0! #NUM! #NULL! #SPILL! #CALC! #FIELD! #GETTING_DATA'.split(' '),
);

export const isFormulaFault = (words: string): boolean => FAULTS.has(words.trim()) || /^Err:\d{3}$/u.test(words.trim());
