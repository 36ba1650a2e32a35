/** Words typed by people make no Markdown of their own. */
export const escaped = (words: string): string => words.replace(/[\\`*_{}[\]<>#|!]/gu, '\\$&');
