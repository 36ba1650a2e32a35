/** Every Web API method that the stand-in knows. */
import { bookmarks } from './bookmarks.ts';
import { canvases } from './canvases.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Method } from './method.ts';
import { people } from './people.ts';
import { usergroups } from './usergroups.ts';
import { views } from './views.ts';

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...people,
    ...chat,
    ...conversations,
    ...views,
    ...files,
    ...usergroups,
    ...bookmarks,
    ...canvases,
  }),
);
