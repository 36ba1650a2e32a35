/** Who one is in the room: a searchable list of everyone with their seats. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { RoomState } from '../roomState.ts';
import type { Place } from './api.ts';
import { useLanguage } from './language.tsx';
import { Face } from './marks.tsx';
import { words } from './words.ts';

type Someone = RoomState['people'][number];

/** Width, case and spaces do not matter; every word must be found in the name or the role, together before apart. */
function found(people: readonly Someone[], search: string): readonly Someone[] {
  const words = folded(search).split(/\s+/);
  const matching = people.filter((one) => words.every((word) => textOf(one).includes(word)));
  const together = (one: Someone): boolean => textOf(one).includes(words.join(''));
  return [...matching.filter(together), ...matching.filter((one) => !together(one))];
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const textOf = ({ name, role }: Someone): string => folded(`${name}${role}`).replace(/\s/g, '');

export function People({ state, place, go }: { state: RoomState; place: Place; go: (change: Partial<Place>) => void }) {
  const { t } = useLanguage();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const me = state.people.find(({ userId }) => userId === place.as);
  const shown = found(state.people, search.trim());

  const become = (someone: Someone | undefined): void => {
    if (!someone) return;
    panel.current?.hidePopover();
    setSearch('');
    go({ as: someone.userId, thread: '' });
  };

  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      const next = (at + step + shown.length) % shown.length;
      setAt(next);
      document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      become(shown[at]);
    }
  };

  return (
    <div className="people">
      <button
        type="button"
        className="me"
        popoverTarget={`${id}panel`}
        aria-label={`${t(words.changePerson)}: ${me?.name ?? ''}`}
      >
        <Face name={me?.name ?? '?'} kind="person" />
        <span>
          <small>{t(words.you)}</small>
          <strong>{me?.name}</strong>
          <small>{me?.role}</small>
        </span>
        <span aria-hidden="true">▾</span>
      </button>
      <div
        ref={panel}
        id={`${id}panel`}
        popover="auto"
        className="popover choose"
        onToggle={(event) => {
          if (event.newState === 'open') panel.current?.querySelector('input')?.focus();
        }}
      >
        <input
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-activedescendant={shown.length > 0 ? `${id}${at}` : undefined}
          aria-label={t(words.searchPeople)}
          placeholder={t(words.searchPeople)}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
        <div id={`${id}list`} role="listbox" aria-label={t(words.you)}>
          {shown.map((one, i) => (
            <div
              key={one.userId}
              id={`${id}${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={one.userId === place.as ? 'current' : ''}
              onMouseDown={(event) => {
                event.preventDefault();
                become(one);
              }}
            >
              <Face name={one.name} kind="person" />
              <span>
                <strong>{one.name}</strong>
                <small>{one.role}</small>
              </span>
              {one.unread > 0 && (
                <span className="count">
                  <span aria-hidden="true">{one.unread}</span>
                  <span className="hidden">{t(words.unread(one.unread))}</span>
                </span>
              )}
            </div>
          ))}
          {shown.length === 0 && <p className="hint">{t(words.nobody)}</p>}
        </div>
      </div>
    </div>
  );
}
