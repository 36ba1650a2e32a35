/** Slack's words for why not, as an office understands them: what is the matter, and what a human does in Slack instead. */
import { en, ja, type Text } from '../../../src/text/text.ts';

const SCOPE: Text = {
  ja: ja`アプリの権限(スコープ)が足りません。最新のマニフェストの適用と、アプリの再インストールを管理者にご依頼ください。`,
  en: en`The app lacks a scope. Please have an administrator apply the newest manifest and reinstall the app.`,
};
const OUTSIDE: Text = {
  ja: ja`Renkeiがチャンネルに参加していません。チャンネルで「/invite @Renkei」とご入力のうえ、もう一度照合してください。`,
  en: en`Renkei is not in the channel. Please type “/invite @Renkei” in it, then compare again.`,
};
const FORBIDDEN: Text = {
  ja: ja`ワークスペースの設定により、アプリには行えません。Slackの管理者に、手作業での変更か設定の見直しをご依頼ください。`,
  en: en`The workspace’s settings do not let an app do it. Please ask a Slack administrator to do it, or to change the setting.`,
};
const UNKNOWN_USER: Text = {
  ja: ja`Slackのアカウントが見つからないか、停止されています。名簿のアカウントをご確認ください。`,
  en: en`The Slack account is not found or is deactivated. Please check the account on the roster.`,
};
const GUEST: Text = {
  ja: ja`ゲストの方は、アプリから招待できません。Slackの管理者に招待をご依頼ください。`,
  en: en`An app cannot invite this guest. Please ask a Slack administrator to.`,
};
const PLAN: Text = {
  ja: ja`ユーザーグループは、ご契約のSlackのプランでは使えません。チャンネルだけをそろえます。`,
  en: en`The workspace’s plan has no user groups. Only channels are kept in step.`,
};
const TAKEN: Text = {
  ja: ja`同じ名前がSlackで使われています。Slackで名前を変えるか、「/wg ひも付け」で割り当ててください。`,
  en: en`The name is taken in Slack. Please rename what bears it, or map it by /wg map.`,
};
const LIMITED: Text = {
  ja: ja`Slackの利用制限により、時間内に読み取れませんでした。数分おいて、もう一度お試しください。`,
  en: en`Slack’s limits did not allow to read it in time. Please try again in a few minutes.`,
};

const WORDS: Readonly<Record<string, Text>> = {
  missing_scope: SCOPE,
  not_allowed_token_type: SCOPE,
  not_in_channel: OUTSIDE,
  channel_not_found: OUTSIDE,
  method_not_supported_for_channel_type: OUTSIDE,
  is_archived: {
    ja: ja`チャンネルがアーカイブされています。Slackでアーカイブを解除してください。`,
    en: en`The channel is archived. Please unarchive it in Slack.`,
  },
  restricted_action: FORBIDDEN,
  permission_denied: FORBIDDEN,
  no_permission: FORBIDDEN,
  not_supported: FORBIDDEN,
  access_denied: FORBIDDEN,
  user_not_found: UNKNOWN_USER,
  user_disabled: UNKNOWN_USER,
  invalid_users: UNKNOWN_USER,
  cant_invite: GUEST,
  user_is_restricted: GUEST,
  user_is_ultra_restricted: GUEST,
  ura_max_channels: GUEST,
  cant_kick_from_general: {
    ja: ja`全員が参加するチャンネルからは外せません。WGには別のチャンネルを割り当ててください。`,
    en: en`Nobody can be removed from the channel that everyone is in. Please map another channel.`,
  },
  paid_teams_only: PLAN,
  plan_upgrade_required: PLAN,
  restricted_plan_level: PLAN,
  name_taken: TAKEN,
  name_already_exists: TAKEN,
  handle_already_exists: TAKEN,
  not_created: {
    ja: ja`チャンネルを作成できなかったため、行っていません。`,
    en: en`Not done, since the channel could not be created.`,
  },
  other_council: {
    ja: ja`別の協議会で使われているため、割り当てられません。`,
    en: en`It is another council’s.`,
  },
  ratelimited: LIMITED,
  unreached: {
    ja: ja`Slackに接続できませんでした。数分おいて、もう一度お試しください。`,
    en: en`Slack could not be reached. Please try again in a few minutes.`,
  },
  unknown_outcome: {
    ja: ja`Slackの応答が続けて途切れ、結果を確認できませんでした。Slackでご確認ください。`,
    en: en`Slack’s answers were lost again and again. Please look in Slack how it stands.`,
  },
};

/** What is the matter, and what to do about it. */
export const whyNot = (error: string): Text =>
  WORDS[error] ?? {
    ja: ja`Slackの応答:${error}。管理者にご確認ください。`,
    en: en`Slack answered: ${error}. Please ask an administrator.`,
  };
