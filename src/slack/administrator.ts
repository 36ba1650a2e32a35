/**
 * The administrator, who looks after the token: told by mail that Slack does not accept it, since Slack itself cannot be used then.
 * The letter names no council, no person, and nothing that waits.
 */
import { nameLetter } from '../mail/letterName.ts';
import type { Mail } from '../mail/mail.ts';
import { en, ja, type Mrkdwn, plain, type Text } from '../text/text.ts';

/** Whether the letter left, or may have. */
export type Administrator = (error: string) => Promise<boolean>;

export const administratorBy =
  (mail: Mail, to: string): Administrator =>
  async (error) => {
    const body = text.body(error);
    const name = nameLetter(undefined);
    const sent = await mail({ to, name, subject: both(text.subject, ' / '), text: both(body, '\n\n') });
    return sent.kind === 'sent' || sent.kind === 'lost';
  };

/** Nobody knows which language an administrator reads. */
const both = ({ ja: first, en: second }: Text, between: string): string =>
  [first, second].map((one: Mrkdwn) => plain(one)).join(between);

const text = {
  subject: {
    ja: ja`RenkeiがSlackに接続できません`,
    en: en`Slack does not accept Renkei any more`,
  },
  body: (error: string): Text => ({
    ja: ja`Slackのトークンが使えなくなったため、お知らせをお届けできません(Slackの応答:${error})。Slackのアプリ設定でアプリを再インストールし、SLACK_BOT_TOKEN を新しい値に変えて、Renkeiを再起動してください。それまでのお知らせは保存されており、復旧後に送信します。`,
    en: en`Slack no longer accepts the token, so nothing can be delivered (Slack says: ${error}). Please reinstall the app in its settings at Slack, put the new SLACK_BOT_TOKEN in place, and restart Renkei. What waits is kept, and sent after that.`,
  }),
} as const;
