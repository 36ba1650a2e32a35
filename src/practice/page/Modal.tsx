/** The modal on top of what one has open, and the Home tab: views with inputs, their errors, and their buttons. */
import type { KnownBlock, ModalView } from '@slack/types';
import { useEffect, useId, useRef, useState } from 'react';
import type { Entered } from '../entered.ts';
import type { RoomState, ShownView } from '../roomState.ts';
import { type Acting, ActingContext } from './acting.ts';
import { api, doing } from './api.ts';
import { Blocks } from './Blocks.tsx';
import { useLanguage } from './language.tsx';
import { Icon } from './marks.tsx';
import { words } from './words.ts';

interface Props {
  readonly view: ShownView;
  readonly state: RoomState;
  readonly as: string;
}

/** What was entered in views that lie beneath others, by view. */
const kept = new Map<string, Entered>();

/** What is entered in a view; an input keeps its state for as long as its block keeps its name. */
function useActing({ view, state, as }: Props): Acting {
  const [entered, setEntered] = useState<Entered>(() => kept.get(view.id) ?? {});
  useEffect(() => void kept.set(view.id, entered), [view.id, entered]);
  return {
    as,
    users: state.users,
    channels: state.channels,
    entered,
    errors: view.errors,
    enter: (key, value) => setEntered((before) => ({ ...before, [key]: value })),
    act: (key, value) => {
      const now = value === undefined ? entered : { ...entered, [key]: value };
      doing(api.press(as, view.id, key, now));
    },
  };
}

export function Modal({ view, state, as }: Props) {
  const { t } = useLanguage();
  const acting = useActing({ view, state, as });
  const [sending, setSending] = useState(false);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const content = view.content as unknown as ModalView;
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  // The first input with an error gets the focus, wherever one has scrolled.
  const errors = JSON.stringify(view.errors);
  useEffect(() => {
    if (errors === '{}') return;
    const told = dialog.current?.querySelector('.body .error');
    told?.scrollIntoView({ block: 'nearest' });
    told?.closest('.input')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [errors]);
  const close = (all: boolean): void => doing(api.close(as, view.id, all));
  const submit = async (): Promise<void> => {
    setSending(true);
    await api.submit(as, view.id, acting.entered).catch(() => undefined);
    setSending(false);
  };

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      aria-busy={sending}
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id={id}>{content.title.text}</h2>
          <button type="button" className="quiet" aria-label={t(words.close)} onClick={() => close(true)}>
            <Icon name="close" />
          </button>
        </header>
        <div className="body">
          {view.errors[''] && (
            <p className="error" role="alert">
              {view.errors['']}
            </p>
          )}
          <ActingContext value={acting}>
            <Blocks blocks={content.blocks as KnownBlock[]} />
          </ActingContext>
        </div>
        <footer>
          <button type="button" className="button" onClick={() => close(false)}>
            {content.close?.text ?? t(content.submit ? words.cancel : words.close)}
          </button>
          {content.submit && (
            <button type="submit" className="button primary" disabled={sending}>
              {sending ? t(words.sending) : content.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

export function HomeTab({ view, state, as }: Props) {
  const acting = useActing({ view, state, as });
  return (
    <div className="home">
      <ActingContext value={acting}>
        <Blocks blocks={view.content.blocks as unknown as KnownBlock[]} />
      </ActingContext>
    </div>
  );
}
