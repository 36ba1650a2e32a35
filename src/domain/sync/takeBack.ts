/** What takes back the changes that were made in Slack, the last first; and what nobody can take back. */
import type { Change } from './differences.ts';

export interface Made {
  readonly what: Change;
  /** The channel or group that it made or found. */
  readonly made: string | undefined;
  /** It was so before. */
  readonly already: boolean;
}

export interface TakenBack {
  readonly changes: readonly Change[];
  readonly stays: readonly Change[];
}

/** Of the changes that were done. What was so before is left alone. */
export function takeBack(done: readonly Made[]): TakenBack {
  const ours = done.filter((one) => !one.already).toReversed();
  const channelOf = (body: string): string | undefined =>
    done.find(({ what }) => what.kind === 'create' && what.body === body)?.made;
  const back = ours.map((one) => ({ of: one.what, change: opposite(one, channelOf) }));
  return {
    changes: back.flatMap(({ change }) => change ?? []),
    stays: back.filter(({ change }) => !change).map(({ of }) => of),
  };
}

function opposite({ what, made }: Made, channelOf: (body: string) => string | undefined): Change | undefined {
  switch (what.kind) {
    case 'invite': {
      const channel = what.channel ?? channelOf(what.body);
      return channel === undefined ? undefined : { ...what, kind: 'remove', channel, because: 'undone' };
    }
    case 'remove': {
      const { because: _, ...invite } = what;
      return { ...invite, kind: 'invite' };
    }
    case 'topic':
      return { ...what, channel: what.channel ?? channelOf(what.body), topic: what.before, before: what.topic };
    case 'bookmark': {
      const channel = what.channel ?? channelOf(what.body);
      return channel === undefined ? undefined : { ...what, kind: 'unbookmark', channel };
    }
    case 'unbookmark':
      return { ...what, kind: 'bookmark' };
    case 'group':
      if (made === undefined) return undefined;
      return what.before.length > 0
        ? { ...what, group: made, users: what.before, before: what.users }
        : { kind: 'groupOff', body: what.body, handle: what.handle, name: what.name, group: made, before: what.users };
    case 'groupOff':
      return { ...what, kind: 'group', users: what.before, before: [] };
    case 'create':
    case 'adopt':
    case 'moved':
    case 'renamed':
    case 'join':
      return undefined;
  }
}
