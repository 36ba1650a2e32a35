/** `renkei manifest`: the app's manifest for Slack, for Socket Mode or HTTP. */
import { commands } from '../../commands/index.ts';
import { shortcuts } from '../../commands/shortcuts.ts';
import { manifestOf } from '../docs/manifest.ts';
import { en, ja } from '../text/text.ts';
import { type Errand, parsed } from './errand.ts';

export const printManifest: Errand = {
  name: 'manifest',
  words: '[--http https://…]',
  summary: { ja: ja`Slackアプリのマニフェストを表示します`, en: en`print the Slack app's manifest` },
  async run(words) {
    const given = parsed(this, words, { http: { type: 'string' } }, 0);
    if (!given) return 2;
    const { http } = given.values;
    if (http !== undefined && !URL.canParse(http)) return 2;
    const manifest = manifestOf(commands, shortcuts, http === undefined ? { by: 'socket' } : { by: 'http', url: http });
    process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
    return 0;
  },
};
