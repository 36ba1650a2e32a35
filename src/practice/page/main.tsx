/** Opens the practice room in its page. */
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { LanguageProvider } from './language.tsx';

createRoot(document.getElementById('room')!).render(
  <LanguageProvider>
    <App />
  </LanguageProvider>,
);
