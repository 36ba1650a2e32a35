/** A list of messages as a person sees it: by day, with files, threads and the notice that some are theirs alone. */
import type { KnownBlock } from '@slack/types';
import { useEffect, useId, useRef, useState } from 'react';
import type { Entered } from '../entered.ts';
import type { RoomState, ShownFile, ShownMessage } from '../roomState.ts';
import { type Acting, ActingContext } from './acting.ts';
import { api, doing, type Place } from './api.ts';
import { Blocks } from './Blocks.tsx';
import { useLanguage } from './language.tsx';
import { Mrkdwn } from './Mrkdwn.tsx';
import { Face, Icon } from './marks.tsx';
import { dayOf, timeOf } from './times.ts';
import { words } from './words.ts';

interface ListProps {
  readonly messages: readonly ShownMessage[];
  readonly state: RoomState;
  readonly place: Place;
  readonly label: string;
  /** Opens a thread; absent within one. */
  readonly onThread?: (ts: string) => void;
}

export function Messages({ messages, state, place, label, onThread }: ListProps) {
  const { t, language } = useLanguage();
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.ts;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);

  return (
    <div className="messages" role="log" aria-label={label}>
      {messages.length === 0 && (
        <div className="nothing">
          <p>{t(words.nothingYet)}</p>
          <p>{t(words.firstHint)}</p>
        </div>
      )}
      {messages.map((message, i) => {
        const day = dayOf(message.at, language);
        const before = messages[i - 1];
        const newDay = !before || dayOf(before.at, language) !== day;
        return (
          <div key={message.ts}>
            {newDay && (
              <h3 className="day">
                <span>{day}</span>
              </h3>
            )}
            <MessageItem message={message} state={state} place={place} {...(onThread ? { onThread } : {})} />
          </div>
        );
      })}
      <div ref={end} />
    </div>
  );
}

function MessageItem({
  message,
  state,
  place,
  onThread,
}: Omit<ListProps, 'messages' | 'label'> & { message: ShownMessage }) {
  const { t } = useLanguage();
  const [entered, setEntered] = useState<Entered>({});
  const { as } = place;
  const acting: Acting = {
    as,
    users: state.users,
    channels: state.channels,
    entered,
    errors: {},
    enter: (key, value) => setEntered((before) => ({ ...before, [key]: value })),
    act: (key, value) => {
      const now = value === undefined ? entered : { ...entered, [key]: value };
      doing(api.press(as, message.ts, key, now));
    },
  };
  const blocks = message.blocks as unknown as KnownBlock[];
  const kind = message.fromApp ? 'app' : message.fromSlack ? 'slack' : 'person';
  return (
    <article
      className={message.onlyForYou ? 'message alone' : 'message'}
      aria-label={`${message.author} ${timeOf(message.at)}`}
      data-ts={message.ts}
    >
      <Face name={message.author} kind={kind} />
      <div className="said">
        {message.onlyForYou && (
          <p className="only">
            <Icon name="eye" /> {t(words.onlyForYou)}
          </p>
        )}
        <p className="by">
          <strong>{message.author}</strong>
          {message.fromApp && <span className="badge">{t(words.app)}</span>}
          <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
        </p>
        <ActingContext value={acting}>
          {blocks.length > 0 ? <Blocks blocks={blocks} /> : <Mrkdwn text={message.text} />}
        </ActingContext>
        {message.edited && <small className="edited">{t(words.edited)}</small>}
        {message.files.map((file) => (
          <FileCard key={file.id} file={file} as={as} />
        ))}
        {onThread && message.replies > 0 && (
          <button type="button" className="replies" onClick={() => onThread(message.ts)}>
            <Icon name="thread" /> {t(words.replies(message.replies))}
          </button>
        )}
      </div>
      {!message.onlyForYou && <Tools message={message} state={state} as={as} {...(onThread ? { onThread } : {})} />}
    </article>
  );
}

/** What one can do with a message: answer in its thread, use a shortcut of the app. */
function Tools({
  message,
  state,
  as,
  onThread,
}: {
  message: ShownMessage;
  state: RoomState;
  as: string;
  onThread?: (ts: string) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <div className="tools">
      {onThread && (
        <button
          type="button"
          className="tool"
          aria-label={t(words.replyInThread)}
          title={t(words.replyInThread)}
          onClick={() => onThread(message.ts)}
        >
          <Icon name="thread" />
        </button>
      )}
      {state.shortcuts.length > 0 && (
        <>
          <button
            type="button"
            className="tool"
            aria-label={t(words.moreActions)}
            title={t(words.moreActions)}
            popoverTarget={id}
          >
            ⋯
          </button>
          <div ref={menu} id={id} popover="auto" className="popover list">
            {state.shortcuts.map(({ callbackId, name }) => (
              <button
                key={callbackId}
                type="button"
                className="entry"
                onClick={() => {
                  menu.current?.hidePopover();
                  doing(api.shortcut(as, message.ts, callbackId));
                }}
              >
                {name}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function FileCard({ file, as }: { file: ShownFile; as: string }) {
  const { t } = useLanguage();
  const size = file.bytes < 1024 ? `${file.bytes} B` : `${Math.ceil(file.bytes / 1024)} KB`;
  return (
    <a className="file" href={api.fileUrl(as, file.id)} download={file.name} aria-label={t(words.download(file.name))}>
      <Icon name="file" />
      <span>
        <strong>{file.name}</strong>
        <small>{size}</small>
      </span>
    </a>
  );
}
