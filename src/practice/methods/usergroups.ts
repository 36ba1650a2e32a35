/** `usergroups.*`: names for several people, who are called together. */
import { asList, asText, type Json } from '../json.ts';
import { type Group, newId } from '../state.ts';
import { type Caller, flag, type Method, no, yes } from './method.ts';

const shownGroup = (group: Group, withUsers: boolean): Json => ({
  id: group.id,
  team_id: group.teamId,
  is_usergroup: true,
  name: group.name,
  handle: group.handle,
  created_by: group.createdBy,
  date_delete: group.disabled ? 1 : 0,
  user_count: group.users.length,
  ...(withUsers ? { users: group.users } : {}),
});

const known = ({ state, team }: Caller, id: unknown): Group | undefined => {
  const group = state.groups.get(asText(id));
  return group?.teamId === team.id ? group : undefined;
};

const list: Method = (args, { state, team }) => {
  const found = [...state.groups.values()]
    .filter((one) => one.teamId === team.id && (flag(args, 'include_disabled') || !one.disabled))
    .map((one) => shownGroup(one, flag(args, 'include_users')));
  return yes({ usergroups: found });
};

/** A handle is nobody else's: no person's, no channel's, no group's. */
const create: Method = (args, { state, team, bot }) => {
  const [name, handle] = [asText(args.name), asText(args.handle)];
  if (!name) return no('invalid_arguments');
  const own = [...state.groups.values()].filter((one) => one.teamId === team.id);
  if (own.some((one) => one.name === name)) return no('name_already_exists');
  const taken = [
    ...own.map((one) => one.handle),
    ...[...state.users.values()].filter((one) => one.teamId === team.id).map((one) => one.name),
    ...[...state.channels.values()].filter((one) => one.teamId === team.id).map((one) => one.name),
  ];
  if (handle && taken.includes(handle)) return no('handle_already_exists');
  const group: Group = {
    ...{ id: newId(state, 'S'), teamId: team.id, name, handle, createdBy: bot.userId, disabled: false, users: [] },
  };
  state.groups.set(group.id, group);
  state.changed();
  return yes({ usergroup: shownGroup(group, false) });
};

const able =
  (disabled: boolean): Method =>
  (args, caller) => {
    const group = known(caller, args.usergroup);
    if (!group) return no('no_such_subteam');
    if (group.disabled === disabled) return no(disabled ? 'already_disabled' : 'already_enabled');
    group.disabled = disabled;
    caller.state.changed();
    return yes({ usergroup: shownGroup(group, false) });
  };

/** Replaces everyone; a group has at least one person, of this workspace. */
const update: Method = (args, caller) => {
  const group = known(caller, args.usergroup);
  if (!group) return no('no_such_subteam');
  const users = asList(args.users);
  if (users.length === 0) return no('no_users_provided');
  const people = users.map((id) => caller.state.users.get(id));
  if (people.some((one) => !one || one.teamId !== caller.team.id || one.deleted)) return no('invalid_users');
  group.users = users;
  caller.state.changed();
  return yes({ usergroup: shownGroup(group, true) });
};

export const usergroups: Record<string, Method> = {
  'usergroups.list': list,
  'usergroups.create': create,
  'usergroups.enable': able(false),
  'usergroups.disable': able(true),
  'usergroups.users.update': update,
};
