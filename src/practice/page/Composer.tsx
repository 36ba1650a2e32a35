/** The line one types: commands with their usage, names of people and channels, Enter to send (but not while converting). */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { RoomState } from '../roomState.ts';
import { api, type Place } from './api.ts';
import { type Candidate, candidatesFor, hintFor } from './candidates.ts';
import { useLanguage } from './language.tsx';
import { Icon } from './marks.tsx';
import { words } from './words.ts';

export function Composer({ state, place, label }: { state: RoomState; place: Place; label: string }) {
  const { t } = useLanguage();
  const id = useId();
  const [line, setLine] = useState('');
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const [trouble, setTrouble] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);

  const candidates = dismissed ? [] : candidatesFor(line, state);
  const open = candidates.length > 0;
  const hint = hintFor(line, state.hints);

  const write = (next: string): void => {
    setLine(next);
    setAt(0);
    setDismissed(false);
    setTrouble('');
  };

  const take = (candidate: Candidate | undefined): void => {
    if (!candidate) return;
    write(candidate.line);
    input.current?.focus();
  };

  const send = async (): Promise<void> => {
    const said = line.trim();
    if (said === '') return;
    write('');
    try {
      const { kind, why } = await api.type(place, said);
      const refused = kind === 'refused' ? words.refused[String(why)] : undefined;
      if (refused) setTrouble(t(refused));
    } catch (error) {
      setLine(line);
      setTrouble(t(words.failed((error as Error).message)));
    }
  };

  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (open && step !== 0) {
      event.preventDefault();
      setAt((at + step + candidates.length) % candidates.length);
    } else if (open && event.key === 'Escape') setDismissed(true);
    else if (open && (event.key === 'Tab' || event.key === 'Enter') && candidates[at]?.line.trim() !== line) {
      event.preventDefault();
      take(candidates[at]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {open && (
        <div className="candidates" id={`${id}list`} role="listbox" aria-label={t(words.candidates)}>
          {candidates.map((one, i) => (
            <div
              key={one.key}
              id={`${id}${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              <strong>{one.title}</strong> <span>{one.detail}</span>
            </div>
          ))}
        </div>
      )}
      {!open && hint && (
        <div className="candidates usage" id={`${id}usage`}>
          <strong>{hint.command}</strong> <code>{hint.usage_hint}</code>
        </div>
      )}
      <div className="line">
        <textarea
          ref={input}
          rows={Math.min(8, line.split('\n').length)}
          value={line}
          aria-label={label}
          placeholder={label}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? `${id}list` : undefined}
          aria-activedescendant={open ? `${id}${at}` : undefined}
          aria-describedby={hint && !open ? `${id}usage` : `${id}help`}
          aria-autocomplete="list"
          onChange={(event) => write(event.target.value)}
          onKeyDown={pressed}
        />
        <button type="submit" className="send" aria-label={t(words.send)} disabled={line.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
      <p className={trouble ? 'help error' : 'help'} id={`${id}help`} role={trouble ? 'alert' : undefined}>
        {trouble || t(words.composeHelp)}
      </p>
    </form>
  );
}
