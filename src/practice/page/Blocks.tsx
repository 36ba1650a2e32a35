/** Block Kit with hands: what only shows is drawn by the library, what acts is drawn here. */
import type { ActionsBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { useContext, useId } from 'react';
import { ActingContext } from './acting.ts';
import { Element } from './Element.tsx';
import { useLanguage } from './language.tsx';
import { Shown } from './Mrkdwn.tsx';
import { words } from './words.ts';

type Acts = ActionsBlock | InputBlock | SectionBlock;

const acts = (block: KnownBlock): block is Acts =>
  block.type === 'actions' ||
  block.type === 'input' ||
  (block.type === 'section' && block.accessory !== undefined && block.accessory.type !== 'image');

export function Blocks({ blocks }: { blocks: readonly KnownBlock[] }) {
  return (
    <div className="blocks">
      {runs(blocks).map((run) =>
        run.acting ? <Acting key={run.key} block={run.acting} /> : <Shown key={run.key} blocks={run.shown} />,
      )}
    </div>
  );
}

/** Neighbouring blocks that only show are drawn together; each that acts stands alone. */
function runs(blocks: readonly KnownBlock[]): { key: string; acting?: Acts; shown: KnownBlock[] }[] {
  const found: { key: string; acting?: Acts; shown: KnownBlock[] }[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (acts(block)) found.push({ key: String(block.block_id), acting: block, shown: [] });
    else if (last && !last.acting) last.shown.push(block);
    else found.push({ key: String(block.block_id), shown: [block] });
  }
  return found;
}

function Acting({ block }: { block: Acts }) {
  if (block.type === 'input') return <Input block={block} />;
  if (block.type === 'actions')
    return (
      <div className="actions">
        {block.elements.map((element) => (
          <Element key={'action_id' in element ? element.action_id : element.type} block={block} element={element} />
        ))}
      </div>
    );
  const { accessory, ...plain } = block;
  return (
    <div className="section">
      <Shown blocks={[plain]} />
      {accessory && <Element block={block} element={accessory} />}
    </div>
  );
}

function Input({ block }: { block: InputBlock }) {
  const { t } = useLanguage();
  const { errors } = useContext(ActingContext);
  const id = useId();
  const error = errors[String(block.block_id)];
  const label = (
    <>
      {block.label.text} {block.optional && <span className="optional">{t(words.optional)}</span>}
    </>
  );
  const element = block.element.type;
  const grouped = element === 'checkboxes' || element === 'radio_buttons' || element.startsWith('multi_');
  const about = [block.hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ') || undefined;
  const inside = (
    <>
      <Element block={block} element={block.element} field={{ id, about, invalid: error !== undefined }} />
      {block.hint && (
        <p className="hint" id={`${id}hint`}>
          {block.hint.text}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (grouped)
    return (
      <fieldset className="input" aria-describedby={about}>
        <legend>{label}</legend>
        {inside}
      </fieldset>
    );
  return (
    <div className="input">
      <label htmlFor={id}>{label}</label>
      {inside}
    </div>
  );
}
