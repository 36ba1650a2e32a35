/** The middle: one channel or direct message, and beside it the thread that is open. */
import { useEffect, useState } from 'react';
import type { RoomState, ShownChannel } from '../roomState.ts';
import { api, doing, type Place } from './api.ts';
import { Composer } from './Composer.tsx';
import { useLanguage } from './language.tsx';
import { Messages } from './Messages.tsx';
import { HomeTab } from './Modal.tsx';
import { Icon } from './marks.tsx';
import { words } from './words.ts';

interface Props {
  readonly state: RoomState;
  readonly channel: ShownChannel;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

const titleOf = ({ kind, name }: ShownChannel): string => (kind === 'public' ? `#${name}` : name);

export function Conversation({ state, channel, place, go }: Props) {
  const { t } = useLanguage();
  const [tab, setTab] = useState<'messages' | 'home'>('messages');
  const title = titleOf(channel);
  const atHome = channel.withApp && tab === 'home';
  useEffect(() => {
    if (atHome) doing(api.openHome(place.as));
  }, [atHome, place.as]);

  return (
    <main className="conversation">
      <header>
        <h2>
          {channel.kind === 'private' && <Icon name="lock" />} {title}
        </h2>
        {channel.topic && <p>{channel.topic}</p>}
        {channel.kind !== 'im' && <small className="present">{t(words.membersOf(channel.people))}</small>}
      </header>
      {channel.withApp && (
        <div className="tabs" role="tablist">
          {(['home', 'messages'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="tab"
              role="tab"
              aria-selected={tab === one}
              onClick={() => setTab(one)}
            >
              {t(words[one])}
            </button>
          ))}
        </div>
      )}
      {atHome ? (
        <div className="messages">
          {state.home ? (
            <HomeTab key={state.home.id} view={state.home} state={state} as={place.as} />
          ) : (
            <p className="nothing">{t(words.noHome)}</p>
          )}
        </div>
      ) : (
        <>
          <Messages
            messages={state.messages}
            state={state}
            place={place}
            label={title}
            onThread={(thread) => go({ thread })}
          />
          {channel.archived ? (
            <p className="closed">{t(words.archived)}</p>
          ) : (
            <Composer state={state} place={{ ...place, thread: '' }} label={t(words.messageTo(title))} />
          )}
        </>
      )}
    </main>
  );
}

export function Thread({ state, channel, place, go }: Props) {
  const { t } = useLanguage();
  return (
    <aside className="thread" aria-label={t(words.thread)}>
      <header>
        <h2>
          {t(words.thread)} <small>{titleOf(channel)}</small>
        </h2>
        <button type="button" className="quiet" aria-label={t(words.close)} onClick={() => go({ thread: '' })}>
          <Icon name="close" />
        </button>
      </header>
      <Messages messages={state.thread ?? []} state={state} place={place} label={t(words.thread)} />
      {!channel.archived && <Composer state={state} place={place} label={t(words.replyHere)} />}
    </aside>
  );
}
