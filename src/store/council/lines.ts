/** Many values travel as one text: an array of them would be looked through value by value on its way, several times. */
import { Prisma } from '../prisma/client.ts';

/** A `text[]` of these values, none of which is empty or holds a line's end. */
export const inLines = (values: readonly (string | number)[]) =>
  Prisma.sql`string_to_array(${values.join('\n')}, E'\\n')`;
