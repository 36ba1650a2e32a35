/**
 * What waits to be carried out can be left too: beside the button that carries a plan out stands one that forgets it. Every
 * preview gets it here, so that none is without.
 */
import type { Part } from '../text/message.ts';
import { en, ja } from '../text/text.ts';
import type { Reply } from './reply.ts';

/** The word after a plan's number by which it is forgotten. */
export const LEAVE = 'leave';

const CARRYING_OUT = /^\/(?<command>\w+) proceed (?<plan>\d+)$/u;

export const withWayOut = (reply: Reply): Reply =>
  reply.whisper?.parts ? { ...reply, whisper: { ...reply.whisper, parts: reply.whisper.parts.map(leavable) } } : reply;

function leavable(part: Part): Part {
  if (part.kind !== 'buttons') return part;
  const line = part.buttons.map((one) => one.line).find((one) => CARRYING_OUT.test(one));
  return line === undefined
    ? part
    : { ...part, buttons: [...part.buttons, { label: text.leave, line: `${line} ${LEAVE}` }] };
}

const text = { leave: { ja: ja`取りやめる`, en: en`Cancel` } };
