/** The room's clock in Japan's time, and where one can move it. */
import { useEffect, useId, useState } from 'react';
import type { RoomState } from '../roomState.ts';
import { api } from './api.ts';
import { useLanguage } from './language.tsx';
import { dayOf, eraOf, inputOf, instantOf, timeOf } from './times.ts';
import { type Words, words } from './words.ts';

/** The room's time now: what the server told, and what has passed since. */
function useTicking(told: number): number {
  const [now, setNow] = useState(told);
  useEffect(() => {
    const began = performance.now();
    setNow(told);
    const timer = setInterval(() => setNow(told + performance.now() - began), 1000);
    return () => clearInterval(timer);
  }, [told]);
  return now;
}

export function Clock({ state }: { state: RoomState }) {
  const { t, language } = useLanguage();
  const id = useId();
  const now = useTicking(state.now);
  const [wanted, setWanted] = useState('');
  const [moving, setMoving] = useState(false);
  const [told, setTold] = useState<Words>();
  const chosen = instantOf(wanted);

  const move = async (at: number): Promise<void> => {
    setMoving(true);
    setTold(undefined);
    try {
      const { arrived } = await api.moveClock(at);
      setTold(words.arrived(Number(arrived)));
      setWanted('');
    } catch (error) {
      setTold(words.failed((error as Error).message));
    }
    setMoving(false);
  };

  return (
    <section className="clock" aria-labelledby={`${id}title`} aria-busy={moving}>
      <h2 className="clock-title" id={`${id}title`}>
        {t(words.clock)} <small>{t(words.japanTime)}</small>
      </h2>
      <p className="now">
        <time dateTime={new Date(now).toISOString()}>
          <span>{dayOf(now, language)}</span>
          {language === 'ja' && <span className="era">{eraOf(now)}</span>}
          <strong>{timeOf(now, true)}</strong>
        </time>
      </p>
      <div className="jumps">
        {state.jumps.map(({ label, at }) => (
          <button
            key={label.en}
            type="button"
            className="jump"
            disabled={moving}
            title={`${dayOf(at, language)} ${timeOf(at)}`}
            onClick={() => void move(at)}
          >
            {t(label)}
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== undefined) void move(chosen);
        }}
      >
        <label htmlFor={`${id}at`}>{t(words.moveTo)}</label>
        <input
          id={`${id}at`}
          type="datetime-local"
          min={inputOf(now)}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <button type="submit" className="jump" disabled={moving || chosen === undefined}>
          {t(words.move)}
        </button>
      </form>
      <p className="told" role="status">
        {moving ? t(words.moving) : told && t(told)}
      </p>
    </section>
  );
}
