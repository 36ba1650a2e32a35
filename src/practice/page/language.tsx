/** The language of the page: Japanese until the reader chooses otherwise. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Words } from './words.ts';

type Language = keyof Words;

interface Spoken {
  readonly language: Language;
  /** These words in the reader's language. */
  t(words: Words): string;
  change(): void;
}

const KEPT_AS = 'renkei.practice.language';
const Context = createContext<Spoken>({ language: 'ja', t: (words) => words.ja, change: () => {} });

export const useLanguage = (): Spoken => useContext(Context);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'ja'));
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT_AS, language);
  }, [language]);
  const spoken: Spoken = {
    language,
    t: (words) => words[language],
    change: () => setLanguage(language === 'ja' ? 'en' : 'ja'),
  };
  return <Context value={spoken}>{children}</Context>;
}
