/** The seats that follow from a council's bodies and municipalities, and who the file puts into them. */
import type { Day } from '../domain/day.ts';
import type { CouncilFile } from './shape.ts';

/** A place in a body: of a municipality, or (a lead's) of the body itself. */
export interface FiledSeat {
  /** `kaigo:082261`, `kaigo:lead`, `council:082261:information`, `council:080004:adviser` */
  readonly id: string;
  readonly body: string;
  /** The municipality's code; absent: the body's own. */
  readonly code?: string;
  readonly role: 'member' | 'lead' | 'information' | 'adviser';
}

/** A person, by slug, in a seat; both days are included. */
export interface FiledTenure {
  readonly seat: FiledSeat;
  readonly person: string;
  /** The code of the municipality for which the person sits there. */
  readonly code: string;
  readonly from: Day;
  readonly until?: Day;
  readonly deputy: boolean;
}

/**
 * Every body has a member seat for each municipality but advisers; subcommittees and working groups have a lead; at the
 * council each municipality has its information section and each adviser its seat.
 */
export const seatsOf = (file: CouncilFile): FiledSeat[] => filled(file).map(({ seat }) => seat);

export const tenuresOf = (file: CouncilFile): FiledTenure[] => filled(file).flatMap(({ tenures }) => tenures);

interface Filled {
  readonly seat: FiledSeat;
  readonly tenures: readonly FiledTenure[];
}

function filled(file: CouncilFile): Filled[] {
  const codes = new Map(file.municipalities.map(({ name, code }) => [name, code]));
  const codeOf = (name: string): string => codes.get(name) ?? name;
  return file.bodies.flatMap((body): Filled[] => {
    const held = (role: 'member' | 'information' | 'adviser', seats: typeof body.members): Filled[] =>
      Object.entries(seats).map(([name, tenures]) => {
        const code = codeOf(name);
        const id = role === 'member' ? `${body.slug}:${code}` : `${body.slug}:${code}:${role}`;
        const seat: FiledSeat = { id, body: body.slug, code, role };
        return { seat, tenures: tenures.map((one) => ({ ...one, seat, code })) };
      });
    const lead: FiledSeat = { id: `${body.slug}:lead`, body: body.slug, role: 'lead' };
    const hasLead = body.kind === 'subcommittee' || body.kind === 'workingGroup';
    const leads = body.lead.map(({ municipality, ...one }) => ({
      ...one,
      seat: lead,
      code: codeOf(municipality),
      deputy: false,
    }));
    return [
      ...(hasLead ? [{ seat: lead, tenures: leads }] : []),
      ...held('member', body.members),
      ...held('information', body.information),
      ...held('adviser', body.adviser),
    ];
  });
}
