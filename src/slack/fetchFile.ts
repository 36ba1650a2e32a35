/** Fetches what somebody gave to a form: what Slack says of it first, its bytes after. */
import { z } from 'zod';
import type { FetchFile } from '../command/sentFile.ts';
import type { Clients } from './clients.ts';

/** A file is fetched up to this size, in bytes. */
const MOST = 50 * 1024 * 1024;

const fileShape = z.object({
  file: z.object({
    name: z.string(),
    size: z.number(),
    is_external: z.boolean().optional(),
    url_private_download: z.string().optional(),
  }),
});

/** The token goes to addresses of Slack alone: a file that lies elsewhere is not asked for. */
export const fetchingFiles =
  ({ bulk, download }: Pick<Clients, 'bulk' | 'download'>): FetchFile =>
  async (id) => {
    const answer = await bulk('files.info', { file: id });
    const told = answer.kind === 'done' ? fileShape.safeParse(answer.data) : undefined;
    if (!told?.success) return { refused: 'unreached' };
    const { name, size, is_external: external, url_private_download: url } = told.data.file;
    if (external || url === undefined) return { refused: 'elsewhere' };
    if (size > MOST) return { refused: 'tooLarge' };
    const bytes = await download(url, MOST);
    return bytes ? { name, bytes } : { refused: 'unreached' };
  };
