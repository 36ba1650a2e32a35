/** The left side: who one is, the channels with what is unread, and the clock. */
import type { RoomState, ShownChannel } from '../roomState.ts';
import type { Place } from './api.ts';
import { Clock } from './Clock.tsx';
import { useLanguage } from './language.tsx';
import { Icon } from './marks.tsx';
import { People } from './People.tsx';
import { words } from './words.ts';

interface Props {
  readonly state: RoomState;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

export function Sidebar({ state, place, go }: Props) {
  const { t, change } = useLanguage();
  const direct = state.channels.filter(({ kind }) => kind === 'im' || kind === 'mpim');
  const channels = state.channels.filter((one) => !direct.includes(one));
  const open = (id: string): void => go({ channel: id, thread: '' });
  return (
    <div className="sidebar">
      <header>
        <h1>{t(words.room)}</h1>
        <button type="button" className="quiet" onClick={change}>
          {t(words.otherLanguage)}
        </button>
      </header>
      <People state={state} place={place} go={go} />
      <nav aria-label={t(words.channels)}>
        {direct.length > 0 && (
          <>
            <h2>{t(words.messagesTo)}</h2>
            <Channels channels={direct} at={place.channel} onOpen={open} />
          </>
        )}
        <h2>{t(words.channels)}</h2>
        <Channels channels={channels} at={place.channel} onOpen={open} />
      </nav>
      <Clock state={state} />
    </div>
  );
}

function Channels({
  channels,
  at,
  onOpen,
}: {
  channels: readonly ShownChannel[];
  at: string;
  onOpen: (id: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <ul>
      {channels.map(({ id, name, kind, unread, archived, withApp }) => (
        <li key={id}>
          <button
            type="button"
            className={['place', unread > 0 && id !== at ? 'unread' : '', archived ? 'archived' : ''].join(' ')}
            aria-current={id === at ? 'page' : undefined}
            onClick={() => onOpen(id)}
          >
            {withApp ? (
              <span className="dot" aria-hidden="true">
                連
              </span>
            ) : (
              <Icon name={kind === 'public' ? 'hash' : kind === 'private' ? 'lock' : 'thread'} />
            )}
            <span className="name">{name}</span>
            {unread > 0 && id !== at && (
              <span className="count">
                <span aria-hidden="true">{unread}</span>
                <span className="hidden">{t(words.unread(unread))}</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
