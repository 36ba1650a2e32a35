/** Whom a meeting is of, and where its messages stand. */
import { bodyOf, type Chart } from '../domain/council.ts';
import { bodiesOf, type Meeting } from '../domain/meeting.ts';
import type { Address } from './post.ts';

/** The channels of every body that meets. */
export const placesOf = ({ body, joint }: Pick<Meeting, 'body' | 'joint'>): Address =>
  joint.length === 0 ? { body } : { body, also: joint.map((one) => one.body) };

/** 介護保険WG・障害者福祉WG */
export const bodiesNames = (chart: Chart, meeting: Pick<Meeting, 'body' | 'joint'>): string =>
  bodiesOf(meeting)
    .map((slug) => bodyOf(chart, slug)?.name ?? slug)
    .join('・');
