/** What is derived from the commands is up to date, and Slack takes it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { shortcuts } from '../../commands/shortcuts.ts';
import { named } from '../../src/command/find.ts';
import { manifestOf, usageHint } from '../../src/docs/manifest.ts';
import { withReference } from '../../src/docs/reference.ts';
import { projectFolder } from '../../src/projectFolder.ts';

const file = (name: string) => readFile(join(projectFolder, name), 'utf8');

test('manifest.json is what the commands say', async () => {
  expect(JSON.parse(await file('manifest.json'))).toEqual(manifestOf(commands, shortcuts, { by: 'socket' }));
});

test('the README’s reference is what the commands say, and nothing else of it is touched', async () => {
  const readme = await file('README.md');
  expect(withReference(readme, commands)).toBe(readme);
});

test('a README that lost the marks of its reference is told', () => {
  expect(() => withReference('# Renkei', commands)).toThrow('lost the marks');
});

describe('Slack’s limits', () => {
  const { slash_commands: slash } = manifestOf(commands, shortcuts, { by: 'socket' }).features;

  test('at most 50 commands, each with a name of 32, a description of 2,000 and a hint of 1,000 characters', () => {
    expect(slash.length).toBeLessThanOrEqual(50);
    for (const one of slash) {
      expect(one.command).toMatch(/^\/[a-z]{1,31}$/u);
      expect(one.description.length).toBeLessThanOrEqual(2_000);
      expect(one.usage_hint.length).toBeLessThanOrEqual(1_000);
      expect(one.should_escape).toBe(true);
    }
  });

  test('a hint names every sub-command, by a name that is found again', () => {
    for (const command of commands) {
      const names = usageHint(command).slice(1, -1).split('|');
      expect(names.map((name) => named(command, name)?.name)).toEqual(command.subcommands.map((one) => one.name));
    }
  });

  test('over HTTP every command and button goes to one address, whatever its end', () => {
    const manifest = manifestOf(commands, shortcuts, { by: 'http', url: 'https://renkei.example.jp/' });
    const address = 'https://renkei.example.jp/slack/events';
    expect(new Set(manifest.features.slash_commands.map((one) => 'url' in one && one.url))).toEqual(new Set([address]));
    expect(manifest.settings.interactivity).toMatchObject({ is_enabled: true, request_url: address });
    expect(manifest.settings.socket_mode_enabled).toBe(false);
  });
});

describe('the names of what can be said', () => {
  test('no name of a command means two of its sub-commands', () => {
    for (const command of commands) {
      for (const sub of command.subcommands)
        for (const name of [sub.name, ...sub.alias])
          expect([name, named(command, name)?.name]).toEqual([name, sub.name]);
      for (const { word } of command.unclear) expect([word, named(command, word)]).toEqual([word, undefined]);
    }
  });

  test('what an unclear word could mean is a line that is understood', () => {
    for (const command of commands)
      for (const { meanings } of command.unclear)
        for (const { line } of meanings) expect(named(command, line.split(' ')[0] ?? '')).toBeDefined();
  });
});
