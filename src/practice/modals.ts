/** A person acts in a modal or on the Home tab: presses, submits, closes. */
import { accepted, type Heard } from './deliver.ts';
import { actionOf, type Entered, incomplete, valuesIn } from './entered.ts';
import { isJson, type Json } from './json.ts';
import { viewOf } from './methods/method.ts';
import { pushModal, replaceContent, shownView } from './methods/views.ts';
import { notices, toReader } from './notices.ts';
import { interaction } from './payloads.ts';
import { deliver, elementNamed, must, type Pressed, person, type Stage } from './stage.ts';
import { issueTrigger, newTs, type State, type View } from './state.ts';

export type Submitted =
  | { readonly kind: 'sent'; readonly heard: Heard }
  /** Not sent, or sent and refused; the errors stand on the view too. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** Presses or chooses in an open modal or on the Home tab. `entered` is all that stands in its inputs then. */
export async function pressInView(
  stage: Stage,
  userId: string,
  viewId: string,
  actionId: string,
  entered: Entered,
): Promise<Pressed> {
  const { state, app } = stage;
  const user = person(state, userId);
  const view = viewOpen(state, userId, viewId);
  const blocks = view.content.blocks as Json[];
  const placed = must(elementNamed(blocks, actionId), `no ${actionId} in this view`);
  const team = must(state.teams.get(view.teamId), 'no team');
  const payload = interaction(app, team, user, 'block_actions', {
    container: { type: 'view', view_id: view.id },
    trigger_id: issueTrigger(state, team, userId),
    view: shownView(state, view, valuesIn(state, blocks, entered)),
    actions: [actionOf(state, placed, entered, newTs(state))],
  });
  const heard = await deliver(stage, 'interaction', payload);
  const { url } = placed.element;
  return { heard, opens: typeof url === 'string' ? url : undefined };
}

function viewOpen(state: State, userId: string, viewId: string): View {
  const home = state.homes.get(userId);
  const open = [...(state.modals.get(userId) ?? []), ...(home ? [home] : [])];
  return must(
    open.find((one) => one.id === viewId),
    `this person has no view ${viewId} open`,
  );
}

/** Presses a modal's submit button. */
export async function submit(stage: Stage, userId: string, viewId: string, entered: Entered): Promise<Submitted> {
  const { state, app } = stage;
  const user = person(state, userId);
  const view = viewOpen(state, userId, viewId);
  const blocks = view.content.blocks as Json[];
  const missing = incomplete(blocks, entered, user.locale);
  if (Object.keys(missing).length > 0) return tellErrors(state, view, missing);

  const team = must(state.teams.get(view.teamId), 'no team');
  const trouble = toReader(notices.trouble, user.locale);
  const payload = interaction(app, team, user, 'view_submission', {
    trigger_id: issueTrigger(state, team, userId),
    view: shownView(state, view, valuesIn(state, blocks, entered)),
    response_urls: [],
  });
  const heard = await deliver(stage, 'interaction', payload);
  if (heard.kind !== 'answered' || !accepted(heard)) return tellErrors(state, view, { '': trouble });

  const answer = isJson(heard.body) ? heard.body : {};
  if (answer.response_action === 'errors')
    return tellErrors(state, view, errorsFor(blocks, answer.errors) ?? { '': trouble });
  if (answer.response_action === 'clear') closeAll(state, userId);
  else if (answer.response_action === 'update' || answer.response_action === 'push') {
    const next = viewOf(answer);
    if ('refused' in next) return tellErrors(state, view, { '': trouble });
    if (answer.response_action === 'update') replaceContent(state, view, next.view);
    else pushModal(state, team.id, userId, next.view);
  } else closeOne(state, view);
  return { kind: 'sent', heard };
}

/** The errors by block; undefined where one names no input of this view: Slack shows trouble then. */
function errorsFor(blocks: readonly Json[], given: unknown): Record<string, string> | undefined {
  const inputs = new Set(blocks.filter((one) => one.type === 'input').map((one) => one.block_id));
  const errors = isJson(given) ? (given as Record<string, string>) : {};
  const known = Object.keys(errors).length > 0 && Object.keys(errors).every((id) => inputs.has(id));
  return known ? errors : undefined;
}

function tellErrors(state: State, view: View, errors: Record<string, string>): Submitted {
  view.errors = errors;
  state.changed();
  return { kind: 'errors', errors };
}

function closeOne(state: State, view: View): void {
  const left = (state.modals.get(view.userId) ?? []).filter((one) => one !== view);
  if (left.length) state.modals.set(view.userId, left);
  else state.modals.delete(view.userId);
  state.changed();
}

function closeAll(state: State, userId: string): void {
  state.modals.delete(userId);
  state.changed();
}

/** Closes a modal by its close button, or the whole stack by its ×. */
export async function close(stage: Stage, userId: string, viewId: string, { all = false } = {}): Promise<void> {
  const { state, app } = stage;
  const user = person(state, userId);
  const view = viewOpen(state, userId, viewId);
  const clearing = all || view.content.clear_on_close === true;
  const closing = clearing ? (state.modals.get(userId) ?? []) : [view];
  if (clearing) closeAll(state, userId);
  else closeOne(state, view);
  for (const one of closing.filter((each) => each.content.notify_on_close === true)) {
    const team = must(state.teams.get(one.teamId), 'no team');
    const told = { view: shownView(state, one), is_cleared: clearing };
    await deliver(stage, 'interaction', interaction(app, team, user, 'view_closed', told));
  }
}
