/** `canvases.*`: a canvas is a file that is read in Slack; a free plan has none that stand alone. */
import { asJson, asText, isJson } from '../json.ts';
import { newId } from '../state.ts';
import { channelSeen, type Method, no, yes } from './method.ts';

const create: Method = (args, { state, team, bot }) => {
  if (state.freePlan) return no('free_teams_cannot_create_non_tabbed_canvases');
  const given = asJson(args.document_content);
  if (!isJson(given) || given.type !== 'markdown' || typeof given.markdown !== 'string') return no('invalid_arguments');
  const id = newId(state, 'F');
  const title = asText(args.title) || 'Untitled';
  const content = Buffer.from(given.markdown);
  state.files.set(id, {
    ...{ id, teamId: team.id, user: bot.userId, name: title, title, created: state.now() },
    ...{ declaredBytes: content.length, content, shares: [] },
  });
  state.changed();
  return yes({ canvas_id: id });
};

const markdownOf = (given: unknown): string | undefined =>
  isJson(given) && given.type === 'markdown' && typeof given.markdown === 'string' ? given.markdown : undefined;

/** One change a call: the whole is replaced, or it gets another title. */
const edit: Method = (args, { state, team }) => {
  const id = asText(args.canvas_id);
  const file = state.files.get(id);
  if (file?.teamId !== team.id) return no('canvas_not_found');
  const changes = asJson(args.changes);
  const [change, ...others] = Array.isArray(changes) ? changes : [];
  if (!isJson(change) || others.length > 0) return no('invalid_arguments');
  const whole = change.operation === 'replace' && change.section_id === undefined;
  const written = whole ? markdownOf(change.document_content) : undefined;
  const title = change.operation === 'rename' ? markdownOf(change.title_content) : undefined;
  if (written !== undefined) {
    const content = Buffer.from(written);
    state.files.set(id, { ...file, content, declaredBytes: content.length });
  } else if (title !== undefined) state.files.set(id, { ...file, title, name: title });
  else return no('canvas_editing_failed');
  state.changed();
  return yes();
};

const accessSet: Method = (args, caller) => {
  const { state, team } = caller;
  if (state.files.get(asText(args.canvas_id))?.teamId !== team.id) return no('canvas_not_found');
  const [ids, users] = [asJson(args.channel_ids), asJson(args.user_ids)];
  // Channels or users, not both; direct messages are no channel here.
  if (Array.isArray(users))
    return ids === undefined && users.every((one) => state.users.has(asText(one))) ? yes() : no('invalid_arguments');
  if (!Array.isArray(ids) || !ids.every((one) => channelSeen(caller, one))) return no('channel_not_found');
  return yes();
};

export const canvases: Record<string, Method> = {
  'canvases.create': create,
  'canvases.edit': edit,
  'canvases.access.set': accessSet,
};
