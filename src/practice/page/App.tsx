/** The practice room: looks and behaves like Slack for this one app. */
import { useEffect, useState } from 'react';
import { usePlace, useRoom } from './api.ts';
import { Conversation, Thread } from './Conversation.tsx';
import { useLanguage } from './language.tsx';
import { Modal } from './Modal.tsx';
import { NamesContext } from './Mrkdwn.tsx';
import { Icon } from './marks.tsx';
import { Sidebar } from './Sidebar.tsx';
import { words } from './words.ts';

export function App() {
  const { t } = useLanguage();
  const [place, go] = usePlace();
  const { state, connected } = useRoom(place);
  const [menuOpen, setMenuOpen] = useState(false);

  const known = state?.people.some(({ userId }) => userId === place.as) ?? true;
  const first = state?.people[0]?.userId;
  const channel = state?.channels.find(({ id }) => id === place.channel);
  const firstChannel = (state?.channels.find(({ withApp }) => withApp) ?? state?.channels[0])?.id;
  useEffect(() => {
    if (!known && first) go({ as: first });
    else if (!channel && firstChannel) go({ channel: firstChannel, thread: '' });
  }, [known, first, channel, firstChannel, go]);

  if (!state) return <p className="opening">{t(connected ? words.loading : words.lost)}</p>;
  if (!first) return <p className="opening">{t(words.noPeople)}</p>;
  const names = {
    users: state.users,
    channels: state.channels,
    openChannel: (id: string) => go({ channel: id, thread: '' }),
  };
  return (
    <NamesContext value={names}>
      <div className={menuOpen ? 'room menu-open' : 'room'}>
        {!connected && (
          <p className="lost" role="alert">
            {t(words.lost)}
          </p>
        )}
        <button
          type="button"
          className="burger"
          aria-expanded={menuOpen}
          aria-label={t(words.sidebar)}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <Icon name="menu" />
        </button>
        <Sidebar
          state={state}
          place={place}
          go={(change) => {
            setMenuOpen(false);
            go(change);
          }}
        />
        {channel && (
          <Conversation key={`${place.as}${channel.id}`} state={state} channel={channel} place={place} go={go} />
        )}
        {channel && state.thread && <Thread key={place.thread} state={state} channel={channel} place={place} go={go} />}
        {state.modal && <Modal key={state.modal.id} view={state.modal} state={state} as={place.as} />}
      </div>
    </NamesContext>
  );
}
