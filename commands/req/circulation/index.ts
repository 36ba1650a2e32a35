/** Deciding by circulation (持ち回り審議). */
import { reqAgain, reqUp } from './again.ts';
import { reqAbstain, reqAgree, reqHold, reqNa, reqObject } from './answer.ts';
import { reqCancel } from './cancel.ts';
import { reqComment } from './comment.ts';
import { reqDraft } from './draft.ts';
import { reqPositions } from './positions.ts';
import { reqPropose } from './propose.ts';
import { reqRaise } from './raise.ts';
import { reqSuspend } from './suspend.ts';

export const circulationSubcommands = [
  ...[reqPropose, reqRaise],
  ...[reqAgree, reqObject, reqHold, reqAbstain, reqNa, reqComment],
  ...[reqDraft, reqPositions],
  ...[reqAgain, reqUp, reqCancel, reqSuspend],
];
