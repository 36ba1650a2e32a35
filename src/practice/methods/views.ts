/** `views.*`: modals opened by a fresh trigger, changed while they are open, and the Home tab. */
import { asText, type Json } from '../json.ts';
import { named, newId, type State, type View } from '../state.ts';
import { type Caller, type Method, no, userSeen, viewOf, yes } from './method.ts';

const DEEPEST = 3;
const TRIGGER_MS = 3_000;

/** A view as the app sees it. `values` are those a person has entered. */
export function shownView(state: State, view: View, values: Json = {}): Json {
  const bot = state.teams.get(view.teamId)?.bot;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...view.content,
    id: view.id,
    team_id: view.teamId,
    app_installed_team_id: view.teamId,
    bot_id: bot?.botId,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values },
  };
}

/** The content with names on all its blocks and elements. */
const namedView = (state: State, content: Json): Json => ({
  ...content,
  blocks: named(state, content.blocks as Json[]),
});

const newHash = (state: State): string => `${Math.floor(state.now() / 1000)}.${newId(state, 'h')}`;

/** Lays a modal on top of what the person has open. */
export function pushModal(state: State, teamId: string, userId: string, content: Json): View {
  const stack = state.modals.get(userId) ?? [];
  const id = newId(state, 'V');
  const view: View = {
    id,
    teamId,
    userId,
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id,
    content: namedView(state, content),
    hash: newHash(state),
    errors: {},
  };
  state.modals.set(userId, [...stack, view]);
  state.changed();
  return view;
}

/** Gives an open view a new content. */
export function replaceContent(state: State, view: View, content: Json): void {
  view.content = namedView(state, content);
  view.hash = newHash(state);
  view.errors = {};
  state.changed();
}

const takenExternalId = (state: State, content: Json, except?: View): boolean =>
  asText(content.external_id) !== '' &&
  [...state.modals.values()].flat().some((one) => one !== except && one.content.external_id === content.external_id);

/** Whose trigger it is, spent by asking; or why it opens nothing. */
function spendTrigger({ state, team }: Caller, id: unknown): { userId: string } | { refused: Json } {
  const trigger = state.triggers.get(asText(id));
  if (!trigger || trigger.teamId !== team.id) return { refused: no('invalid_trigger_id') };
  if (trigger.uses > 0) return { refused: no('exchanged_trigger_id') };
  if (state.now() - trigger.issued > TRIGGER_MS) return { refused: no('expired_trigger_id') };
  trigger.uses += 1;
  return { userId: trigger.userId };
}

/** Lays the view on top of what the trigger's person has open, at most three deep. */
function show(args: Json, caller: Caller, { onTopOfOne = false } = {}): Json {
  const { state, team } = caller;
  const given = viewOf(args);
  if ('refused' in given) return given.refused;
  if (given.view.type !== 'modal') return no('invalid_arguments');
  const trigger = spendTrigger(caller, args.trigger_id);
  if ('refused' in trigger) return trigger.refused;
  const depth = state.modals.get(trigger.userId)?.length ?? 0;
  if (onTopOfOne && depth === 0) return no('not_found');
  if (depth >= DEEPEST) return no('push_limit_reached');
  if (takenExternalId(state, given.view)) return no('duplicate_external_id');
  return yes({ view: shownView(state, pushModal(state, team.id, trigger.userId, given.view)) });
}

const open: Method = (args, caller) => show(args, caller);
const push: Method = (args, caller) => show(args, caller, { onTopOfOne: true });

const update: Method = (args, { state, team }) => {
  const given = viewOf(args);
  if ('refused' in given) return given.refused;
  const view = [...state.modals.values()]
    .flat()
    .find(
      (one) =>
        one.teamId === team.id &&
        (args.view_id ? one.id === args.view_id : asText(args.external_id) === one.content.external_id),
    );
  if (!view) return no('not_found');
  if (args.hash && args.hash !== view.hash) return no('hash_conflict');
  if (takenExternalId(state, given.view, view)) return no('duplicate_external_id');
  replaceContent(state, view, given.view);
  return yes({ view: shownView(state, view) });
};

const publish: Method = (args, caller) => {
  const { state, team } = caller;
  const given = viewOf(args);
  if ('refused' in given) return given.refused;
  if (given.view.type !== 'home') return no('invalid_arguments');
  const user = userSeen(caller, args.user_id);
  if (!user) return no('user_not_found');
  if (user.teamId !== team.id) return no('not_enabled');
  const before = state.homes.get(user.id);
  if (args.hash && before && args.hash !== before.hash) return no('hash_conflict');
  const id = before?.id ?? newId(state, 'V');
  const home: View = {
    id,
    teamId: team.id,
    userId: user.id,
    rootId: id,
    previousId: undefined,
    content: namedView(state, given.view),
    hash: newHash(state),
    errors: {},
  };
  state.homes.set(user.id, home);
  state.changed();
  return yes({ view: shownView(state, home) });
};

export const views: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
