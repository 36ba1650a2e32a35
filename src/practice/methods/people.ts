/** `auth.*` and `users.*`: who the bot is, and who the people are. */
import { asText, type Json, paged } from '../json.ts';
import type { User } from '../state.ts';
import { flag, type Method, no, userSeen, yes } from './method.ts';

function shownUser(user: User, withLocale: boolean): Json {
  const offset = user.tz === 'Asia/Tokyo' ? 32_400 : 0;
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    is_bot: user.isBot,
    is_app_user: false,
    tz: user.tz,
    tz_offset: offset,
    ...(withLocale ? { locale: user.locale } : {}),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      team: user.teamId,
      ...(user.email ? { email: user.email } : {}),
    },
  };
}

const authTest: Method = (_args, { state, team, bot }) =>
  yes({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    team_id: team.id,
    user: state.users.get(bot.userId)?.name,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  });

const info: Method = (args, caller) => {
  const user = userSeen(caller, args.user);
  return user ? yes({ user: shownUser(user, flag(args, 'include_locale')) }) : no('user_not_found');
};

const list: Method = (args, { state, team }) => {
  const all = [...state.users.values()].filter((one) => one.teamId === team.id);
  const part = paged(all, asText(args.cursor), Math.min(Number(args.limit) || 1000, 1000));
  if (!part) return no('invalid_cursor');
  const members = part.page.map((one) => shownUser(one, flag(args, 'include_locale')));
  return yes({ members, response_metadata: { next_cursor: part.next } });
};

const lookupByEmail: Method = (args, { state, team }) => {
  const email = asText(args.email).toLowerCase();
  const user = [...state.users.values()].find(
    (one) => one.teamId === team.id && !one.deleted && email !== '' && one.email?.toLowerCase() === email,
  );
  return user ? yes({ user: shownUser(user, false) }) : no('users_not_found');
};

export const people: Record<string, Method> = {
  'auth.test': authTest,
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
};
