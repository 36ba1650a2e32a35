/** Slack's texts and display blocks, drawn by slack-blocks-to-jsx; mentions, links and dates are ours. */
import type { KnownBlock } from '@slack/types';
import { createContext, memo, useContext } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { useLanguage } from './language.tsx';
import { dayOf, timeOf } from './times.ts';

export interface Names {
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  openChannel(id: string): void;
}

export const NamesContext = createContext<Names>({ users: [], channels: [], openChannel: () => {} });

/** Blocks that only show something. */
export const Shown = memo(
  function Shown({ blocks }: { blocks: readonly KnownBlock[] }) {
    const { users, channels, openChannel } = useContext(NamesContext);
    const { language } = useLanguage();
    const nameOf = (list: Names['users'], id: string): string => list.find((one) => one.id === id)?.name ?? id;
    return (
      <Message
        withoutWrapper
        theme="light"
        name=""
        logo=""
        blocks={marked(blocks)}
        hooks={{
          user: ({ id }) => <span className="mention">@{nameOf(users, id)}</span>,
          channel: ({ id }) => (
            <button type="button" className="mention" onClick={() => openChannel(id)}>
              #{nameOf(channels, id)}
            </button>
          ),
          link: ({ href, children }) => (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {children}
            </a>
          ),
          emoji: ({ name }, draw) => emojiText(name.replaceAll(':', ''), draw),
          date: ({ timestamp, format, fallback }) => (
            <time>{dateText(Number(timestamp) * 1000, format, fallback, language)}</time>
          ),
        }}
      />
    );
  },
  (before, after) => JSON.stringify(before.blocks) === JSON.stringify(after.blocks),
);

/** Slack marks up `verbatim` text all the same and only makes no links of its own; the library would leave it plain. */
const marked = (blocks: readonly KnownBlock[]): Block[] =>
  JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'verbatim' ? undefined : value)));

/** One text in mrkdwn. */
export const Mrkdwn = ({ text }: { text: string }) => (
  <Shown blocks={text ? [{ type: 'section', text: { type: 'mrkdwn', text } }] : []} />
);

/** The emoji of this name; where there is none, what was written: `14:00〜16:00` is no emoji. */
function emojiText(name: string, draw: (emoji: { name: string }) => string): string {
  const drawn = draw({ name });
  return drawn.includes(name) ? `:${name}:` : drawn;
}

/** Slack's `<!date^…>`, in Japan's time. */
function dateText(at: number, format: string, fallback: string, language: string): string {
  if (!Number.isFinite(at)) return fallback;
  return format.replace(/\{(\w+)\}/g, (_, token: string) => {
    if (token.startsWith('date')) return dayOf(at, language);
    return token.startsWith('time') ? timeOf(at, token === 'time_secs') : '';
  });
}
