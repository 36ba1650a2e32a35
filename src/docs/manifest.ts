/**
 * The app's manifest, to paste when the app is made in Slack; derived from the commands.
 *
 * Slack, "Manifest reference": at most 50 commands, descriptions up to 2,000 and usage hints up to 1,000 characters.
 */
import { named } from '../command/find.ts';
import type { Shortcut } from '../command/shortcut.ts';
import type { Command } from '../command/subcommand.ts';
import { plain } from '../text/text.ts';

/** How Slack is to reach the bot: over Socket Mode, or at this base address. */
export type Reached = { readonly by: 'socket' } | { readonly by: 'http'; readonly url: string };

const SCOPES = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'im:write',
  // Minutes as a canvas, where the plan has them.
  'canvases:write',
  'users:read',
  // To look for a message whose sending was cut off, before it is sent again.
  'channels:history',
  'groups:history',
  'im:history',
  // To see which channels there are, who is in them, and what stands in their heads.
  'channels:read',
  'groups:read',
  'bookmarks:read',
  'usergroups:read',
  // To put them in step with the roster, once the secretariat has confirmed it: create, invite, remove, set the topic …
  'channels:manage',
  'groups:write',
  // … begin with the public channels that the bot is not in yet …
  'channels:join',
  // … and keep links and user groups.
  'bookmarks:write',
  'usergroups:write',
];

/** The manifest as a value; write it as JSON. */
export function manifestOf(commands: readonly Command[], shortcuts: readonly Shortcut[], reached: Reached) {
  const at = reached.by === 'http' ? { url: `${reached.url.replace(/\/+$/, '')}/slack/events` } : {};
  return {
    display_information: {
      name: 'Renkei',
      description: '協議会の連携を支える事務局のボットです',
      background_color: '#1f4e5f',
    },
    features: {
      bot_user: { display_name: 'renkei', always_online: true },
      shortcuts: shortcuts.map(({ id, label }) => ({
        name: plain(label.ja),
        type: 'message',
        callback_id: id,
        description: plain(label.ja),
      })),
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        ...at,
        description: plain(command.summary.ja),
        usage_hint: usageHint(command),
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      // A line that begins with a full-width slash arrives as a message; it is answered with a button that runs it.
      event_subscriptions: {
        ...(reached.by === 'http' && { request_url: at.url }),
        bot_events: ['app_uninstalled', 'message.channels', 'message.groups', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...(reached.by === 'http' && { request_url: at.url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: reached.by === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** `[日程|表示|一覧|…]`: what can follow the command; every name is one that is found again. */
export function usageHint(command: Command): string {
  const names = command.subcommands.map((sub) => sub.alias[0]).filter((name) => named(command, name));
  return `[${names.join('|')}]`;
}
