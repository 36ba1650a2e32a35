/**
 * The administrator, who looks after the token: told by mail that Slack does not accept it, since Slack itself cannot be used then,
 * and that it does again. The letters name no council, no person, and nothing that waits.
 */
import { nameLetter } from '../mail/letterName.ts';
import type { Mail } from '../mail/mail.ts';
import { en, ja, type Mrkdwn, plain, type Text } from '../text/text.ts';

/** Each gives whether the letter left, or may have. */
export interface Administrator {
  /** By this word of Slack's. */
  refused(error: string): Promise<boolean>;
  /** Which setting, and Slack's word, kept us from starting. */
  keptOut(setting: string, error: string): Promise<boolean>;
  accepted(): Promise<boolean>;
}

export function administratorBy(mail: Mail, to: string): Administrator {
  async function write(subject: Text, body: Text): Promise<boolean> {
    const words = { subject: both(subject, ' / '), text: both(body, '\n\n') };
    const sent = await mail({ to, name: nameLetter(undefined), ...words });
    return sent.kind === 'sent' || sent.kind === 'lost';
  }
  return {
    refused: (error) => write(text.refused, text.whyRefused(error)),
    keptOut: (setting, error) => write(text.keptOut, text.whyKeptOut(setting, error)),
    accepted: () => write(text.accepted, text.howAccepted),
  };
}

/** Nobody knows which language an administrator reads. */
const both = ({ ja: first, en: second }: Text, between: string): string =>
  [first, second].map((one: Mrkdwn) => plain(one)).join(between);

const text = {
  refused: {
    ja: ja`RenkeiがSlackに接続できません`,
    en: en`Slack does not accept Renkei any more`,
  },
  whyRefused: (error: string): Text => ({
    ja: ja`Slackのトークンが使えなくなったため、お知らせをお届けできません(Slackの応答:${error})。Slackのアプリ設定でアプリを再インストールし、SLACK_BOT_TOKEN を新しい値に変えて、Renkeiを再起動してください。それまでのお知らせは保存されており、復旧後に送信します。`,
    en: en`Slack no longer accepts the token, so nothing can be delivered (Slack says: ${error}). Please reinstall the app in its settings at Slack, put the new SLACK_BOT_TOKEN in place, and restart Renkei. What waits is kept, and sent after that.`,
  }),
  keptOut: {
    ja: ja`Renkeiを起動できません`,
    en: en`Renkei cannot start`,
  },
  whyKeptOut: (setting: string, error: string): Text => ({
    ja: ja`Slackのトークンが使えないため、Renkeiを起動できませんでした(Slackの応答:${error})。${setting} の値を、Slackのアプリ設定でご確認のうえ、もう一度起動してください。お知らせは保存されており、起動後に送信します。起動を繰り返しても、このメールをお送りするのは1回だけです。`,
    en: en`Slack does not accept the token, so Renkei could not start (Slack says: ${error}). Please check ${setting} against the app's settings at Slack, then start it again. What waits is kept, and sent after that. However often it is started until then, this letter is sent once.`,
  }),
  accepted: {
    ja: ja`RenkeiがSlackに再び接続しました`,
    en: en`Slack accepts Renkei again`,
  },
  howAccepted: {
    ja: ja`Slackのトークンが再び使えるようになりました。保存していたお知らせは、順に送信します。ご対応は不要です。`,
    en: en`Slack accepts the token again. What waited is being sent. There is nothing to do.`,
  },
} as const;
