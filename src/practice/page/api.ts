/** The page's side of the wire: asks for the state, tells what one does, hears that something changed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Entered } from '../entered.ts';
import type { RoomState } from '../roomState.ts';

export interface Place {
  readonly as: string;
  readonly channel: string;
  readonly thread: string;
}

type Answer = Record<string, unknown>;

async function post(path: string, body: Answer): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer;
  if (!response.ok) throw new Error(String(answer.error ?? response.status));
  return answer;
}

/** Does something whose outcome shows in the room itself; where it came too late, nothing changes there. */
export function doing(act: Promise<Answer>): void {
  act.catch((error: Error) => console.warn(error.message));
}

export const api = {
  type: (place: Place, line: string): Promise<Answer> => post('room/type', { ...place, line }),
  press: (as: string, on: string, action: string, entered: Entered): Promise<Answer> =>
    post('room/press', { as, on, action, entered }),
  submit: (as: string, view: string, entered: Entered): Promise<Answer> => post('room/submit', { as, view, entered }),
  close: (as: string, view: string, all: boolean): Promise<Answer> => post('room/close', { as, view, all }),
  shortcut: (as: string, message: string, callbackId: string): Promise<Answer> =>
    post('room/shortcut', { as, message, callbackId }),
  openHome: (as: string): Promise<Answer> => post('room/home', { as }),
  moveClock: (at: number): Promise<Answer> => post('clock', { at }),
  fileUrl: (as: string, id: string): string => `room/files/${id}?as=${encodeURIComponent(as)}`,

  async giveFile(as: string, file: File): Promise<string> {
    const query = new URLSearchParams({ as, name: file.name });
    const response = await fetch(`room/file?${query}`, { method: 'POST', body: file });
    return String(((await response.json()) as Answer).id);
  },
};

interface Seen {
  readonly state: RoomState | undefined;
  /** Whether the room answers. */
  readonly connected: boolean;
}

/** What one sees from a place, kept fresh. */
export function useRoom({ as, channel, thread }: Place): Seen {
  const [seen, setSeen] = useState<Seen>({ state: undefined, connected: true });
  const asked = useRef(0);

  const ask = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const query = new URLSearchParams({ as, ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) });
    try {
      const state = (await (await fetch(`room/state?${query}`)).json()) as RoomState;
      if (turn === asked.current) setSeen({ state, connected: true });
    } catch {
      if (turn === asked.current) setSeen((before) => ({ ...before, connected: false }));
    }
  }, [as, channel, thread]);

  useEffect(() => {
    void ask();
    const source = new EventSource('room/live');
    source.onmessage = () => void ask();
    source.onopen = () => void ask();
    source.onerror = () => setSeen((before) => ({ ...before, connected: false }));
    return () => source.close();
  }, [ask]);

  return seen;
}

/** The place written in the address, so that a reload returns to it. */
export function usePlace(): [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(placeInAddress);
  useEffect(() => {
    const moved = (): void => setPlace(placeInAddress());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const go = useCallback((change: Partial<Place>): void => {
    const next = { ...placeInAddress(), ...change };
    const said = Object.entries(next).filter(([, value]) => value !== '');
    location.hash = new URLSearchParams(said).toString();
  }, []);
  return [place, go];
}

function placeInAddress(): Place {
  const query = new URLSearchParams(location.hash.slice(1));
  return { as: query.get('as') ?? '', channel: query.get('channel') ?? '', thread: query.get('thread') ?? '' };
}
