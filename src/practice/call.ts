/** One Web API call: the token is checked, an ordered fault happens, the method answers, the log keeps it. */
import { isJson, type Json } from './json.ts';
import { METHODS } from './methods/index.ts';
import { no } from './methods/method.ts';
import { type State, teamOfToken } from './state.ts';

/** A fault ordered for the next `times` calls of a method (`*`: of any method). */
export interface Fault {
  readonly method: string;
  times: number;
  readonly as:
    | { readonly rateLimited: number }
    | { readonly status: number }
    /** `needed`: the scope, as Slack names it with `missing_scope`. */
    | { readonly error: string; readonly needed?: string }
    /** `before`: the call is not handled; `after`: it is handled and its answer lost. */
    | { readonly cut: 'before' | 'after' }
    /** Never answered, nor handled. */
    | 'hang';
}

/** A call as it was made and what became of it. */
export interface Call {
  readonly at: number;
  readonly teamId: string | undefined;
  readonly method: string;
  readonly args: Json;
  /** The answer that was sent; for a lost one, the answer that was not. */
  readonly answer: Json;
  readonly outcome: Answer['kind'];
}

export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Record<string, string>;
      readonly body: Json;
    }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' };

export const answered = (body: Json, status = 200, headers: Record<string, string> = {}): Answer => ({
  kind: 'answered',
  status,
  headers,
  body,
});

export function answer(
  state: State,
  faults: readonly Fault[],
  log: Call[],
  token: string,
  method: string,
  args: Json,
): Answer {
  const team = teamOfToken(state, token);
  const handle = (): Json => {
    const run = METHODS.get(method);
    if (!run) return no('unknown_method', { req_method: method });
    if (!token) return no('not_authed');
    if (!team?.bot) return no('invalid_auth');
    return run(args, { state, team, bot: team.bot });
  };
  const record = (body: Json, result: Answer): Answer => {
    log.push({ at: state.now(), teamId: team?.id, method, args, answer: body, outcome: result.kind });
    return result;
  };

  const fault = faults.find((one) => one.times > 0 && (one.method === method || one.method === '*'));
  if (!fault) {
    const body = handle();
    return record(body, answered(body));
  }
  fault.times -= 1;
  const how = fault.as;
  if (how === 'hang') return record({}, { kind: 'hang' });
  if ('cut' in how) return record(how.cut === 'after' ? handle() : {}, { kind: 'cut' });
  if ('error' in how) {
    const body = no(how.error, how.needed === undefined ? {} : { needed: how.needed, provided: '' });
    return record(body, answered(body));
  }
  if ('rateLimited' in how) {
    const body = no('ratelimited');
    return record(body, answered(body, 429, { 'retry-after': String(how.rateLimited) }));
  }
  return record({}, answered({}, how.status));
}

/** The answer as a caller in the same process gets it; what is no answer of Slack's is thrown. */
export async function heard(result: Answer): Promise<Json> {
  if (result.kind === 'hang') return new Promise(() => {});
  if (result.kind === 'cut') throw new Error('the connection was cut');
  if (result.status >= 500 || !isJson(result.body)) throw new Error(`Slack answered ${result.status}`);
  return result.body;
}
