/** Why a letter came back, or was not taken, in words an office can act on. */
import { en, ja, type Text } from '../../src/text/text.ts';

/** By the codes of RFC 3463, from the plainest to the rest. */
const CAME_BACK: readonly (readonly [code: RegExp, Text])[] = [
  [
    /^5\.(?:1\.(?:[0-6]|10)|4\.[14])$/u,
    {
      ja: ja`宛先のメールアドレスが見つからず、戻ってきました。アドレスの変更をお願いします`,
      en: en`it came back: there is no such address; please have it changed`,
    },
  ],
  [
    /^\d\.2\.1$/u,
    {
      ja: ja`宛先のメールボックスが停止されており、戻ってきました。ご本人にご確認ください`,
      en: en`it came back: the mailbox is closed; please ask them`,
    },
  ],
  [
    /^\d\.2\.2$/u,
    {
      ja: ja`宛先のメールボックスがいっぱいで、戻ってきました。空きができてから再送してください`,
      en: en`it came back: the mailbox is full; please send it again once there is room`,
    },
  ],
  [
    /^\d\.(?:2\.3|3\.4)$/u,
    {
      ja: ja`メールが大きすぎて、戻ってきました。ほかの方法でお届けください`,
      en: en`it came back: it is too large; please bring it another way`,
    },
  ],
  [
    /^\d\.7\.\d+$/u,
    {
      ja: ja`宛先のメールサーバーの方針により、戻ってきました。宛先の情報主管担当にご相談ください`,
      en: en`it came back: the policy of their mail server refuses it; please speak with those who run it`,
    },
  ],
  [
    /^(?:4|\d\.4)\./u,
    {
      ja: ja`宛先のメールサーバーに期限までに届かず、戻ってきました。時間をおいて再送してください`,
      en: en`it came back: their mail server was not reached in time; please send it again later`,
    },
  ],
];

const OTHERWISE: Text = {
  ja: ja`宛先に届かず、戻ってきました。ご本人にご確認ください`,
  en: en`it came back undelivered; please ask them`,
};

/** `mail_550`, `mail_5.1.1`, `mail_returned`; undefined of anything else. */
export function whyByMail(error: string): Text | undefined {
  const [, reply, status] = /^mail_(?:(\d{3})|(\d\.\d+\.\d+)|returned)$/u.exec(error) ?? [];
  if (reply !== undefined)
    return {
      ja: ja`メールサーバーが受取りを拒否しました(${reply})`,
      en: en`the mail server refused it (${reply})`,
    };
  if (status === undefined) return error === 'mail_returned' ? OTHERWISE : undefined;
  const [, why] = CAME_BACK.find(([code]) => code.test(status)) ?? [];
  const { ja: first, en: second } = why ?? OTHERWISE;
  return { ja: ja`${first}(${status})`, en: en`${second} (${status})` };
}
