/** A file given to a form comes to us: the form takes one, its submission names it, and its bytes are fetched. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectClients } from '../../src/slack/clients.ts';
import { fetchingFiles } from '../../src/slack/fetchFile.ts';
import { submitted, viewOf } from '../../src/slack/form.ts';
import { same } from '../../src/text/text.ts';
import { quiet, type SlackScene, slackScene } from '../support/slackScene.ts';
import { SATO } from '../support/smallCouncil.ts';

let scene: SlackScene;
beforeAll(async () => {
  scene = await slackScene();
});
afterAll(() => scene.close());

const form = {
  command: 'req',
  subcommand: 'import',
  title: same('取込'),
  fields: [{ key: 'file', label: same('ファイル'), field: { kind: 'file' }, optional: false, initial: '' }],
} as const;
const begun = { councilId: 'ibaraki', channelId: 'C1', responseUrl: undefined, language: 'ja' } as const;

test('a form asks for one file, and its submission gives the file’s id', () => {
  const view = viewOf(form, begun);
  const [input] = (view as { blocks: { block_id: string; element: object }[] }).blocks;
  expect(input?.element).toEqual({ type: 'file_input', action_id: 'value', max_files: 1 });
  const values = {
    [input?.block_id ?? '']: { value: { type: 'file_input', files: [{ id: 'F012', name: 'a.xlsx' }] } },
  };
  expect(submitted({ ...view, state: { values } }).fields).toEqual({ file: 'F012' });
  const nothing = { [input?.block_id ?? '']: { value: { type: 'file_input', files: [] } } };
  expect(submitted({ ...view, state: { values: nothing } }).fields).toEqual({ file: '' });
});

test('its bytes are fetched with the bot’s token', async () => {
  const id = scene.workspace.giveFile(SATO.userId, '要件.csv', Buffer.from('業務,機能ID\n'));
  expect(await fetchingFiles(scene.clients)(id)).toEqual({ name: '要件.csv', bytes: Buffer.from('業務,機能ID\n') });
});

test('nothing comes of an unknown file, or without the right to it', async () => {
  expect(await fetchingFiles(scene.clients)('F0NONE')).toEqual({ refused: 'unreached' });
  const id = scene.workspace.giveFile(SATO.userId, 'a.csv', Buffer.from('a'));
  const stranger = connectClients({ botToken: 'xoxb-other', apiUrl: scene.apiUrl }, quiet);
  const { bulk } = scene.clients;
  expect(await fetchingFiles({ bulk, download: stranger.download })(id)).toEqual({ refused: 'unreached' });
});

test('a file that lies elsewhere is not asked for, so the token stays with Slack; nor is one that is too large', async () => {
  let asked = 0;
  const fetching = (file: object) =>
    fetchingFiles({
      bulk: async () => ({ kind: 'done', data: { file: { name: 'a.xlsx', size: 1, ...file } } }),
      download: async () => {
        asked += 1;
        return undefined;
      },
    })('F1');
  const url = { url_private_download: 'https://example.com/a.xlsx' };
  expect(await fetching({ is_external: true, ...url })).toEqual({ refused: 'elsewhere' });
  expect(await fetching({})).toEqual({ refused: 'elsewhere' });
  expect(await fetching({ ...url, size: 60 * 1024 * 1024 })).toEqual({ refused: 'tooLarge' });
  expect(asked).toBe(0);
});

test('more bytes than were said are not taken', async () => {
  const id = scene.workspace.giveFile(SATO.userId, 'a.csv', Buffer.alloc(5_000, 'a'));
  const url = `${scene.apiUrl.replace('/api/', '')}/files/${id}/a.csv`;
  expect(await scene.clients.download(url, 4_999)).toBeUndefined();
  expect(await scene.clients.download(url, 5_000)).toHaveLength(5_000);
});
